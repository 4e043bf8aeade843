import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeEntry } from '../../src/platform/tree/treeEntry.ts';
import { account } from './support/account.ts';
import { connectAnew } from './support/connectAnew.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, explorerTree, itemOf } from './support/explorer.ts';
import { until } from './support/until.ts';

const graph = 'Microsoft.ResourceGraph';
const unpinned = ';workspace;named;resource;refreshable;';
const pinned = ';workspace;named;resource;refreshable;pinned;';

describe('pinned workspaces', () => {
  const azure = emulatedAzure();
  beforeEach(async () => {
    azure().faults.clear();
    await childrenOf();
  });
  afterEach(async () => {
    using _unseen = new Dialogs();
    azure().faults.clear();
    await vscode.commands.executeCommand('synapse.signOut');
    await account.signIn();
    await connectAnew();
    assert.equal((await childrenOf()).length, 3);
  });

  it('stand at the top and in their own place, with the same commands, and nothing is read for it', async () => {
    const sales = await entryAt('Contoso Production', 'contoso-sales');
    azure().requests.take();
    await vscode.commands.executeCommand('synapse.pin', sales);
    assert.deepEqual(await labels(), [
      'Pinned',
      'Contoso Production',
      'Fabrikam Analytics',
      'Research & <b>"Üser"</b> ../x',
    ]);
    const above = await entryAt('Pinned', 'contoso-sales');
    const below = await entryAt('Contoso Production', 'contoso-sales');
    assert.notEqual(above.id, below.id);
    for (const entry of [above, below]) assert.equal((await itemOf(entry)).contextValue, pinned);
    assert.equal(above.node.description, 'Contoso Production · rg-analytics-prod');
    assert.deepEqual(azure().requests.take(), []);
    await entryAt('Pinned', 'contoso-sales', 'SQL pools', 'SalesDW');
    assert.equal(azure().requests.take().length, 1);
  });

  it('come and go several at once, and the rows keep what was read below them', async () => {
    const people = await entryAt('Contoso Production', 'contoso-people');
    await vscode.commands.executeCommand('synapse.pin', people);
    const [sales, lab] = [
      await entryAt('Contoso Production', 'contoso-sales'),
      await entryAt('Fabrikam Analytics', 'fabrikam-lab'),
    ];
    await entryAt('Contoso Production', 'contoso-sales', 'SQL pools', 'SalesDW');
    azure().requests.take();
    await vscode.commands.executeCommand('synapse.pin', sales, [sales, lab]);
    assert.deepEqual(await labels(await entryAt('Pinned')), ['contoso-people', 'contoso-sales', 'fabrikam-lab']);
    assert.equal((await itemOf(lab)).contextValue, pinned);
    await entryAt('Contoso Production', 'contoso-sales', 'SQL pools', 'SalesDW');
    assert.deepEqual(azure().requests.take(), []);

    await vscode.commands.executeCommand('synapse.unpin', await entryAt('Pinned', 'contoso-sales'));
    assert.deepEqual(await labels(await entryAt('Pinned')), ['contoso-people', 'fabrikam-lab']);
    assert.equal((await itemOf(sales)).contextValue, unpinned);
    const rest = await childrenOf(await entryAt('Pinned'));
    await vscode.commands.executeCommand('synapse.unpin', rest[0], rest);
    assert.equal((await childrenOf()).length, 3);
  });

  it('say what was left out of a selection', async () => {
    const [sales, subscription] = [
      await entryAt('Contoso Production', 'contoso-sales'),
      await entryAt('Fabrikam Analytics'),
    ];
    using dialogs = new Dialogs();
    await vscode.commands.executeCommand('synapse.pin', sales, [sales, subscription]);
    const { message } = await dialogs.message('information');
    assert.equal(message, 'Left out, as this does not fit: Fabrikam Analytics');
    assert.deepEqual(await labels(await entryAt('Pinned')), ['contoso-sales']);
  });

  it('work while their tenant is still being read, and are confirmed when it has answered', async () => {
    await vscode.commands.executeCommand('synapse.pin', await entryAt('Contoso Production', 'contoso-sales'));
    await childrenOf();
    azure().faults.add({ path: graph, delayMs: 1500 });
    // Rows of a connection that goes on would stay until all of the new ones are there.
    await vscode.commands.executeCommand('synapse.disconnect');
    assert.deepEqual(await labels(), []);
    await connectAnew();
    const tree = await explorerTree();
    const [group] = await tree.getChildren();
    assert.ok(group);
    assert.equal(group.node.label, 'Pinned');
    const [sales] = await tree.getChildren(group);
    assert.ok(sales);
    assert.ok(sales.node.poll);
    const [pools] = await tree.getChildren(sales);
    assert.ok(pools);
    assert.ok((await childrenOf(pools)).some(({ node }) => node.label === 'SalesDW'));
    assert.equal(tree.model.root.list?.done, false);
    await untilConfirmed(sales);
    assert.equal((await itemOf(sales)).contextValue, pinned);
    assert.equal((await childrenOf()).length, 4);
  });

  it('say so when the workspace is gone, and can be unpinned', async () => {
    await vscode.commands.executeCommand('synapse.pin', await entryAt('Contoso Production', 'contoso-sales'));
    await childrenOf();
    azure().faults.add({ path: graph, status: 200, body: { data: [], resultTruncated: 'false' } });
    await vscode.commands.executeCommand('synapse.refresh');
    await childrenOf();
    const gone = await entryAt('Pinned', 'contoso-sales');
    await untilConfirmed(gone);
    const { contextValue, description, accessibilityInformation } = await itemOf(gone);
    assert.equal(contextValue, ';missingPin;named;');
    assert.equal(description, 'not found');
    assert.match(accessibilityInformation?.label ?? '', /^Pinned workspace contoso-sales, not found: It may have been/);
    await vscode.commands.executeCommand('synapse.unpin', gone);
    assert.deepEqual(await labels(), []);
  });

  it('go on when their tenant cannot be read or is hidden', async () => {
    await vscode.commands.executeCommand('synapse.pin', await entryAt('Fabrikam Analytics', 'fabrikam-retail'));
    await childrenOf();
    azure().faults.add({ route: 'Subscriptions_List', tenant: azure().fabrikam, status: 403, body: {} });
    await vscode.commands.executeCommand('synapse.refresh');
    await childrenOf();
    await untilConfirmed(await entryAt('Pinned', 'fabrikam-retail'));
    await entryAt('Pinned', 'fabrikam-retail', 'SQL pools', 'RetailDW');
    azure().faults.clear();
    using dialogs = new Dialogs();
    dialogs.tick = ({ items }) => items.filter(({ label }) => label !== 'Fabrikam');
    await vscode.commands.executeCommand('synapse.selectTenants');
    await untilConfirmed(await entryAt('Pinned', 'fabrikam-retail'));
    assert.equal((await itemOf(await entryAt('Pinned', 'fabrikam-retail'))).contextValue, pinned);
  });

  it('are offered once in the palette', async () => {
    await vscode.commands.executeCommand('synapse.pin', await entryAt('Contoso Production', 'contoso-sales'));
    using dialogs = new Dialogs();
    await vscode.commands.executeCommand('synapse.copyName');
    const [list] = dialogs.lists;
    assert.equal(list?.items.length, 12);
    assert.equal(list.items.find(({ label }) => label === 'contoso-sales')?.detail, 'Contoso Production');
    await vscode.commands.executeCommand('synapse.unpin');
    assert.deepEqual(
      dialogs.lists[1]?.items.map(({ label }) => label),
      ['contoso-sales'],
    );
  });
});

async function labels(entry?: TreeEntry): Promise<string[]> {
  return (await childrenOf(entry)).map(({ node }) => node.label);
}

/** Rows of pins wait for what the tenants say of them. */
async function untilConfirmed(entry: TreeEntry): Promise<void> {
  const tree = await explorerTree();
  await until('the pin to be confirmed', () => !entry.node.poll || undefined, tree.onDidChangeTreeData);
}
