import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, explorerTree, itemOf } from './support/explorer.ts';
import { outlineOf, type Row, rowsBelow } from './support/outline.ts';
import { standardSample } from './support/standardSample.ts';
import { until } from './support/until.ts';

/** The assignments are looked at in one workspace only: all others are read in the same way. */
const opened = ({ node }: Row['entry']): boolean => !['accessControl', 'sqlScripts'].includes(node.kind.name);

describe('the tree of the standard sample', () => {
  emulatedAzure({ settings: { showEmptySubscriptions: true } });

  it('shows subscriptions, workspaces and pools with their sizes, states and flags', async () => {
    assert.equal(await outlineOf(await rowsBelow(undefined, opened)), standardSample.trim());
  });

  it('shows roles by name, and below them who has them, by name', async () => {
    const access = await entryAt('Contoso Production', 'contoso-sales', 'Access control');
    const roles = (await childrenOf(access)).filter(({ node }) => node.kind.name === 'role');
    const labels = roles.map(({ node }) => node.label);
    assert.equal(labels.length, 11);
    assert.deepEqual(
      labels,
      labels.toSorted((a, b) => a.localeCompare(b)),
    );
    const operators = await childrenOf(roles.find(({ node }) => node.label === 'Synapse Compute Operator'));
    assert.equal(operators.length, 2);
    assert.deepEqual(
      operators.map(({ node }) => node.label),
      ['陈美 (Mei Chen)', 'contoso-release-pipeline'].toSorted((a, b) => a.localeCompare(b)),
    );
    assert.deepEqual(operators.map(({ node }) => node.description).sort(), [
      'Service principal · integration runtime AutoResolveIntegrationRuntime',
      'User · Apache Spark pool sparksmall',
    ]);
  });

  it('tells a screen reader of each row its kind, its name and its state', async () => {
    for (const { entry } of await rowsBelow(undefined, opened)) {
      const { label, description, accessibilityInformation } = await itemOf(entry);
      const spoken = accessibilityInformation?.label ?? '';
      if (entry.node.kind.name.endsWith('Pools') || ['networking', 'accessControl'].includes(entry.node.kind.name)) {
        assert.ok(spoken.endsWith(`of workspace ${entry.parent?.node.label ?? ''}`), spoken);
        continue;
      }
      assert.match(
        spoken,
        /^(Subscription|Workspace|Serverless SQL pool|Dedicated SQL pool|Apache Spark pool|SQL scripts|Public network access|Managed virtual network|Firewall rule|No)\b/,
      );
      assert.ok(spoken.includes(String(label)), spoken);
      for (const part of String(description ?? '').split(' · ')) {
        assert.ok(spoken.includes(part) || part === 'serverless', `${spoken} lacks ${part}`);
      }
    }
  });

  it('shows names as plain text, whatever they hold', async () => {
    const odd = await itemOf(await entryAt('Research & <b>"Üser"</b> ../x'));
    assert.equal(odd.label, 'Research & <b>"Üser"</b> ../x');
    for (const { entry } of await rowsBelow(undefined, opened)) {
      const { label, tooltip } = await itemOf(entry);
      assert.equal(typeof label, 'string');
      assert.equal(typeof tooltip, 'string');
    }
  });

  it('knows each row by an id of its own, which stays after a refresh', async () => {
    const before = await rowsBelow(undefined, opened);
    const ids = before.map(({ entry }) => entry.id);
    assert.equal(new Set(ids).size, ids.length);
    await vscode.commands.executeCommand('synapse.refresh');
    const after = await rowsBelow(undefined, opened);
    assert.deepEqual(
      after.map(({ entry }) => entry.id),
      ids,
    );
    // VS Code keeps rows open by their objects.
    const kept = before.filter(({ entry }, index) => entry.node.children && entry !== after[index]?.entry);
    assert.deepEqual(
      kept.map(({ entry }) => entry.id),
      [],
    );
  });

  it('knows the way back from each row, so that VS Code can reveal it', async () => {
    const tree = await explorerTree();
    const rows = await rowsBelow(undefined, opened);
    for (const { entry, depth } of rows) {
      let steps = 0;
      for (let at = tree.getParent(entry); at; at = tree.getParent(at)) steps += 1;
      assert.equal(steps, depth, entry.id);
    }
    const pool = await entryAt('Fabrikam Analytics', 'fabrikam-retail', 'SQL pools', 'RetailTest');
    await tree.view.reveal(pool, { select: true });
    // The selection is told by an event of its own, after the row has been revealed.
    await until(
      'the row to be selected',
      () => tree.view.selection[0] === pool || undefined,
      tree.view.onDidChangeSelection,
    );
    assert.deepEqual(tree.view.selection, [pool]);
  });
});
