import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeEntry } from '../../src/platform/tree/treeEntry.ts';
import { Dialogs, type ShownInput } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, itemOf, untilRowSays } from './support/explorer.ts';
import { activityTree } from './support/treeViews.ts';
import { until } from './support/until.ts';

const finance = ['Contoso Production', 'contoso-finance', 'Networking'] as const;
const serverless = ['Contoso Production', 'contoso-serverless', 'Networking'] as const;
const writes = /^(PUT|DELETE) .*\/firewallRules\//;

describe('the rules of a workspace’s IP firewall', () => {
  let dialogs: Dialogs;
  const azure = emulatedAzure();
  beforeEach(async () => {
    dialogs = new Dialogs();
    await childrenOf(await entryAt(...finance));
    azure().requests.take();
  });
  afterEach(() => {
    dialogs[Symbol.dispose]();
    azure().faults.clear();
  });

  /** Types by the prompt's first words. */
  const answer = (answers: Readonly<Record<string, string>>): void => {
    dialogs.type = ({ prompt }: ShownInput) => answers[prompt.split(' ')[0] ?? ''];
  };
  /** Runs a command whose operation ends as soon as it has begun. */
  const run = async (id: string, entry?: TreeEntry, selected?: readonly TreeEntry[]): Promise<void> => {
    let isOver = false;
    const command = vscode.commands.executeCommand(id, entry, selected).then(() => (isOver = true));
    while (!isOver) {
      await Promise.race([command, new Promise<void>((resolve) => azure().requests.onRequest(() => resolve()))]);
      azure().endOperations();
    }
  };

  it('are called out in words where they are wide open', async () => {
    const spoken = async (...path: readonly string[]): Promise<string | undefined> =>
      (await itemOf(await entryAt(...path))).accessibilityInformation?.label;
    assert.equal(
      await spoken(...serverless, 'allowAll'),
      'Firewall rule allowAll, open to every address on the internet, 0.0.0.0–255.255.255.255',
    );
    assert.equal(
      await spoken(...finance, 'AllowAllWindowsAzureIps'),
      'Firewall rule AllowAllWindowsAzureIps, Azure services may connect, 0.0.0.0',
    );
    assert.equal(
      await spoken('Contoso Production', 'contoso-iot-01', 'Networking', 'Mobile networks'),
      'Firewall rule Mobile networks, wide open: 536,870,912 addresses, 192.0.0.0–223.255.255.255',
    );
    assert.equal(await spoken(...finance, 'Headquarters'), 'Firewall rule Headquarters, 203.0.113.0–203.0.113.255');
  });

  it('are added with a range and a name, and show while Azure is at work', async () => {
    answer({ First: '198.51.100.0', Last: '198.51.100.255', Name: 'Branch office' });
    const command = vscode.commands.executeCommand('synapse.firewall.addRange', await entryAt(...finance));
    const progress = await dialogs.progresses(/^Adding firewall rule Branch office$/);
    const told = await until('its acceptance', () => progress.messages[0], azure().requests.onRequest);
    // Not the service's own word for it, which differs from operation to operation.
    assert.match(told, /^(Azure has accepted it|In progress, \d+ s so far)$/);
    const making = await entryAt(...finance, 'Branch office');
    assert.equal(making.node.description, '198.51.100.0–198.51.100.255 · Provisioning');
    assert.ok(!(making.node.flags ?? []).includes('settled'));
    azure().endOperations();
    await command;
    assert.match((await dialogs.message('information')).message, /is there\. It takes about a minute to work/);
    const made = await entryAt(...finance, 'Branch office');
    assert.equal(made.node.description, '198.51.100.0–198.51.100.255');
    assert.deepEqual(
      dialogs.inputs.map(({ value }) => value),
      ['', '198.51.100.0', ''],
    );
    assert.deepEqual(
      dialogs.messages.map(({ level }) => level),
      ['information'],
    );
  });

  it('are not added where a name or an address is none, or the name is taken', async () => {
    for (const [answers, refusal] of [
      [{ First: '198.51.100.256' }, /four numbers/],
      [{ First: '198.51.100.9', Last: '198.51.100.8' }, /must not come before the first one, 198\.51\.100\.9/],
      [{ First: '198.51.100.9', Last: '198.51.100' }, /four numbers/],
      [{ First: '198.51.100.9', Last: '198.51.100.9', Name: 'a/b' }, /cannot hold any of/],
      [{ First: '198.51.100.9', Last: '198.51.100.9', Name: 'a.' }, /cannot end in a dot/],
      [{ First: '198.51.100.9', Last: '198.51.100.9', Name: ' ' }, /needs a name/],
      [{ First: '198.51.100.9', Last: '198.51.100.9', Name: 'HEADQUARTERS' }, /has a rule of this name/],
    ] as const) {
      answer(answers);
      await vscode.commands.executeCommand('synapse.firewall.addRange', await entryAt(...finance));
      assert.match(dialogs.inputs.at(-1)?.refusal ?? '', refusal);
    }
    assert.deepEqual(dialogs.messages, []);
    assert.deepEqual(azure().requests.matching(writes), []);
  });

  it('are added wide open only when somebody confirms what it means', async () => {
    for (const [First, Last, meaning] of [
      ['0.0.0.0', '255.255.255.255', /Every address on the internet/],
      ['0.0.0.0', '0.0.0.0', /whatever runs in Azure/],
      ['10.0.0.0', '11.255.255.255', /^33,554,432 addresses/],
    ] as const) {
      answer({ First, Last, Name: 'Wide' });
      await vscode.commands.executeCommand('synapse.firewall.addRange', await entryAt(...finance));
      assert.match(dialogs.messages.at(-1)?.detail ?? '', meaning);
      assert.deepEqual(dialogs.messages.at(-1)?.buttons, ['Open it']);
    }
    assert.deepEqual(azure().requests.matching(writes), []);
    dialogs.press = ({ level }) => (level === 'warning' ? 'Open it' : undefined);
    await run('synapse.firewall.addRange', await entryAt(...finance));
    assert.equal(
      (await entryAt(...finance, 'Wide')).node.description,
      'wide open: 33,554,432 addresses · 10.0.0.0–11.255.255.255',
    );
  });

  it('get another range, with the one that they have to begin with, and keep their name', async () => {
    answer({ First: '203.0.113.16', Last: '203.0.113.31' });
    await run('synapse.firewall.changeRange', await entryAt(...finance, 'Headquarters'));
    assert.deepEqual(
      dialogs.inputs.map(({ value }) => value),
      ['203.0.113.0', '203.0.113.255'],
    );
    assert.match(dialogs.inputs[0]?.title ?? '', /Headquarters \(its name cannot be changed\)$/);
    assert.equal((await entryAt(...finance, 'Headquarters')).node.description, '203.0.113.16–203.0.113.31');
    assert.match((await dialogs.message('information')).message, /Headquarters is changed\. It takes about a minute/);
  });

  it('are copied as a range', async () => {
    await vscode.commands.executeCommand('synapse.firewall.copyRange', await entryAt(...serverless, 'allowAll'));
    assert.equal(await vscode.env.clipboard.readText(), '0.0.0.0-255.255.255.255');
  });

  it('are deleted, several at once, when somebody confirms; what is no rule is left alone and named', async () => {
    const rows = await childrenOf(await entryAt(...finance));
    const [azureRule, wide] = [await entryAt(...finance, 'AllowAllWindowsAzureIps'), await entryAt(...finance, 'Wide')];
    const selected = [wide, azureRule, rows[0]].filter((row) => row !== undefined);
    await vscode.commands.executeCommand('synapse.firewall.delete', wide, selected);
    const { message, detail = '', buttons } = await dialogs.message('warning');
    assert.equal(message, 'Delete 2 firewall rules?');
    assert.match(
      detail,
      /^Wide \(10\.0\.0\.0–11\.255\.255\.255\) of workspace contoso-finance\nAllowAllWindowsAzureIps \(0\.0\.0\.0\)/,
    );
    assert.match(detail, /connections that are open may go on\.\nLeft alone: Public network access$/);
    assert.deepEqual(buttons, ['Delete']);
    assert.deepEqual(azure().requests.matching(writes), []);
    dialogs.press = ({ level }) => (level === 'warning' ? 'Delete' : undefined);
    await run('synapse.firewall.delete', wide, selected);
    const labels = (await childrenOf(await entryAt(...finance))).map(({ node }) => node.label);
    assert.deepEqual(labels, ['Public network access', 'Branch office', 'Headquarters']);
    assert.equal((await dialogs.says(/deleted/)).message, 'Firewall rules are deleted: Wide, AllowAllWindowsAzureIps.');
  });

  it('are deleted although one of them could not be, which is told', async () => {
    azure().faults.add({
      path: '/firewallRules/Headquarters$',
      method: 'DELETE',
      times: 1,
      status: 409,
      body: conflict,
    });
    dialogs.press = ({ level }) => (level === 'warning' ? 'Delete' : undefined);
    const rules = [await entryAt(...finance, 'Headquarters'), await entryAt(...finance, 'Branch office')];
    await run('synapse.firewall.delete', rules[0], rules);
    assert.match(
      (await dialogs.message('error')).message,
      /^Firewall rule Headquarters could not be deleted: It is busy/,
    );
    assert.equal((await dialogs.says(/deleted\.$/)).message, 'Firewall rule Branch office is deleted.');
    const labels = (await childrenOf(await entryAt(...finance))).map(({ node }) => node.label);
    assert.deepEqual(labels, ['Public network access', 'Headquarters']);
    const told = dialogs.progress.flatMap(({ messages }) => messages);
    assert.match(told[0] ?? '', /^Branch office: (Azure has accepted it|In progress, \d+ s so far)$/);

    // From the view of all changes it is tried again, after another question.
    const failed = (await activityTree().getChildren()).find(
      ({ node }) => node.label === 'Delete firewall rule Headquarters',
    );
    assert.match((failed && activityTree().getTreeItem(failed).contextValue) ?? '', /;again;/);
    dialogs.press = () => undefined;
    await vscode.commands.executeCommand('synapse.activity.retry', failed);
    assert.match(dialogs.messages.at(-1)?.message ?? '', /^Delete firewall rule “Headquarters” of workspace/);
    assert.ok(await entryAt(...finance, 'Headquarters'));
    answer({ First: '198.51.100.1', Last: '198.51.100.1', Name: 'Stays' });
    await run('synapse.firewall.addRange', await entryAt(...finance));
  });

  it('are followed when somebody stops waiting for the end of a deletion, and the next one is not begun', async () => {
    dialogs.press = ({ level }) => (level === 'warning' ? 'Delete' : undefined);
    const rules = [await entryAt(...finance, 'Headquarters'), await entryAt(...finance, 'Stays')];
    const command = vscode.commands.executeCommand('synapse.firewall.delete', rules[0], rules);
    const progress = await dialogs.progresses(/^Deleting 2 firewall rules$/);
    await until('its acceptance', () => progress.messages[0], azure().requests.onRequest);
    progress.cancel();
    await command;
    assert.equal((await dialogs.says(/goes on/)).message, 'Azure goes on deleting firewall rule Headquarters.');
    assert.equal((await dialogs.says(/^Not deleted/)).message, 'Not deleted: Stays.');
    const going = await entryAt(...finance, 'Headquarters');
    assert.match(going.node.description ?? '', /Deleting/);
    azure().endOperations();
    await untilRowSays(going, /^deleted$/);
    await vscode.commands.executeCommand('synapse.refreshNode', await entryAt(...finance));
    const labels = (await childrenOf(await entryAt(...finance))).map(({ node }) => node.label);
    assert.deepEqual(labels, ['Public network access', 'Stays']);
  });

  it('are missed where there are none', async () => {
    dialogs.press = ({ level }) => (level === 'warning' ? 'Delete' : undefined);
    await run('synapse.firewall.delete', await entryAt(...finance, 'Stays'));
    const labels = (await childrenOf(await entryAt(...finance))).map(({ node }) => node.label);
    assert.deepEqual(labels, ['Public network access', 'No firewall rules: no public address is let in']);
  });

  it('are changed from the palette, which asks for the workspace and the rule', async () => {
    answer({ First: '198.51.100.0', Last: '198.51.100.255' });
    dialogs.choose = ({ placeholder }) => (placeholder === 'Select a workspace' ? 'contoso-serverless' : 'allowAll');
    await run('synapse.firewall.changeRange');
    assert.deepEqual(
      dialogs.lists.map(({ placeholder }) => placeholder),
      ['Select a workspace', 'Select a firewall rule'],
    );
    assert.equal((await entryAt(...serverless, 'allowAll')).node.description, '198.51.100.0–198.51.100.255');
  });

  it('are added from the palette after the choice of a workspace alone', async () => {
    answer({ First: '0.0.0.0', Last: '255.255.255.255', Name: 'All' });
    dialogs.choose = () => 'contoso-serverless';
    dialogs.press = ({ level }) => (level === 'warning' ? 'Open it' : undefined);
    await run('synapse.firewall.addRange');
    assert.equal(dialogs.lists.length, 1);
    assert.ok(await entryAt(...serverless, 'All'));
  });

  it('name the Azure role that is missing to whom may not change them', async () => {
    azure().faults.add({ route: 'IpFirewallRules_CreateOrUpdate', times: 1, status: 403, body: forbidden });
    answer({ First: '198.51.100.0', Last: '198.51.100.0', Name: 'New' });
    await run('synapse.firewall.addRange', await entryAt(...finance));
    const { message, buttons } = await dialogs.message('error');
    assert.match(message, /does not have authorization.*Azure role Owner or Contributor on the workspace/);
    assert.deepEqual(buttons, ['Show log']);
  });

  it('say so when making one failed, and the row shows it', async () => {
    azure().faults.add({ route: 'IpFirewallRules_CreateOrUpdate', times: 1, fault: 'failedOperation' });
    answer({ First: '198.51.100.0', Last: '198.51.100.0', Name: 'New' });
    await run('synapse.firewall.addRange', await entryAt(...finance));
    assert.match((await dialogs.message('error')).message, /^“Add firewall rule” did not work: /);
    const failed = await entryAt(...finance, 'New');
    assert.equal(failed.node.description, '198.51.100.0 · Failed');
    assert.equal(failed.node.icon.id, 'error');
  });
});

const conflict = { error: { code: 'Conflict', message: 'It is busy.' } };
const forbidden = {
  error: {
    code: 'AuthorizationFailed',
    message:
      "The client 'someone' does not have authorization to perform action 'Microsoft.Synapse/workspaces/firewallRules/write'.",
  },
};
