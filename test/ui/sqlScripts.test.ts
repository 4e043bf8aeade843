import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { eventually } from './support/eventually.ts';
import { useExplorer } from './support/explorer.ts';
import { pictureFile } from './support/looks.ts';

const section = ['Contoso Production', 'contoso-sales', 'SQL scripts'] as const;
const put = 'SqlScript_CreateOrUpdateSqlScript';

describe('SQL scripts as files', () => {
  const explorer = useExplorer({ operationTimeMs: 500, settings: { 'files.autoSave': 'off' } });

  /** Opens a script by a click on its row. */
  async function open(...path: readonly string[]): Promise<Locator> {
    const { tree, workbench } = explorer();
    const row = await tree.reveal(...section, ...path);
    await row.click();
    const name = path.at(-1) ?? '';
    await workbench.page.locator('.tab.active').getByText(`${name}.sql`).waitFor();
    const lines = workbench.page.locator('.editor-instance .view-lines');
    await lines.waitFor();
    return lines;
  }

  /** Types a text in place of all that is in the editor. */
  async function type(text: string): Promise<void> {
    const { keyboard } = explorer().workbench.page;
    await explorer().workbench.page.locator('.editor-instance .view-lines').click();
    await keyboard.press('Control+A');
    await keyboard.type(text);
  }

  const dirtyTab = (): Locator => explorer().workbench.page.locator('.tab.active.dirty');

  it('open by a click, with their connection above the text and in the status bar', async () => {
    const { workbench } = explorer();
    const { page } = workbench;
    await open('Reports', 'Top customers');
    const lenses = page.locator('.codelens-decoration').first();
    await lenses.getByText('SalesDW · SalesDW').waitFor();
    await lenses.getByText('First 5000 rows').waitFor();
    await page.locator('.statusbar-item').getByText('SalesDW · SalesDW').waitFor();
    for (const theme of ['Light Modern', 'Dark High Contrast', 'Dark Modern']) {
      await workbench.switchTheme(theme);
      await page.screenshot({ path: pictureFile('sql-scripts', `open ${theme}`) });
    }
  });

  it('are published by Ctrl+S', async () => {
    const { traffic, workbench } = explorer();
    await open('Scratch');
    await type('SELECT 2;');
    await dirtyTab().waitFor();
    await workbench.page.keyboard.press('Control+S');
    await dirtyTab().waitFor({ state: 'detached' });
    await traffic.reaches(put, 1);
  });

  it('that somebody else has changed are compared and overwritten with VS Code’s own buttons', async () => {
    const { faults, traffic, workbench } = explorer();
    const { page } = workbench;
    await open('Scratch');
    await type('SELECT mine;');
    const theirs = { name: 'Scratch', etag: 'other', properties: { content: { query: 'SELECT theirs, and longer;' } } };
    faults.set({ method: 'GET', path: '/sqlScripts/Scratch$', status: 200, body: theirs, times: 1000 });
    await page.keyboard.press('Control+S');
    const toast = page.locator('.notification-toast').filter({ hasText: 'Scratch.sql' });
    await toast.getByRole('button', { name: 'Overwrite' }).waitFor();
    await page.screenshot({ path: pictureFile('sql-scripts', 'conflict') });
    await toast.getByRole('button', { name: 'Compare' }).click();
    await page.locator('.diff-editor-widget, .monaco-diff-editor').getByText('theirs, and longer').first().waitFor();
    await page.screenshot({ path: pictureFile('sql-scripts', 'compare') });
    faults.set();
    const before = traffic.count(put);
    // The buttons above the comparison: "Use your changes and overwrite file contents".
    await page
      .locator('.editor-actions')
      .getByRole('button', { name: /overwrite/i })
      .first()
      .click();
    await traffic.reaches(put, before + 1);
    await page.locator('.tab.active').getByText('Scratch.sql').first().waitFor();
  });

  it('that could not be published stay in the editor with the reason, and are published later', async () => {
    const { faults, traffic, workbench } = explorer();
    const { page } = workbench;
    await open('SQL script 1');
    await type('SELECT refused;');
    faults.set({
      method: 'PUT',
      path: '/sqlScripts/',
      status: 403,
      body: { code: 'Forbidden', message: 'The caller may not write.' },
      times: 1000,
    });
    await page.keyboard.press('Control+S');
    const toast = page.locator('.notification-toast').filter({ hasText: 'The caller may not write.' }).first();
    await toast.getByText(/Synapse Artifact Publishers/u).waitFor();
    await page.screenshot({ path: pictureFile('sql-scripts', 'refused') });
    await dirtyTab().waitFor();
    faults.set();
    const before = traffic.count(put);
    await toast.getByRole('button', { name: 'Retry' }).click();
    await traffic.reaches(put, before + 1);
    await dirtyTab().waitFor({ state: 'detached' });
  });

  it('keep unsaved text over a reload of the window, and publish it then', async () => {
    const { traffic, workbench } = explorer();
    const { page } = workbench;
    await open('Scratch');
    await type('SELECT reloaded;');
    await dirtyTab().waitFor();
    await explorer().reload();
    await page.locator('.editor-instance .view-lines').getByText('reloaded').waitFor();
    await dirtyTab().waitFor();
    await page.locator('.codelens-decoration').getByText('No folder').first().waitFor();
    const before = traffic.count(put);
    await page.locator('.editor-instance .view-lines').click();
    await page.keyboard.press('Control+S');
    await dirtyTab().waitFor({ state: 'detached' });
    await traffic.reaches(put, before + 1);
  });

  it('move to another folder by dragging', async () => {
    const { tree, traffic } = explorer();
    const before = traffic.count(put);
    const script = await tree.reveal(...section, 'Scratch');
    await script.dragTo(await tree.reveal(...section, 'Lake'));
    await traffic.reaches(put, before + 1);
    await eventually('the script in its new folder', async () => {
      const lake = await tree.reveal(...section, 'Lake');
      await tree.expand(lake);
      return (await tree.children(lake)).includes('Scratch') || undefined;
    });
  });

  it('are created and deleted by keyboard and menu', async () => {
    const { tree, workbench } = explorer();
    await workbench.contextMenu(await tree.reveal(...section, 'Lake'), 'New SQL script…');
    await workbench.enter('By keyboard');
    await workbench.page.locator('.tab.active').getByText('By keyboard.sql').waitFor();
    const row = await tree.reveal(...section, 'Lake', 'By keyboard');
    await workbench.openContextMenu(row);
    await workbench.page.screenshot({ path: pictureFile('sql-scripts', 'menu') });
    await workbench.page.keyboard.press('Escape');
    await workbench.contextMenu(row, 'Delete SQL scripts…');
    await workbench.answer('Delete');
    await row.waitFor({ state: 'detached' });
  });
});

describe('SQL scripts with auto save', () => {
  const explorer = useExplorer({
    operationTimeMs: 500,
    settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 200 },
  });

  it('are kept as drafts and published only when somebody saves', async () => {
    const { tree, traffic, workbench } = explorer();
    const { page } = workbench;
    await (await tree.reveal(...section, 'Scratch')).click();
    const lines = page.locator('.editor-instance .view-lines');
    await lines.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('SELECT draft;');
    await page.locator('.codelens-decoration').getByText('Draft, not published: publish…').first().waitFor();
    await page.locator('.statusbar-item').getByText('Draft').first().waitFor();
    await page.screenshot({ path: pictureFile('sql-scripts', 'draft') });
    assert.equal(traffic.count(put), 0);
    await explorer().reload();
    await lines.getByText('draft').waitFor();
    await page.locator('.notification-toast').getByText('SQL scripts with drafts that are not published: 1').waitFor();
    await page.locator('.codelens-decoration').getByText('Draft, not published: publish…').first().waitFor();
    await lines.click();
    await page.keyboard.press('Control+S');
    await traffic.reaches(put, 1);
    await page.locator('.codelens-decoration').getByText('Draft, not published').waitFor({ state: 'detached' });
  });
});
