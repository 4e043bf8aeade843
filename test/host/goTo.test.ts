import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { account, agreeToSignIn, scopesIn } from './support/account.ts';
import { connectAnew } from './support/connectAnew.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, explorerTree } from './support/explorer.ts';
import { type OpenList, QuickPicks } from './support/quickPicks.ts';
import { withSettings } from './support/settings.ts';
import { until } from './support/until.ts';

describe('“Go to workspace…”', () => {
  const azure = emulatedAzure();
  let dialogs: Dialogs;
  let lists: QuickPicks;

  beforeEach(async () => {
    azure().faults.clear();
    dialogs = new Dialogs();
    lists = new QuickPicks();
    await childrenOf();
    azure().requests.take();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('synapse.signOut');
    lists[Symbol.dispose]();
    dialogs[Symbol.dispose]();
    await account.signIn();
    await connectAnew();
    await childrenOf();
  });

  it('offers all workspaces of all tenants by name and place, and reads nothing for it', async () => {
    const { list, done } = await open();
    assert.equal(list.labels.length, 12);
    const sales = list.items.find(({ label }) => label === 'contoso-sales');
    assert.equal(sales?.description, 'westeurope');
    assert.equal(sales.detail, 'Contoso Production › rg-analytics-prod › Contoso › tester@contoso.example');
    assert.deepEqual([list.matchOnDescription, list.matchOnDetail, list.busy], [true, true, false]);
    list.turnAway();
    await done;
    assert.deepEqual(azure().requests.take(), []);
    assert.equal(list.isOpen, false);
  });

  it('shows and selects the workspace that is chosen, however the tree is grouped', async () => {
    for (const groupBy of ['subscription', 'resourceGroup', 'none']) {
      await using _set = await withSettings({ groupBy });
      const { list, done } = await open();
      list.choose('fabrikam-lab');
      await done;
      assert.equal(await selected('fabrikam-lab'), 'fabrikam-lab');
    }
  });

  it('has pinned workspaces at the top, before anything was read, and shows them in their own place', async () => {
    await vscode.commands.executeCommand('synapse.pin', await entryAt('Contoso Production', 'contoso-sales'));
    await childrenOf();
    await vscode.commands.executeCommand('synapse.disconnect');
    assert.deepEqual(await childrenOf(), []);
    azure().faults.add({ path: 'Microsoft.ResourceGraph', delayMs: 1000 });
    await connectAnew();
    const done = vscode.commands.executeCommand('synapse.goToWorkspace');
    const list = await lists.list();
    assert.deepEqual(list.labels, ['— Pinned', 'contoso-sales']);
    assert.equal(list.busy, true);
    await untilFilled(list);
    assert.equal(list.labels.length, 14);
    assert.deepEqual(list.labels.slice(0, 3), ['— Pinned', 'contoso-sales', '— Other workspaces']);
    list.choose('contoso-sales');
    await done;
    await selected('contoso-sales');
    const [entry] = (await explorerTree()).view.selection;
    assert.equal(entry?.parent?.node.label, 'Contoso Production');
  });

  for (const [what, address, row] of [
    ['a resource id', (id: string) => id, 'contoso-sales'],
    ['the id of a pool', (id: string) => `${id}/sqlPools/salesdw`, 'SalesDW'],
    ['the id of an Apache Spark pool', (id: string) => `${id}/bigDataPools/sparksmall`, 'sparksmall'],
    [
      'an address of Synapse Studio',
      (id: string) => `https://web.example.test/?workspace=${encodeURIComponent(id)}`,
      'contoso-sales',
    ],
    [
      'an address of the Azure portal',
      (id: string) => `https://portal.azure.test/#@contoso/resource${id}/sqlPools/SalesDW/overview`,
      'SalesDW',
    ],
  ] as const) {
    it(`follows ${what}`, async () => {
      const id = (await entryAt('Contoso Production', 'contoso-sales')).node.resource?.id ?? '';
      azure().requests.take();
      const { list, done } = await open();
      list.type(address(id));
      assert.equal(list.labels.length, 1);
      assert.equal(list.items[0]?.alwaysShow, true);
      list.choose(list.labels[0] ?? '');
      await done;
      await selected(row);
      // One list for a pool, none for the workspace.
      const sent = azure().requests.take();
      assert.equal(sent.length, row === 'contoso-sales' ? 0 : 1, sent.join('; '));
    });
  }

  for (const [groupBy, group, row] of [
    ['subscription', '', 'Contoso Production'],
    ['subscription', '/resourceGroups/RG-analytics-prod', 'Contoso Production'],
    ['resourceGroup', '/resourceGroups/RG-analytics-prod', 'rg-analytics-prod'],
    ['resourceGroup', '', 'rg-analytics-prod'],
    ['none', '/resourceGroups/RG-analytics-prod', 'contoso-iot-01'],
  ] as const) {
    const what = group === '' ? 'a subscription' : 'a resource group';
    it(`follows the id of ${what} to the nearest row where the tree is grouped by ${groupBy}`, async () => {
      await using _set = await withSettings({ groupBy });
      const roots = await childrenOf();
      const inside = roots.find(({ node }) => node.label === row)?.node.resource?.id ?? '';
      const subscription = inside.split('/').slice(0, 3).join('/');
      const { list, done } = await open();
      list.type(`${subscription}${group}`);
      list.choose(list.labels[0] ?? '');
      await done;
      await selected(row);
      assert.deepEqual(dialogs.messages, []);
    });
  }

  it('says that a pool is not there, and selects the list where it would stand', async () => {
    const id = (await entryAt('Contoso Production', 'contoso-sales')).node.resource?.id ?? '';
    const { list, done } = await open();
    list.type(`${id}/sqlPools/[gone](command:x)`);
    list.choose(list.labels[0] ?? '');
    await done;
    await selected('SQL pools');
    const { message } = await dialogs.message('information');
    assert.match(
      message,
      /^“\[gone\].* is not among “SQL pools” of workspace “contoso-sales”\. It may have been deleted/,
    );
    assert.ok(!message.includes(']('), message);
  });

  it('says nothing of a pool whose list could not be read: the row does', async () => {
    const id = (await entryAt('Contoso Production', 'contoso-serverless')).node.resource?.id ?? '';
    azure().faults.add({ route: 'BigDataPools_ListByWorkspace', status: 403, body: {} });
    const { list, done } = await open();
    list.type(`${id}/bigDataPools/any`);
    list.choose(list.labels[0] ?? '');
    await done;
    await selected('Apache Spark pools');
    assert.deepEqual(dialogs.messages, []);
  });

  it('follows the address of an endpoint', async () => {
    const { list, done } = await open();
    list.type(azure().ready.workspaceEndpoint.replace('{workspace}', 'fabrikam-lab'));
    list.choose('fabrikam-lab');
    await done;
    await selected('fabrikam-lab');
  });

  it('says what another cloud is', async () => {
    const { list, done } = await open();
    list.type('contoso-sales.sql.azuresynapse.net');
    list.choose('contoso-sales');
    await done;
    const { message, buttons } = await dialogs.message('information');
    assert.equal(message, '“contoso-sales” is in Azure. You are connected to Emulator.');
    assert.deepEqual(buttons, ['Choose the cloud']);
  });

  it('offers to show what a choice hides, and then goes there', async () => {
    dialogs.tick = ({ items }) => items.filter(({ label }) => label !== 'Fabrikam');
    await vscode.commands.executeCommand('synapse.selectTenants');
    dialogs.press = () => 'Show everything';
    const { list, done } = await open();
    list.type('fabrikam-lab');
    list.choose('Where is “fabrikam-lab”?');
    await done;
    const { message } = await dialogs.message('information');
    assert.equal(message, '“fabrikam-lab” is not among the tenants and subscriptions that you chose to see.');
    await selected('fabrikam-lab');
  });

  it('says that something is not visible, and where it may be', async () => {
    const name = 'not-there';
    const first = await open();
    first.list.type(name);
    first.list.choose(`Where is “${name}”?`);
    await first.done;
    const { message, buttons } = await dialogs.message('information');
    assert.match(message, /^“not-there” is not visible to tester@contoso\.example\. It may have been deleted/);
    assert.deepEqual(buttons, ['Add an account…']);

    azure().faults.add({ route: 'Subscriptions_List', tenant: azure().fabrikam, status: 403, body: {} });
    await vscode.commands.executeCommand('synapse.refresh');
    await childrenOf();
    const second = await open();
    second.list.type(name);
    second.list.choose(`Where is “${name}”?`);
    await second.done;
    assert.equal(
      dialogs.messages.at(-1)?.message,
      '“not-there” is not visible. It may be in a tenant that could not be read: Fabrikam.',
    );
  });

  it('offers to sign in to the tenants that may hold it, and then goes there', async () => {
    const guest = azure().fabrikam;
    await account.refuse({ tenant: guest });
    await connectAnew();
    await childrenOf();
    dialogs.press = () => 'Sign in to tenants…';
    using _person = agreeToSignIn(async (question) => {
      await account.signIn({ scopes: scopesIn(question) });
    });
    const { list, done } = await open();
    list.type('fabrikam-lab');
    list.choose('Where is “fabrikam-lab”?');
    await done;
    const { message } = await dialogs.message('information');
    assert.equal(message, '“fabrikam-lab” is not visible. It may be in a tenant that needs a sign-in: Fabrikam.');
    await selected('fabrikam-lab');
  });

  it('has a sister that goes to access control', async () => {
    dialogs.choose = () => 'contoso-people';
    await vscode.commands.executeCommand('synapse.goToAccessControl');
    await selected('Access control');
    const [entry] = (await explorerTree()).view.selection;
    assert.equal(entry?.parent?.node.label, 'contoso-people');
  });

  async function open(): Promise<{ list: OpenList; done: Thenable<unknown> }> {
    const done = vscode.commands.executeCommand('synapse.goToWorkspace');
    const list = await lists.list();
    await untilFilled(list);
    return { list, done };
  }
});

async function untilFilled(list: OpenList): Promise<void> {
  await until('the list to be filled', () => !list.busy || undefined, list.onDidChangeItems);
}

/** Waits until a row with this label is selected, which VS Code tells by an event of its own. */
async function selected(label: string): Promise<string> {
  const { view } = await explorerTree();
  return await until(
    `${label} to be selected`,
    () => (view.selection[0]?.node.label === label ? label : undefined),
    view.onDidChangeSelection,
  );
}
