import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Dialog } from 'playwright-core';
import { eventually } from './support/eventually.ts';
import { useExplorer } from './support/explorer.ts';
import { pictureFile } from './support/looks.ts';
import { put, scriptEditors, section } from './support/scriptEditors.ts';

describe('SQL scripts as files', () => {
  const explorer = useExplorer({ operationTimeMs: 500, settings: { 'files.autoSave': 'off' } });

  const { open, type, dirtyTab } = scriptEditors(explorer);

  /** Loads the window anew; VS Code in a browser asks before it does, as long as it has not kept the unsaved text. */
  async function reloadWithUnsavedText(): Promise<void> {
    const { page } = explorer().workbench;
    let asked = false;
    const stay = (dialog: Dialog): void => {
      asked = true;
      void dialog.dismiss();
    };
    page.on('dialog', stay);
    const loaded = page.waitForEvent('load').then(() => true);
    do {
      asked = false;
      await explorer().workbench.runCommand('Developer: Reload Window');
      await eventually('an answer of the window', async () =>
        asked || (await Promise.race([loaded, Promise.resolve(false)])) ? true : undefined,
      );
    } while (asked);
    await loaded;
    page.off('dialog', stay);
    await page.locator('.part.sidebar .composite.title').getByText('Synapse Explorer').waitFor();
  }

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

  it('keep unsaved text over a reload of the window, and publish it then', async () => {
    const { traffic, workbench } = explorer();
    const { page } = workbench;
    // One that nobody has published yet: the sample begins anew with the window.
    await open('Load', 'load_fact_sales');
    await type('SELECT reloaded;');
    await dirtyTab().waitFor();
    await reloadWithUnsavedText();
    await page.locator('.editor-instance .view-lines').getByText('reloaded').waitFor();
    await dirtyTab().waitFor();
    await page.locator('.codelens-decoration').getByText('Folder Load').first().waitFor();
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

  it('are begun, published and deleted by keyboard and menu', async () => {
    const { traffic, tree, workbench } = explorer();
    const before = traffic.count(put);
    await workbench.contextMenu(await tree.reveal(...section, 'Lake'), 'New SQL script…');
    await workbench.enter('By keyboard');
    await workbench.page.locator('.tab.active').getByText('By keyboard.sql').waitFor();
    await workbench.page.locator('.codelens-decoration').getByText('Not published yet: publish…').waitFor();
    await type('SELECT new;');
    await workbench.page.screenshot({ path: pictureFile('sql-scripts', 'new') });
    assert.equal(traffic.count(put), before);
    await workbench.page.keyboard.press('Control+S');
    await dirtyTab().waitFor({ state: 'detached' });
    await traffic.reaches(put, before + 1);
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
