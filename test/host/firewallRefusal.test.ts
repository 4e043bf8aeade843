import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeEntry } from '../../src/platform/tree/treeEntry.ts';
import { Dialogs } from './support/dialogs.ts';
import { type EmulatedAzure, openEmulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, itemOf } from './support/explorer.ts';
import { until } from './support/until.ts';

const lab = ['Fabrikam Analytics', 'fabrikam-lab'] as const;
const sales = ['Contoso Production', 'contoso-sales'] as const;
const probes = /^GET .*\/rbacScopes$/;

describe('an address that the workspace’s firewall refuses', () => {
  let azure: EmulatedAzure;
  let dialogs: Dialogs;
  beforeEach(async () => {
    azure = await openEmulatedAzure();
    dialogs = new Dialogs();
    dialogs.type = ({ value }) => value;
  });
  afterEach(async () => {
    dialogs[Symbol.dispose]();
    await azure[Symbol.asyncDispose]();
  });

  /** Ends the operation that makes a rule once it has begun. */
  const ruleIsMade = async (): Promise<void> => {
    const progress = await dialogs.progresses(/^Adding firewall rule/);
    await until('its acceptance', () => progress.messages[0], azure.requests.onRequest);
    azure.endOperations();
  };
  const refusedRow = async (): Promise<TreeEntry> => {
    const [row] = await childrenOf(await entryAt(...lab, 'Access control'));
    assert.ok(row);
    return row;
  };
  /** What the person presses: whatever of these is offered. */
  const press = (...buttons: readonly string[]): void => {
    dialogs.press = (message) => message.buttons.find((button) => buttons.includes(button));
  };

  it('shows in words in a row that offers a rule', async () => {
    const { label, contextValue, accessibilityInformation } = await itemOf(await refusedRow());
    assert.equal(label, 'The firewall does not let 203.0.113.7 in.');
    assert.equal(contextValue, ';error;retry;addFirewallRule;');
    assert.match(
      accessibilityInformation?.label ?? '',
      /^Error: .*203\.0\.113\.7.* a rule of its IP firewall covers\. Add one/,
    );
  });

  it('gets a rule from the row, and the row is read anew when it works', async () => {
    const row = await refusedRow();
    azure.requests.take();
    press('Retry now');
    const command = vscode.commands.executeCommand('synapse.firewall.addForError', row);
    await ruleIsMade();
    await command;
    // The address was in the refusal: nobody had to ask for it; two looks show that the rule works.
    assert.equal(azure.requests.matching(probes).length, 2);
    assert.match(
      dialogs.inputs[0]?.prompt ?? '',
      /^Name of the rule for 203\.0\.113\.7, your address as Azure sees it$/,
    );
    assert.match(dialogs.inputs[0]?.value ?? '', /^ClientIPAddress_\d{4}-\d\d-\d\d$/);
    const news = await dialogs.says(/is there\./);
    assert.match(news.message, /It takes about a minute to work, at times a few\.$/);
    assert.deepEqual(news.buttons, ['Retry now']);
    await dialogs.says(/^The firewall of workspace fabrikam-lab lets 203\.0\.113\.7 in now\.$/);
    assert.equal((await childrenOf(await entryAt(...lab, 'Access control'))).length, 12);
    const rule = await entryAt(...lab, 'Networking', dialogs.inputs[0]?.value ?? '');
    assert.equal(rule.node.description, '203.0.113.7');
  });

  it('waits by itself, says so, and stops when somebody cancels', async () => {
    const command = vscode.commands.executeCommand('synapse.firewall.addForError', await refusedRow());
    await ruleIsMade();
    const waiting = await dialogs.progresses(
      /^Waiting for the firewall of workspace fabrikam-lab to let 203\.0\.113\.7 in$/,
    );
    assert.deepEqual(waiting.messages, ['trying again in 60 seconds']);
    azure.requests.take();
    waiting.cancel();
    await command;
    assert.deepEqual(azure.requests.matching(probes), []);
    assert.deepEqual(
      dialogs.messages.map(({ level }) => level),
      ['information'],
    );
    assert.match((await refusedRow()).node.label, /does not let/);
  });

  it('is asked of the workspace where no refusal has told it', async () => {
    press('Retry now');
    const networking = await entryAt(...lab, 'Networking');
    const command = vscode.commands.executeCommand('synapse.firewall.addMine', networking);
    await ruleIsMade();
    await command;
    assert.equal(dialogs.progress[0]?.title, 'Asking workspace fabrikam-lab which address it sees');
    assert.equal(azure.requests.matching(probes).length, 3);
    await dialogs.says(/lets 203\.0\.113\.7 in now/);
  });

  it('needs no rule where the workspace lets it in, also where only a role is missing', async () => {
    const networking = await entryAt(...sales, 'Networking');
    const letIn = 'The firewall of workspace contoso-sales lets this computer’s address in already.';
    await vscode.commands.executeCommand('synapse.firewall.addMine', networking);
    assert.equal((await dialogs.message('information')).message, letIn);
    azure.faults.add({ route: 'RoleDefinitions_ListScopes', times: 1, status: 403, body: missingRole });
    await vscode.commands.executeCommand('synapse.firewall.addMine', networking);
    assert.deepEqual(
      dialogs.messages.map(({ message }) => message),
      [letIn, letIn],
    );
  });

  it('is typed where the service does not tell it', async () => {
    const typed: string[] = [];
    dialogs.type = ({ prompt }) => {
      typed.push(prompt);
      return undefined;
    };
    const networking = await entryAt(...sales, 'Networking');
    for (const body of [refusalWith('Client Ip address : <b>1.2.3</b>'), { error: 'a proxy' }]) {
      azure.faults.add({ route: 'RoleDefinitions_ListScopes', times: 1, status: 403, body });
      await vscode.commands.executeCommand('synapse.firewall.addMine', networking);
      azure.faults.clear();
    }
    assert.equal(typed.length, 2);
    for (const prompt of typed) assert.match(prompt, /^Azure did not tell your address/);
  });

  it('gets no second rule where one covers it already', async () => {
    azure.faults.add({
      route: 'RoleDefinitions_ListScopes',
      times: 1,
      status: 403,
      body: refusalWith('Client Ip address : 203.0.113.7'),
    });
    press('Retry now');
    await vscode.commands.executeCommand('synapse.firewall.addMine', await entryAt(...sales, 'Networking'));
    await dialogs.says(/^Firewall rule allowAll is there for 203\.0\.113\.7 already\. It takes about a minute/);
    await dialogs.says(/lets 203\.0\.113\.7 in now/);
    assert.deepEqual(azure.requests.matching(/^PUT /), []);
  });

  it('offers a rule beside a notification, for the workspace that refused', async () => {
    const body = refusalWith('Client Ip address : 198.51.100.77');
    azure.faults.add({ route: 'SqlPools_Pause', times: 1, status: 403, body });
    press('Pause', 'Add firewall rule…');
    await vscode.commands.executeCommand('synapse.sqlPool.pause', await entryAt(...sales, 'SQL pools', 'SalesDW'));
    const { message, buttons } = await dialogs.message('error');
    assert.match(message, /The firewall does not let 198\.51\.100\.77 in\. The workspace lets in only/);
    assert.deepEqual(buttons, ['Add firewall rule…', 'Show log']);
    await dialogs.says(/^Firewall rule allowAll is there for 198\.51\.100\.77 already/);
    const waiting = await dialogs.progresses(/^Waiting for the firewall of workspace contoso-sales/);
    waiting.cancel();
  });

  it('offers no rule where the workspace is behind a private endpoint', async () => {
    const access = await entryAt('Contoso Production', 'contoso-people', 'Access control');
    azure.faults.add({ route: 'RoleDefinitions_ListRoleDefinitions', times: 1, status: 403, body: privately });
    azure.faults.add({ route: 'RoleDefinitions_ListScopes', times: 1, status: 403, body: privately });
    const [row] = await childrenOf(access);
    assert.ok(row);
    const { contextValue, tooltip } = await itemOf(row);
    assert.equal(contextValue, ';error;retry;');
    assert.match(String(tooltip), /A firewall rule does not help/);
    const networking = await entryAt('Contoso Production', 'contoso-people', 'Networking');
    await vscode.commands.executeCommand('synapse.firewall.addMine', networking);
    assert.deepEqual((await dialogs.message('error')).buttons, ['Show log']);
  });

  it('gets a rule without effect only when somebody wants it', async () => {
    azure.faults.add({
      route: 'RoleDefinitions_ListScopes',
      times: 1,
      status: 403,
      body: refusalWith('Client Ip address : 198.51.100.77'),
    });
    const networking = await entryAt('Contoso Production', 'contoso-people', 'Networking');
    await vscode.commands.executeCommand('synapse.firewall.addMine', networking);
    const { detail, buttons } = await dialogs.message('warning');
    assert.match(detail ?? '', /Public network access of this workspace is off/);
    assert.deepEqual(buttons, ['Add anyway']);
    assert.deepEqual(azure.requests.matching(/^PUT /), []);
  });

  it('says which Azure role is missing to whom may not make the rule', async () => {
    azure.faults.add({
      route: 'IpFirewallRules_CreateOrUpdate',
      times: 1,
      status: 403,
      body: { error: { code: 'AuthorizationFailed', message: 'The client has no authorization.' } },
    });
    await vscode.commands.executeCommand('synapse.firewall.addForError', await refusedRow());
    assert.match((await dialogs.message('error')).message, /Azure role Owner or Contributor on the workspace/);
  });
});

const refusalWith = (message: string) => ({ code: 'ClientIpAddressNotAuthorized', message });
const privately = refusalWith(
  'Client IP address 172.16.0.4 is not authorized to access private endpoint connection with link ID 1 in workspace contoso-people',
);
const missingRole = {
  error: { code: 'Unauthorized', message: 'The principal lacks Microsoft.Synapse/workspaces/read.' },
};
