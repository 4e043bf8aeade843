import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { accessibleInAllThemes, violations } from './support/accessiblePage.ts';
import { useExplorer } from './support/explorer.ts';
import { Keys } from './support/keys.ts';
import { cutOff, pictureFile } from './support/looks.ts';
import { Traffic } from './support/traffic.ts';

const pictures = 'roles-page';
const put = 'RoleAssignments_CreateRoleAssignment';
const remove = 'RoleAssignments_DeleteRoleAssignmentById';
const sales = ['Contoso Production', 'contoso-sales'] as const;

describe('The page of role assignments', () => {
  const explorer = useExplorer();

  it('opens for a workspace and shows everybody by name', async () => {
    const { workbench, tree } = explorer();
    await workbench.contextMenu(await tree.reveal(...sales), 'Edit role assignments…');
    await workbench.page.getByRole('tab', { name: 'Roles: contoso-sales' }).waitFor();
    await page().getByRole('gridcell', { name: 'Data Engineers' }).first().waitFor();
    await page()
      .locator('#count')
      .getByText(/^\d+ assignments$/)
      .waitFor();
  });

  it('sorts by a header, filters over all columns, and groups', async () => {
    await header('Principal').click();
    assert.equal(await header('Principal').getAttribute('aria-sort'), 'descending');
    const descending = await principals();
    await header('Principal').click();
    assert.deepEqual(await principals(), descending.toReversed());
    await page().getByLabel('Filter').fill('group administrator');
    await page()
      .locator('#count')
      .getByText(/^\d+ of \d+ assignments$/)
      .waitFor();
    assert.ok((await principals()).every((name) => name === 'Synapse Administrators'));
    await page().getByLabel('Filter').fill('');
    await page().getByLabel('Group by').selectOption('Role');
    await page()
      .getByRole('row', { name: /^Synapse Administrator \(\d+\)/ })
      .waitFor();
    await page().getByLabel('Group by').selectOption('Nothing');
  });

  it('finds people as somebody types, and plans what is chosen without sending anything', async () => {
    const { workbench } = explorer();
    const traffic = new Traffic();
    await button('Add…').click();
    await page().getByLabel('Search people').fill('priya');
    await page()
      .getByRole('option', { name: /^Priya/ })
      .click();
    await page().getByLabel('Search people').fill('release');
    await page()
      .getByRole('option', { name: /^contoso-release-pipeline/ })
      .click();
    await page().getByLabel('Synapse Compute Operator').check();
    await page().getByLabel('sparksmall').check();
    await workbench.page.screenshot({ path: pictureFile(pictures, 'add') });
    assert.deepEqual(await violations(workbench), []);
    await button('Add 2 to plan').click();
    await page().getByText('2 to add, 0 to remove, 0 there or gone already, 0 not allowed').waitFor();
    assert.equal(traffic.count(put), 0);
  });

  it('offers only scopes at which every chosen role can be given', async () => {
    await page().getByLabel('Synapse SQL Administrator').check();
    await page().getByLabel('sparksmall').waitFor({ state: 'detached' });
    await page().getByLabel('Whole workspace').waitFor();
    await page().getByLabel('Synapse SQL Administrator').uncheck();
    await page().getByLabel('sparksmall').waitFor();
    await page().locator('#panel').getByRole('button', { name: 'Close' }).click();
  });

  it('breaks no rule of accessibility in any theme, at any width', async () => {
    const { workbench } = explorer();
    await accessibleInAllThemes(workbench, pictures, 'plan');
    await workbench.page.setViewportSize({ width: 700, height: 900 });
    assert.deepEqual(await cutOff(page().locator('h1, h2, p:not(.spoken), label, vscode-button')), []);
    await workbench.page.screenshot({ path: pictureFile(pictures, 'narrow') });
    await workbench.page.setViewportSize({ width: 1400, height: 900 });
  });

  it('warns before somebody locks themselves or the workspace out, and takes rows back', async () => {
    const { workbench } = explorer();
    await row('Synapse Administrators').locator('div').first().click();
    await row('contoso-sales').locator('div').first().click();
    await button('Remove chosen (2)').click();
    await page().getByText('2 to add, 2 to remove').waitFor();
    await page().locator('#warnings').getByText('Pipelines run as it').waitFor();
    assert.equal(await button('Apply 4 changes').getAttribute('aria-disabled'), 'true');
    assert.deepEqual(await violations(workbench), []);
    await page().locator('#warnings').scrollIntoViewIfNeeded();
    await workbench.page.screenshot({ path: pictureFile(pictures, 'warnings') });
    await page().getByLabel('I have read this').check();
    assert.equal(await button('Apply 4 changes').getAttribute('aria-disabled'), 'false');
    for (const name of ['Synapse Administrators', 'contoso-sales']) {
      await page().locator('.plan-grid .row').filter({ hasText: name }).locator('div').first().click();
    }
    await button('Take out of plan (2)').click();
    await page().getByText('2 to add, 0 to remove').waitFor();
    await page().locator('#warnings').waitFor({ state: 'detached' });
  });

  it('applies the plan, says how long it takes to work, and shows the new rows', async () => {
    const { workbench } = explorer();
    const traffic = new Traffic();
    const before = await count();
    await button('Apply 2 changes').click();
    await finished('Finished: 2 done.');
    await page().locator('#outcome').getByText('It takes 2 to 5 minutes').waitFor();
    await traffic.reaches(put, 2);
    assert.equal(traffic.count(put), 2);
    await page()
      .locator('#count')
      .getByText(`${String(before + 2)} assignments`)
      .waitFor();
    await workbench.page.screenshot({ path: pictureFile(pictures, 'applied') });
  });

  it('has nothing to add for what is there already', async () => {
    await addPriyaToSparksmall();
    await page().getByText('0 to add, 0 to remove, 1 there or gone already').waitFor();
    await button('Discard plan').click();
    await page().getByText('Nothing is sent before you apply it.').waitFor({ state: 'detached' });
  });

  it('says what a principal may do, and which assignment allows it', async () => {
    const { workbench } = explorer();
    await button('Check access…').click();
    await page().getByRole('combobox', { name: 'Of', exact: true }).fill('priya');
    await page()
      .getByRole('option', { name: /^Priya/ })
      .click();
    await page().getByRole('combobox', { name: 'At scope' }).fill('sparksmall');
    await page()
      .getByRole('option', { name: /sparksmall/ })
      .click();
    await page().getByLabel('Filter actions').fill('apache spark pools');
    await page().getByLabel('Run notebooks and jobs on Apache Spark pools').check();
    await page().getByLabel('Upload libraries for Apache Spark pools').check();
    await page().locator('#check-run').click();
    const allowed = page().locator('#decisions .yes');
    await allowed.getByText('Priya Raghunathan-Venkatasubramanian is Synapse Compute Operator').waitFor();
    await page().locator('#decisions .no').getByText('Upload libraries').waitFor();
    assert.deepEqual(await violations(workbench), []);
    await workbench.page.screenshot({ path: pictureFile(pictures, 'check access') });
    await page().locator('#panel').getByRole('button', { name: 'Close' }).click();
  });

  it('marks at a Spark pool what is inherited, and does not offer to remove it there', async () => {
    const { workbench, tree } = explorer();
    await workbench.contextMenu(
      await tree.reveal(...sales, 'Apache Spark pools', 'sparksmall'),
      'Edit role assignments…',
    );
    await page().getByText('sparksmall in workspace contoso-sales').waitFor();
    const inherited = row('Data Engineers');
    await inherited.getByRole('gridcell', { name: 'whole workspace (inherited)' }).waitFor();
    assert.equal(await inherited.locator('.box').count(), 0);
    assert.equal(await row('Apache Spark pool sparksmall').first().locator('.box').count(), 1);
    await workbench.page.screenshot({ path: pictureFile(pictures, 'spark pool') });
    await workbench.runCommand('View: Close All Editors');
  });

  it('keeps plan and form when the window is loaded anew', async () => {
    const { workbench, tree } = explorer();
    await workbench.contextMenu(await tree.reveal(...sales), 'Edit role assignments…');
    await button('Add…').click();
    await page().getByLabel('Search people').fill('monitoring');
    await page()
      .getByRole('option', { name: /^Monitoring/ })
      .click();
    await page().getByLabel('Synapse User').check();
    await page().getByLabel('Whole workspace').check();
    await button('Add 1 to plan').click();
    await page().getByText('1 to add, 0 to remove').waitFor();
    await page().getByLabel('Synapse Artifact User').check();
    await explorer().reload();
    await page().getByText('1 to add, 0 to remove').waitFor();
    assert.ok(await page().getByLabel('Synapse Artifact User').isChecked());
    await button('Discard plan').click();
    await workbench.runCommand('View: Close All Editors');
  });

  it('shows names and texts of others as text', async () => {
    const { workbench, tree } = explorer();
    await workbench.contextMenu(await tree.reveal(...sales), 'Edit role assignments…');
    await button('Add…').waitFor();
    if ((await button('Add…').getAttribute('aria-expanded')) === 'false') await button('Add…').click();
    await page().getByLabel('Search people').fill('ravi');
    await page()
      .getByRole('option', { name: /^Ravi <i>Test<\/i>/ })
      .click();
    await page().locator('#chosen-people').getByText('Ravi <i>Test</i>').waitFor();
    assert.equal(await page().locator('#chosen-people i').count(), 0);
    await workbench.runCommand('View: Close All Editors');
  });

  const page = () => explorer().workbench.webview();
  const button = (label: string | RegExp): Locator => page().locator('vscode-button').filter({ hasText: label });
  const row = (text: string): Locator => page().locator('.assignments .row').filter({ hasText: text });
  const header = (name: string): Locator => page().locator('.assignments').getByRole('columnheader', { name });
  const principals = (): Promise<string[]> => page().locator('.assignments .row > div:nth-child(2)').allInnerTexts();
  const finished = (text: string): Promise<void> =>
    page().locator('#outcome').getByText(text, { exact: true }).waitFor({ timeout: 60_000 });
  const count = async (): Promise<number> => Number.parseInt(await page().locator('#count').innerText(), 10);

  async function addPriyaToSparksmall(): Promise<void> {
    await button('Add…').click();
    await page().getByLabel('Search people').fill('priya');
    await page()
      .getByRole('option', { name: /^Priya/ })
      .click();
    await page().getByLabel('Synapse Compute Operator').check();
    await page().getByLabel('sparksmall').check();
    await button('Add 1 to plan').click();
    await page().locator('#panel').getByRole('button', { name: 'Close' }).click();
  }
});

describe('The page of role assignments, by keyboard alone', () => {
  const explorer = useExplorer();
  const keys = new Keys(explorer);

  it('opens from the palette, with the focus in the filter', async () => {
    const { workbench } = explorer();
    await keys.palette('Synapse: Edit role assignments…');
    await keys.choose('contoso-sales');
    await page().locator('#filter:focus').waitFor();
    await page()
      .locator('#count')
      .getByText(/^\d+ assignments$/)
      .waitFor();
    assert.ok(workbench);
  });

  it('sorts from the header above the first row', async () => {
    await press('Tab', 'Tab');
    await page().locator('[role=grid]:focus').waitFor();
    await press('ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    const role = page().locator('.assignments').getByRole('columnheader', { name: 'Role' });
    assert.equal(await role.getAttribute('aria-sort'), 'ascending');
    await press('Enter');
    assert.equal(await role.getAttribute('aria-sort'), 'descending');
    assert.equal(await activeRow(), 'assignments-head-3');
    await press('ArrowDown', 'ArrowDown');
    assert.equal(await activeRow(), 'assignments-row-1');
  });

  it('adds: search, role, scope, plan, apply', async () => {
    await focusByTab(/^Add…$/, 'Shift+Tab');
    await press('Enter');
    await page().locator('#search:focus').waitFor();
    await explorer().workbench.page.keyboard.type('mei');
    await page()
      .getByRole('option', { name: /Mei Chen/ })
      .waitFor();
    await press('Enter');
    await page().locator('#chosen-people').getByText('Mei Chen').waitFor();
    await focusByTab(/Synapse Credential User/);
    await press('Space');
    await focusByTab(/Whole workspace/);
    await press('Space');
    await focusByTab(/^Add 1 to plan$/);
    await press('Enter');
    await page().getByText('1 to add, 0 to remove').waitFor();
    await focusByTab(/^Apply 1 change$/);
    await press('Enter');
    await page().locator('#outcome').getByText('Finished: 1 done.').waitFor();
  });

  it('closes what was opened with Escape, and goes back to its button', async () => {
    await focusByTab(/^Close$/, 'Shift+Tab');
    await press('Escape');
    await page().locator('#panel').waitFor({ state: 'detached' });
    await page().locator('#show-add:focus').waitFor();
  });

  it('removes what Space chooses', async () => {
    await focusByTab(/^$/, 'Tab', '[role=grid]');
    await press('Home', 'Space');
    await focusByTab(/^Remove chosen \(1\)$/, 'Shift+Tab');
    await press('Enter');
    await page().getByText('0 to add, 1 to remove').waitFor();
  });

  const page = () => explorer().workbench.webview();
  const activeRow = (): Promise<string | null> =>
    page().locator('.assignments .grid').getAttribute('aria-activedescendant');

  async function press(...pressed: readonly string[]): Promise<void> {
    for (const key of pressed) await explorer().workbench.page.keyboard.press(key);
  }

  /** Goes on with Tab until what has the focus says this. */
  async function focusByTab(words: RegExp, key = 'Tab', selector = '*'): Promise<void> {
    for (let steps = 0; steps < 60; steps += 1) {
      await press(key);
      const focused = page().locator(`${selector}:focus`);
      if ((await focused.count()) === 0) continue;
      const said = await focused
        .first()
        .evaluate(
          (element: {
            readonly closest: (selector: string) => { readonly textContent: string } | null;
            readonly textContent: string;
          }) => (element.closest('label') ?? element).textContent.trim(),
          undefined,
          { timeout: 1000 },
        )
        .catch(() => undefined); // the focus has gone on meanwhile
      if (said === undefined) continue;
      if (selector !== '*' || words.test(said)) return;
    }
    assert.fail(`nothing with ${String(words)} takes the focus`);
  }
});

describe('The page of role assignments of a crowded workspace', () => {
  const explorer = useExplorer({
    settings: { 'synapse.sample': 'large' },
    rows: ['Subscription 000', 'Subscription 003'],
  });

  it('shows the first rows, draws only what is seen, and filters 5,000', async () => {
    const { workbench, tree } = explorer();
    await workbench.contextMenu(await tree.reveal('Subscription 000', 'ws-000-0'), 'Edit role assignments…');
    await page().locator('.assignments .row').first().waitFor();
    await page().locator('#count').getByText('5000 assignments').waitFor({ timeout: 60_000 });
    assert.equal(await page().locator('.assignments .grid').getAttribute('aria-rowcount'), '5001');
    const drawn = await page().locator('.assignments .row').count();
    assert.ok(drawn > 5 && drawn < 100, `${String(drawn)} rows`);
    await page().getByLabel('Filter').fill('"group 05"');
    await page().locator('#count').getByText('No assignment fits the filter.').waitFor();
    await page().getByLabel('Filter').fill('group contributor');
    await page().locator('#count').getByText('100 of 5000 assignments').waitFor();
    await workbench.page.screenshot({ path: pictureFile(pictures, 'crowded') });
  });

  it('removes 50 of which 3 fail, names these, and retries only them', async () => {
    const { workbench, faults } = explorer();
    await page().locator('.assignments .grid').focus();
    for (let index = 0; index < 50; index += 1) {
      await workbench.page.keyboard.press('Space');
      await workbench.page.keyboard.press('ArrowDown');
    }
    await button('Remove chosen (50)').click();
    await page().getByText('0 to add, 50 to remove').waitFor();
    faults.set({ route: remove, times: 3, status: 400, body: { error: { code: 'Bad', message: 'Not this one.' } } });
    await button('Apply 50 changes').click();
    await finished('Finished: 47 done, 3 failed.');
    assert.equal(await page().getByRole('gridcell', { name: 'Not this one.' }).count(), 3);
    await workbench.page.screenshot({ path: pictureFile(pictures, 'three failed') });
    assert.deepEqual(await violations(workbench), []);
    faults.set();
    const traffic = new Traffic();
    await button('Retry what failed (3)').click();
    await finished('Finished: 3 done.');
    await traffic.reaches(remove, 3);
    assert.equal(traffic.count(remove), 3);
    await page().getByLabel('Filter').fill('');
    await page().locator('#count').getByText('4950 assignments').waitFor({ timeout: 60_000 });
  });

  const page = () => explorer().workbench.webview();
  const button = (label: string): Locator => page().locator('vscode-button').filter({ hasText: label });
  const finished = (text: string): Promise<void> =>
    page().locator('#outcome').getByText(text, { exact: true }).waitFor({ timeout: 60_000 });
});
