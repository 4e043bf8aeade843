import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useExplorer } from './support/explorer.ts';

describe('The large sample', () => {
  const explorer = useExplorer({
    settings: { 'synapse.sample': 'large' },
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

  it('counts the role assignments of a crowded workspace, and shows a hundred of a role at a time', async () => {
    const { tree, traffic } = explorer();
    const role = ['Subscription 000', 'ws-000-0', 'Access control', 'Synapse Contributor'] as const;
    const more = await tree.reveal(...role, 'Load more…');
    assert.equal(await more.getAttribute('aria-setsize'), '101');
    await tree.tree.getByRole('treeitem', { name: 'Synapse role Synapse Contributor, 1100 assignments' }).waitFor();
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
