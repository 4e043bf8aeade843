import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { icon, useExplorer } from './support/explorer.ts';

const sales = ['Contoso Production', 'contoso-sales'] as const;
const odd = 'Research & <b>"Üser"</b> ../x';
const refusal = 'The client does not have authorization to list <i>Spark</i> pools.';

/** What is half-way in the sample takes ten times this, so that it stays half-way here. */
const operationTimeMs = 60_000;

describe('The tree', () => {
  const explorer = useExplorer({
    operationTimeMs,
    pageSize: 2,
    settings: { 'synapse.showEmptySubscriptions': true },
    rows: ['Contoso Production', 'Fabrikam Billing'],
  });

  it('holds the subscriptions of all tenants, and their workspaces', async () => {
    const { tree, row } = explorer();
    await row('Subscription Contoso Sandbox, no workspaces').waitFor();
    const production = await tree.reveal('Contoso Production');
    await tree.expand(production);
    assert.deepEqual(await tree.children(production), [
      'contoso-finance',
      'contoso-iot-01',
      'contoso-people',
      'contoso-sales',
      'contoso-serverless',
    ]);
    assert.equal(await description(tree.item('contoso-finance')), 'northeurope · Git');
    assert.equal(await description(tree.item('contoso-people')), 'westeurope · private');
  });

  it('lists SQL pools with sizes and states, Built-in first', async () => {
    const { tree, row } = explorer();
    const pools = await tree.reveal(...sales, 'SQL pools');
    await tree.expand(pools);
    await tree.item('SalesNightly').waitFor();
    assert.deepEqual(await tree.children(pools), ['Built-in', 'SalesArchive', 'SalesDW', 'SalesNightly']);
    assert.equal(await description(row('Serverless SQL pool Built-in, always on')), 'serverless');
    assert.equal(await description(row('Dedicated SQL pool SalesDW, DW1000c, Online')), 'DW1000c · Online');
    await icon(row('Dedicated SQL pool SalesArchive, DW100c, Paused'), 'debug-pause').waitFor();
    await icon(row('Dedicated SQL pool SalesNightly, DW500c, Resuming'), 'loading').waitFor();
  });

  it('lists Apache Spark pools with node size, autoscale and auto-pause', async () => {
    const { tree, row } = explorer();
    await tree.expand(await tree.reveal(...sales, 'Apache Spark pools'));
    await row('Apache Spark pool sparklarge, Large, 5 nodes, no auto-pause').waitFor();
    const small = row('Apache Spark pool sparksmall, Small, 3–10 nodes, auto-pause after 15 min');
    assert.equal(await description(small), 'Small · 3–10 nodes · auto-pause after 15 min');
  });

  it('shows who has a role by name, from all pages', async () => {
    const { tree, row } = explorer();
    const role = await tree.reveal(...sales, 'Access control', 'Synapse Administrator');
    await tree.expand(role);
    assert.deepEqual(await tree.children(role), ['Alex Wilber', 'contoso-sales', 'Synapse Administrators']);
    await row('User Alex Wilber, role Synapse Administrator, scope whole workspace').waitFor();
    await row('Synapse role Synapse Administrator, 3 assignments').waitFor();
    await tree.collapse(tree.item('Access control'));
  });

  it('shows odd names as they are, in rows and in hovers', async () => {
    const { tree, workbench, row } = explorer();
    const subscription = row(`Subscription ${odd}, 4 workspaces`);
    assert.equal(await subscription.locator('.label-name').innerText(), odd);
    await subscription.hover();
    const hover = workbench.page.locator('.workbench-hover:visible');
    await hover.getByText('Tenant Contoso').waitFor();
    assert.equal((await hover.innerText()).split('\n')[0], odd);
    assert.equal(await hover.locator('b').count(), 0);
    const longest = 'research-workspace-with-all-of-fifty-characters-50';
    const pool = 'A_dedicated_SQL_pool_with_sixty_letters_digits_or_underscore';
    await (await tree.reveal(odd, longest, 'SQL pools', pool)).waitFor();
    await tree.collapse(tree.item(odd));
  });

  it('says so where there is nothing', async () => {
    const { tree } = explorer();
    await tree.reveal('Contoso Production', 'contoso-serverless', 'Apache Spark pools', 'No Apache Spark pools');
    await tree.reveal('Fabrikam Billing', 'No Synapse workspaces in this subscription');
    await tree.collapse(tree.item('contoso-serverless'));
  });

  it('reads one list again, and all of them, when asked to', async () => {
    const { tree, traffic, workbench } = explorer();
    const before = { pools: traffic.count('SqlPools_ListByWorkspace'), graph: traffic.count('Resources') };
    await tree.inlineAction(await tree.reveal(...sales, 'SQL pools'), 'Refresh');
    await traffic.reaches('SqlPools_ListByWorkspace', before.pools + 1);
    assert.equal(traffic.count('Resources'), before.graph);
    await workbench.titleAction('Refresh all');
    await traffic.reaches('Resources', before.graph + 1);
    await tree.item('SalesDW').waitFor(); // what was open is open again
  });

  it('shows why a list failed and leaves the rest alone; Retry brings it', async () => {
    const { tree, faults, row } = explorer();
    const body = { error: { code: 'AuthorizationFailed', message: refusal } };
    faults.set({ route: 'BigDataPools_ListByWorkspace', status: 403, body });
    await tree.inlineAction(await tree.reveal(...sales, 'Apache Spark pools'), 'Refresh');
    const failed = tree.item(refusal);
    await failed.waitFor();
    await row(
      `Error: ${refusal} Ask an administrator of the workspace or the subscription for the missing role.`,
    ).waitFor();
    assert.deepEqual(await tree.children(tree.item('SQL pools')), [
      'Built-in',
      'SalesArchive',
      'SalesDW',
      'SalesNightly',
    ]);
    const details = await explorer().copied(() => explorer().workbench.contextMenu(failed, 'Copy error details'));
    assert.match(details, /Status 403\nCode AuthorizationFailed\n/);
    faults.set();
    await tree.inlineAction(failed, 'Retry');
    await tree.item('sparksmall').waitFor();
    assert.equal(await failed.count(), 0);
  });

  it('shows one tenant while another one fails', async () => {
    const { tree, faults, workbench } = explorer();
    faults.set({ route: 'Subscriptions_List', times: 1, status: 403, body: { error: { code: 'No', message: 'No.' } } });
    await workbench.titleAction('Refresh all');
    const tenant = tree.tree.getByRole('treeitem', { name: /^Tenant (Contoso|Fabrikam), could not be read: No\.$/ });
    await tenant.waitFor();
    await tree.tree
      .getByRole('treeitem', { name: /^Subscription (Contoso|Fabrikam)/ })
      .first()
      .waitFor();
    faults.set();
    await workbench.titleAction('Refresh all');
    await tree.item('Contoso Production').waitFor();
    await tree.item('Fabrikam Analytics').waitFor();
    assert.equal(await tenant.count(), 0);
  });
});

function description(row: { locator(selector: string): { innerText(): Promise<string> } }): Promise<string> {
  return row.locator('.label-description').innerText();
}
