import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { useExplorer } from './support/explorer.ts';
import { pictureFile } from './support/looks.ts';
import { put, scriptEditors } from './support/scriptEditors.ts';

describe('SQL scripts that cannot be saved', () => {
  const explorer = useExplorer({ operationTimeMs: 500, settings: { 'files.autoSave': 'off' } });
  const { open, type, lines, dirtyTab } = scriptEditors(explorer);

  /** Saves a script that somebody else has published meanwhile; answers VS Code's question about it. */
  async function saveOver(name: string): Promise<Locator> {
    const { faults, workbench } = explorer();
    const theirs = { name, etag: 'other', properties: { content: { query: 'SELECT theirs, and longer;' } } };
    faults.set({
      method: 'GET',
      path: `/sqlScripts/${encodeURIComponent(name)}$`,
      status: 200,
      body: theirs,
      times: 1000,
    });
    await workbench.page.keyboard.press('Control+S');
    const toast = workbench.page.locator('.notification-toast').filter({ hasText: `${name}.sql` });
    await toast.getByRole('button', { name: 'Overwrite' }).waitFor();
    return toast;
  }

  it('are compared, and overwritten from there', async () => {
    const { faults, traffic, workbench } = explorer();
    const { page } = workbench;
    await open('Scratch');
    await type('SELECT mine;');
    const toast = await saveOver('Scratch');
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
    // VS Code closes the comparison and shows the editor again.
    await page.locator('.tab').getByText('Resolve save conflict').waitFor({ state: 'detached' });
    await dirtyTab().waitFor({ state: 'detached' });
  });

  it('are overwritten at once where somebody says so', async () => {
    const { faults, traffic } = explorer();
    await open('Load', 'load_fact_sales');
    await type('SELECT mine, at once;');
    const toast = await saveOver('load_fact_sales');
    const before = traffic.count(put);
    // The service would still refuse the etag that the answers made up.
    await toast.getByRole('button', { name: 'Overwrite' }).click();
    await traffic.reaches(put, before + 1);
    faults.set();
    await lines().getByText('mine, at once').waitFor();
  });

  it('give way to what is published where somebody compares and takes that', async () => {
    const { traffic, workbench } = explorer();
    const { page } = workbench;
    await workbench.runCommand('File: Revert File');
    await open('Reports', 'Top customers');
    await type('SELECT mine, in vain;');
    const toast = await saveOver('Top customers');
    const before = traffic.count(put);
    await toast.getByRole('button', { name: 'Compare' }).click();
    await page.locator('.monaco-diff-editor').getByText('theirs, and longer').first().waitFor();
    await page.locator('.monaco-diff-editor').getByText('in vain').first().waitFor();
    await page
      .locator('.editor-actions')
      .getByRole('button', { name: /revert/iu })
      .first()
      .click();
    // VS Code closes the comparison and shows the editor again.
    await page.locator('.tab').getByText('Resolve save conflict').waitFor({ state: 'detached' });
    await lines().getByText('theirs, and longer').waitFor();
    await dirtyTab().waitFor({ state: 'detached' });
    assert.equal(traffic.count(put), before);
    explorer().faults.set();
  });

  it('stay in the editor with the roles that would help, and are published later', async () => {
    const { faults, traffic, workbench } = explorer();
    const { page } = workbench;
    await open('SQL script 1');
    await type('SELECT refused;');
    faults.set({
      method: 'PUT',
      path: '/sqlScripts/',
      status: 403,
      body: {
        code: 'Unauthorized',
        message: 'No permission. Required permission: Action: Microsoft.Synapse/workspaces/sqlScripts/write, Scope: x.',
      },
      times: 1000,
    });
    await page.keyboard.press('Control+S');
    const toast = page.locator('.notification-toast').filter({ hasText: 'No permission.' }).first();
    await toast
      .getByText(/sqlScripts\/write, Scope: x\. One of these roles is needed: Synapse Artifact Publisher,/u)
      .waitFor();
    await page.screenshot({ path: pictureFile('sql-scripts', 'refused') });
    await dirtyTab().waitFor();
    faults.set();
    const before = traffic.count(put);
    await toast.getByRole('button', { name: 'Retry' }).click();
    await traffic.reaches(put, before + 1);
    await dirtyTab().waitFor({ state: 'detached' });
  });

  it('say until when Azure does not want to be asked', async () => {
    const { faults, workbench } = explorer();
    await open('Lake', 'Explore raw orders');
    await type('SELECT throttled;');
    faults.set({ method: 'PUT', path: '/sqlScripts/', fault: 'throttle', seconds: 2131, times: 1000 });
    await workbench.page.keyboard.press('Control+S');
    const toast = workbench.page.locator('.notification-toast').filter({ hasText: 'Try again in 2131 seconds.' });
    await toast.first().waitFor();
    await dirtyTab().waitFor();
    await workbench.page.screenshot({ path: pictureFile('sql-scripts', 'throttled') });
    faults.set();
    await toast.first().getByRole('button', { name: 'Retry' }).click();
    await dirtyTab().waitFor({ state: 'detached' });
  });
});
