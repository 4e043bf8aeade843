import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { accessibleInAllThemes, violations } from './support/accessiblePage.ts';
import { eventually } from './support/eventually.ts';
import { useExplorer } from './support/explorer.ts';
import { cutOff, pictureFile } from './support/looks.ts';

const pictures = 'publish-page';

describe('The publish page', () => {
  const explorer = useExplorer({
    files: { 'Margin by month.sql': 'SELECT 1;\n', 'Orders.sql': 'SELECT 2;\n' },
    operationTimeMs: 1500,
  });

  it('opens for a file from the file explorer, with the file’s name', async () => {
    const { workbench } = explorer();
    await workbench.runCommand('View: Show Explorer');
    const file = workbench.page.getByRole('treeitem', { name: 'Margin by month.sql' });
    await workbench.contextMenu(file, 'Publish SQL script…');
    await field('Name').waitFor();
    assert.equal(await field('Name').inputValue(), 'Margin by month');
    await workbench.page.getByRole('tab', { name: 'Publish Margin by month.sql' }).waitFor();
  });

  it('finds a workspace as somebody types, and says what would happen', async () => {
    const { workbench } = explorer();
    await field('Workspace').click();
    await workbench.page.keyboard.type('sales prod');
    await page().getByRole('option', { name: 'contoso-sales' }).waitFor();
    await workbench.page.screenshot({ path: pictureFile(pictures, 'workspaces') });
    await page().getByRole('option', { name: 'contoso-sales' }).click();
    await outlook('Creates “Margin by month” in contoso-sales.');
  });

  it('offers the folders and pools that are there', async () => {
    await field('Folder').click();
    const folder = page().getByRole('option').first();
    const chosen = (await folder.innerText()).trim();
    await folder.click();
    assert.equal(await field('Folder').inputValue(), chosen);
    await field('Connect to').click();
    await page().getByRole('option', { name: 'SalesDW' }).click();
    assert.equal(await field('Use database').inputValue(), 'SalesDW');
    await field('Description').fill('Margin, for finance');
    await field('All rows').check();
  });

  it('judges a name as it is typed', async () => {
    await field('Name').fill('');
    await page().getByText('Enter a name.').waitFor();
    assert.equal(await button('Publish').getAttribute('aria-disabled'), 'true');
    await field('Name').fill('Margin #1');
    await page().getByText('Synapse Studio may not accept these characters').waitFor();
    await field('Name').fill('Margin by month');
    await outlook('Creates “Margin by month” in contoso-sales.');
  });

  it('breaks no rule of accessibility in any theme, and cuts nothing off when it is narrow', async () => {
    const { workbench } = explorer();
    await accessibleInAllThemes(workbench, pictures, 'filled');
    await workbench.page.setViewportSize({ width: 700, height: 900 });
    assert.deepEqual(await cutOff(page().locator('h1, p, label, vscode-button')), []);
    await workbench.page.screenshot({ path: pictureFile(pictures, 'narrow') });
    await workbench.page.setViewportSize({ width: 1400, height: 900 });
  });

  it('keeps what was chosen when it is closed half-way', async () => {
    const { workbench } = explorer();
    await workbench.runCommand('View: Close Editor');
    await workbench.contextMenu(
      workbench.page.getByRole('treeitem', { name: 'Margin by month.sql' }),
      'Publish SQL script…',
    );
    await outlook('Creates “Margin by month” in contoso-sales.');
    assert.equal(await field('Description').inputValue(), 'Margin, for finance');
    assert.equal(await field('Use database').inputValue(), 'SalesDW');
  });

  it('keeps it when the window is loaded anew', async () => {
    const { workbench } = explorer();
    const loaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await loaded;
    await outlook('Creates “Margin by month” in contoso-sales.');
    assert.equal(await field('Description').inputValue(), 'Margin, for finance');
  });

  it('publishes with progress, and ends with links', async () => {
    const { workbench } = explorer();
    await button('Publish').click();
    await page().getByRole('button', { name: 'Cancel' }).waitFor();
    await page().getByText('Azure has accepted it and goes on').waitFor();
    await workbench.page.screenshot({ path: pictureFile(pictures, 'publishing') });
    await page().getByText('“Margin by month” is published in contoso-sales.').waitFor();
    await outlook('There is nothing to publish.');
    assert.deepEqual(await violations(workbench), []);
    await workbench.page.screenshot({ path: pictureFile(pictures, 'published') });
    await page().getByRole('button', { name: 'Open the published script' }).click();
    await workbench.page.getByRole('tab', { name: /^Margin by month\.sql/ }).waitFor();
    await eventually(
      'the script’s text',
      async () => (await workbench.editorText()).includes('SELECT 1;') || undefined,
    );
    await workbench.runCommand('View: Close Editor');
  });

  it('says that it replaces, and shows the difference, when the file has changed', async () => {
    const { workbench, folder } = explorer();
    writeFileSync(path.join(folder, 'Margin by month.sql'), 'SELECT 1 AS changed;\n');
    await workbench.runCommand('View: Close All Editors');
    await workbench.page.getByRole('tab', { name: /^Publish / }).waitFor({ state: 'detached' });
    await workbench.contextMenu(
      workbench.page.getByRole('treeitem', { name: 'Margin by month.sql' }),
      'Publish SQL script…',
    );
    await outlook('Replaces “Margin by month” in contoso-sales.');
    await button('Show difference').click();
    await workbench.page.getByRole('tab', { name: /published ↔/ }).waitFor();
    await workbench.page.locator('.monaco-diff-editor').getByText('changed').first().waitFor();
    await workbench.runCommand('View: Close Editor');
  });

  it('shows what somebody else has done meanwhile instead of overwriting it', async () => {
    explorer().faults.set({
      route: 'SqlScript_CreateOrUpdateSqlScript',
      times: 1,
      status: 412,
      body: { error: { code: 'PreconditionFailed', message: 'The condition is not met.' } },
    });
    await outlook('Replaces “Margin by month” in contoso-sales.');
    await button('Publish').click();
    await page().getByText('Somebody else has changed “Margin by month” meanwhile. Nothing was published.').waitFor();
    explorer().faults.set();
  });

  it('warns where Studio works with a Git repository', async () => {
    const { workbench } = explorer();
    await field('Workspace').click();
    await field('Workspace').fill('contoso-finance');
    await workbench.page.keyboard.press('Enter');
    await page().getByText('This workspace works with the Git repository').waitFor();
    assert.deepEqual(await violations(workbench), []);
    await workbench.page.screenshot({ path: pictureFile(pictures, 'git') });
    await workbench.runCommand('View: Close All Editors');
  });

  it('publishes a script of the workspace elsewhere, with all that it holds', async () => {
    const { workbench, tree } = explorer();
    await workbench.openViewContainer('Synapse Explorer');
    const script = await tree.reveal('Contoso Production', 'contoso-sales', 'SQL scripts', 'Reports', 'Top customers');
    await workbench.contextMenu(script, 'Publish SQL script…');
    await outlook('There is nothing to publish.');
    assert.equal(await field('Name').inputValue(), 'Top customers');
    assert.equal(await field('Folder').inputValue(), 'Reports');
    await field('Workspace').click();
    await field('Workspace').fill('contoso-serverless');
    await page().getByRole('option', { name: 'contoso-serverless' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await outlook('Creates “Top customers” in contoso-serverless.');
    assert.equal(await field('Use database').inputValue(), 'SalesDW');
    assert.match(await field('Description').inputValue(), /^Customers by revenue/u);
    await workbench.screenshot(pictureFile(pictures, 'script'));
    await button('Publish').click();
    await page().getByText('“Top customers” is published in contoso-serverless.').waitFor();
    const path = ['contoso-serverless', 'SQL scripts', 'Reports', 'Top customers'];
    await (await tree.reveal('Contoso Production', ...path)).getByText('SalesDW · SalesDW').waitFor();
    await workbench.runCommand('View: Close All Editors');
  });

  it('works by keyboard alone', async () => {
    const { workbench } = explorer();
    const { keyboard } = workbench.page;
    await workbench.runCommand('File: Open File...');
    await workbench.option('Orders.sql').waitFor();
    await keyboard.type('Orders.sql');
    await keyboard.press('Enter');
    await workbench.page.getByRole('tab', { name: 'Orders.sql' }).waitFor();
    await workbench.runCommand('Synapse: Publish SQL script…');
    await focused('Name');
    await keyboard.press('Shift+Tab');
    await focused('Workspace');
    await keyboard.type('contoso-serverless');
    await page().getByRole('option', { name: 'contoso-serverless' }).waitFor();
    await keyboard.press('Enter');
    await outlook('Creates “Orders” in contoso-serverless.');
    await keyboard.press('Tab');
    await focused('Name');
    await keyboard.press('End');
    await keyboard.type(' 2');
    await keyboard.press('Tab');
    await focused('Folder');
    await keyboard.type('by keyboard');
    await outlook('Creates “Orders 2” in contoso-serverless.');
    await eventually('the focus on Publish', async () => {
      if ((await page().locator('#publish:focus').count()) > 0) return true;
      await keyboard.press('Tab');
      return undefined;
    });
    await keyboard.press('Enter');
    await page().getByText('“Orders 2” is published in contoso-serverless.').waitFor();
  });

  const page = () => explorer().workbench.webview();
  const field = (label: string): Locator => page().getByLabel(label, { exact: true });
  const button = (label: string): Locator => page().locator('vscode-button').filter({ hasText: label });
  const outlook = async (text: string): Promise<void> => {
    await page().locator('#outlook').getByText(text).waitFor();
  };
  const focused = async (label: string): Promise<void> => {
    await field(label).and(page().locator(':focus')).waitFor();
  };
});
