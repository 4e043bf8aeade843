import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useExplorer } from './support/explorer.ts';
import { pictureFile } from './support/looks.ts';

describe('The large sample', () => {
  const explorer = useExplorer({
    settings: { 'synapse.sample': 'large', 'files.autoSave': 'off' },
    rows: ['Subscription 000', 'Subscription 003'],
  });

  it('shows a hundred subscriptions with one query per tenant', async () => {
    const { tree, traffic } = explorer();
    const first = tree.item('Subscription 000');
    await first.and(tree.tree.locator('[aria-setsize="100"]')).waitFor();
    assert.equal(traffic.count('Resources'), 2, `two queries, not ${traffic.files('Resources').join(', ')}`);
  });

  it('opens any of them at once', async () => {
    const { tree, traffic } = explorer();
    const subscription = await tree.reveal('Subscription 003');
    await tree.expand(subscription);
    assert.deepEqual(await tree.children(subscription), ['ws-003-0', 'ws-003-1', 'ws-003-2']);
    assert.equal(traffic.count('Resources'), 2, `two queries, not ${traffic.files('Resources').join(', ')}`);
  });

  it('has 2,000 SQL scripts at hand after one request', async () => {
    const { tree, traffic, workbench } = explorer();
    const list = 'SqlScript_GetSqlScriptsByWorkspace';
    const section = await tree.reveal('Subscription 000', 'ws-000-1', 'SQL scripts');
    await tree.expand(section);
    await tree.item('Folder 00').and(tree.tree.locator('[aria-setsize="40"]')).waitFor();
    await tree.reveal('Subscription 000', 'ws-000-1', 'SQL scripts', 'Folder 02', 'Part 2', 'Script 0002');
    await workbench.contextMenu(
      await tree.reveal('Subscription 000', 'ws-000-1', 'SQL scripts'),
      'Filter SQL scripts by name…',
    );
    await workbench.enter('script 1234');
    const found = tree.item('Script 1234');
    await found.waitFor();
    await tree.item('Folder 34').and(tree.tree.locator('[aria-setsize="1"]')).waitFor();
    await workbench.page.screenshot({ path: pictureFile('sql-scripts', 'filtered') });
    await found.click();
    await workbench.page.locator('.tab.active').getByText('Script 1234.sql').waitFor();
    const lines = workbench.page.locator('.editor-instance .view-lines');
    await lines.getByText('TOP 1235').waitFor();
    await lines.click();
    await workbench.page.keyboard.type('-- ');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    await workbench.page.keyboard.press('Control+S');
    await workbench.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    await traffic.reaches('SqlScript_CreateOrUpdateSqlScript', 1);
    assert.equal(traffic.count(list), 1, 'own writes keep the list true');
  });

  it('counts the role assignments of a crowded workspace, and shows a hundred of a role at a time', async () => {
    const { tree, traffic } = explorer();
    const role = ['Subscription 000', 'ws-000-0', 'Access control', 'Synapse Contributor'] as const;
    const contributors = await tree.reveal(...role);
    await contributors
      .and(tree.tree.getByRole('treeitem', { name: 'Synapse role Synapse Contributor, 1100 assignments' }))
      .waitFor();
    const more = await tree.reveal(...role, 'Load more…');
    assert.equal(await more.getAttribute('aria-setsize'), '101');
    // 5,000 assignments in pages of a hundred, read once for counts and rows.
    assert.equal(traffic.count('RoleAssignments_ListRoleAssignments'), 50);
    await more.click();
    await tree.tree.locator('[aria-setsize="201"]').first().waitFor();
    assert.equal(traffic.count('RoleAssignments_ListRoleAssignments'), 50);
    // Up to a thousand names in a request: those of the first rows, then everybody's.
    const asked = traffic.count('directoryObject_getByIds');
    assert.ok(asked <= 4, `${asked} requests for names`);
  });
});
