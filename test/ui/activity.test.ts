import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TreeView } from '../vscode/treeView.ts';
import { icon, useExplorer } from './support/explorer.ts';
import { picturesInLightAndDark } from './support/looks.ts';

const sales = ['Contoso Production', 'contoso-sales', 'SQL pools'] as const;

describe('The view of all changes', () => {
  const explorer = useExplorer();
  const activity = (): TreeView => explorer().workbench.tree('Activity');

  it('is closed at first, and says what it is for when it is opened', async () => {
    const { workbench } = explorer();
    const header = workbench.page.locator('.part.sidebar .pane-header', { hasText: 'Activity' });
    assert.equal(await header.getAttribute('aria-expanded'), 'false');
    await header.click();
    await workbench.welcome().getByText('Nothing was changed from this window yet.').waitFor();
    await picturesInLightAndDark(workbench, 'activity', 'empty');
  });

  it('shows a change that goes on with a spinner, and how it ended', async () => {
    const { workbench, tree } = explorer();
    await workbench.contextMenu(await tree.reveal(...sales, 'SalesDW'), 'Pause dedicated SQL pool…');
    await workbench.answer('Pause');
    const row = activity().item(/SalesDW/);
    await icon(row, 'loading').waitFor();
    await workbench.toast('SQL pool SalesDW is paused.').waitFor();
    await icon(row, 'check').waitFor();
    assert.match((await row.getAttribute('aria-label')) ?? '', /^Change .*SalesDW.*, done, contoso-sales, /);
    await activity().expand(row);
    const facts = await activity().children(row);
    assert.deepEqual(facts.slice(0, 3), ['State: done', 'Workspace: contoso-sales', 'Account: Sample']);
  });

  it('says why one failed, and copies its request id', async () => {
    const { workbench, tree, faults, copied } = explorer();
    const body = { error: { code: 'No', message: 'The pool is <b>busy</b>.' } };
    faults.set({ route: 'SqlPools_Resume', status: 409, body });
    await workbench.contextMenu(await tree.reveal(...sales, 'SalesArchive'), 'Resume dedicated SQL pool…');
    await workbench.answer('Resume');
    const row = activity().item(/SalesArchive/);
    await icon(row, 'error').waitFor();
    assert.match((await row.locator('.label-description').innerText()) ?? '', /^failed: The pool is <b>busy<\/b>\./);
    const requestId = await copied(() => workbench.contextMenu(row, 'Copy request id'));
    assert.match(requestId, /^[\da-f-]{36}$/);
    const details = await copied(() => workbench.contextMenu(row, 'Copy details'));
    assert.ok(details.includes(requestId));
    await picturesInLightAndDark(workbench, 'activity', 'done and failed');
    faults.set();
  });

  it('is walked by keyboard: focus, rows, facts, menu', async () => {
    const { workbench } = explorer();
    const { keyboard } = workbench.page;
    await workbench.runCommand('Synapse Explorer: Focus on Activity View');
    await activity().tree.and(workbench.page.locator(':focus')).waitFor();
    await keyboard.press('Home');
    const focused = activity().tree.locator('.monaco-list-row.focused');
    await focused.and(activity().item(/SalesArchive/)).waitFor();
    await keyboard.press('ArrowRight');
    await activity()
      .item(/^State: failed$/)
      .waitFor();
    await keyboard.press('ArrowDown');
    await focused.and(activity().item(/^State: failed$/)).waitFor();
    await keyboard.press('Home');
    await keyboard.press('Shift+F10');
    await workbench.page.locator('.monaco-menu').getByRole('menuitem', { name: 'Show log' }).waitFor();
    await keyboard.press('Escape');
  });

  it('forgets what has ended when it is told to', async () => {
    const { workbench } = explorer();
    await workbench.titleAction('Clear finished changes');
    await activity()
      .item(/SalesDW/)
      .waitFor({ state: 'detached' });
    await workbench.welcome().getByText('Nothing was changed from this window yet.').waitFor();
  });
});
