import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, itemOf, untilRowSays } from './support/explorer.ts';

const query = 'POST /resourceManager/providers/Microsoft.ResourceGraph/resources';
const salesPools = ['Contoso Production', 'contoso-sales', 'SQL pools'] as const;

describe('what the tree asks for', () => {
  const azure = emulatedAzure();
  beforeEach(async () => {
    azure().faults.clear();
    await vscode.commands.executeCommand('synapse.refresh');
    await childrenOf();
    azure().requests.take();
  });

  it('is one query for the workspaces of each tenant, and one list of its subscriptions', async () => {
    await vscode.commands.executeCommand('synapse.refresh');
    await childrenOf();
    assert.deepEqual(azure().requests.take().sort(), [
      'GET /resourceManager/subscriptions',
      'GET /resourceManager/subscriptions',
      'GET /resourceManager/tenants',
      query,
      query,
    ]);
  });

  it('is nothing for the rows down to the groups of a workspace, and one list for a group', async () => {
    await entryAt(...salesPools);
    assert.deepEqual(azure().requests.take(), []);
    await childrenOf(await entryAt(...salesPools));
    const [list = '', ...more] = azure().requests.take();
    assert.match(list, /^GET .*\/workspaces\/contoso-sales\/sqlPools$/);
    assert.deepEqual(more, []);
  });

  it('is only the node that is refreshed', async () => {
    const pools = await entryAt(...salesPools);
    const sparkPools = await entryAt('Contoso Production', 'contoso-sales', 'Apache Spark pools');
    await childrenOf(pools);
    await childrenOf(sparkPools);
    azure().requests.take();
    await vscode.commands.executeCommand('synapse.refreshNode', pools);
    await childrenOf(pools);
    await childrenOf(sparkPools);
    const [list = '', ...more] = azure().requests.take();
    assert.match(list, /\/sqlPools$/);
    assert.deepEqual(more, []);
  });

  it('is the workspaces of one subscription when that is refreshed', async () => {
    const subscription = await entryAt('Fabrikam Analytics');
    await vscode.commands.executeCommand('synapse.refreshNode', subscription);
    assert.equal((await childrenOf(subscription)).length, 3);
    // The first look uses what came with the subscription.
    await vscode.commands.executeCommand('synapse.refreshNode', subscription);
    assert.equal((await childrenOf(subscription)).length, 3);
    assert.deepEqual(azure().requests.take(), [query]);
  });

  it('shows what failed as a row with its reason, beside what did not fail, and reads it again on Retry', async () => {
    azure().faults.add({
      route: 'SqlPools_ListByWorkspace',
      status: 403,
      body: { error: { code: 'AuthorizationFailed', message: 'You may not see the pools.' } },
    });
    const pools = await entryAt(...salesPools);
    await vscode.commands.executeCommand('synapse.refreshNode', pools);
    const rows = await childrenOf(pools);
    assert.deepEqual(
      rows.map(({ node }) => node.label),
      ['Built-in', 'You may not see the pools.'],
    );
    const failed = rows[1];
    assert.ok(failed);
    const { contextValue, tooltip, accessibilityInformation } = await itemOf(failed);
    assert.equal(contextValue, ';error;retry;');
    assert.match(String(tooltip), /Ask an administrator[^]*Status 403[^]*Code AuthorizationFailed[^]*Request id /);
    assert.match(accessibilityInformation?.label ?? '', /^Error: You may not see the pools\. Ask an administrator/);
    assert.equal(
      (await childrenOf(await entryAt('Contoso Production', 'contoso-sales', 'Apache Spark pools'))).length,
      2,
    );

    azure().faults.clear();
    await vscode.commands.executeCommand('synapse.retry', failed);
    assert.deepEqual(
      (await childrenOf(pools)).map(({ node }) => node.label),
      ['Built-in', 'SalesArchive', 'SalesDW', 'SalesNightly'],
    );
  });

  it('gives the details of a failure to the clipboard', async () => {
    azure().faults.add({
      route: 'BigDataPools_ListByWorkspace',
      status: 404,
      body: { error: { code: 'Gone', message: 'No.' } },
    });
    const group = await entryAt('Contoso Production', 'contoso-sales', 'Apache Spark pools');
    await vscode.commands.executeCommand('synapse.refreshNode', group);
    const [failed] = await childrenOf(group);
    await vscode.commands.executeCommand('synapse.copyError', failed);
    assert.match(await vscode.env.clipboard.readText(), /^No\.\n[^]*Status 404\nCode Gone\nRequest id /);
  });

  it('waits as long as the service asks, and then goes on', async () => {
    azure().faults.add({ route: 'BigDataPools_ListByWorkspace', times: 1, fault: 'throttle', seconds: 1 });
    const group = await entryAt('Contoso Production', 'contoso-sales', 'Apache Spark pools');
    await vscode.commands.executeCommand('synapse.refreshNode', group);
    assert.deepEqual(
      (await childrenOf(group)).map(({ node }) => node.label),
      ['sparklarge', 'sparksmall'],
    );
    assert.equal(azure().requests.matching(/bigDataPools$/).length, 2);
  });

  it('shows a failed list of tenants as the row of its account, and reads it again on Retry', async () => {
    using dialogs = new Dialogs();
    azure().faults.add({
      route: 'Tenants_List',
      status: 400,
      body: { error: { code: 'Bad', message: 'No tenants today.' } },
    });
    await vscode.commands.executeCommand('synapse.refresh');
    const [row, ...more] = await childrenOf();
    assert.deepEqual(more, []);
    assert.ok(row);
    const { label, description, contextValue } = await itemOf(row);
    assert.deepEqual([label, description], ['tester@contoso.example', 'could not be read']);
    assert.equal(contextValue, ';tenant;named;refreshable;');
    const [reason] = await childrenOf(row);
    assert.equal(reason?.node.label, 'No tenants today.');
    assert.deepEqual(dialogs.messages, []);

    azure().faults.clear();
    await vscode.commands.executeCommand('synapse.retry', reason);
    assert.deepEqual(
      (await childrenOf(row)).map(({ node }) => node.label),
      ['Contoso Production', 'Fabrikam Analytics', 'Research & <b>"Üser"</b> ../x'],
    );
    await vscode.commands.executeCommand('synapse.refresh');
    assert.equal((await childrenOf()).length, 3);
  });
});

describe('lists with pages', () => {
  const azure = emulatedAzure({ pageSize: 2, settings: { showEmptySubscriptions: true } });

  it('are read to their end where the rows cannot do without', async () => {
    await vscode.commands.executeCommand('synapse.refresh');
    const roots = await childrenOf();
    assert.deepEqual(
      roots.map(({ node }) => node.description),
      ['5 workspaces', 'no workspaces', '3 workspaces', 'no workspaces', '4 workspaces'],
    );
    // Nine workspaces of one tenant and three of the other, two on a page.
    assert.equal(azure().requests.matching(/Microsoft\.ResourceGraph/).length, 5 + 2);
    const pools = await childrenOf(await entryAt(...salesPools));
    assert.equal(pools.length, 4);
    assert.equal(azure().requests.matching(/contoso-sales\/sqlPools$/).length, 2);
  });

  it('show all role assignments of a role, however many pages they come in', async () => {
    const role = await entryAt('Contoso Production', 'contoso-sales', 'Access control', 'Synapse Administrator');
    // The count comes when the last page has.
    await untilRowSays(role, /^3$/);
    assert.deepEqual(
      (await childrenOf(role)).map(({ node }) => node.kind.name),
      ['roleAssignment', 'roleAssignment', 'roleAssignment'],
    );
  });
});

describe('lists of one on a page', () => {
  const azure = emulatedAzure({ pageSize: 1 });

  it('offer to load more elsewhere, a page at a time', async () => {
    const pools = await entryAt('Contoso Production', 'contoso-sales', 'Apache Spark pools');
    azure().requests.take();
    const first = await childrenOf(pools);
    assert.deepEqual(
      first.map(({ node }) => node.kind.name),
      ['sparkPool', 'loadMore'],
    );
    const more = first[1];
    assert.ok(more);
    const { command } = await itemOf(more);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    const all = await childrenOf(pools);
    assert.deepEqual(
      all.map(({ node }) => node.kind.name),
      ['sparkPool', 'sparkPool'],
    );
    assert.ok(all.includes(first[0] ?? assert.fail()));
    assert.equal(azure().requests.take().length, 2);
  });
});

describe('lists without anything', () => {
  emulatedAzure({ settings: { showEmptySubscriptions: true } });

  it('say so', async () => {
    const path = ['Research & <b>"Üser"</b> ../x', 'research-empty'] as const;
    const hint = async (...labels: string[]): Promise<string[]> =>
      (await childrenOf(await entryAt(...labels))).map(({ node }) => node.label);
    assert.deepEqual(await hint('Contoso Sandbox'), ['No Synapse workspaces in this subscription']);
    assert.deepEqual(await hint(...path, 'Apache Spark pools'), ['No Apache Spark pools']);
    assert.deepEqual(await hint(...path, 'Access control', 'Synapse User'), ['Nobody has this role']);
  });
});
