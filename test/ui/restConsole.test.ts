import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { useExplorer } from './support/explorer.ts';
import { picturesInAllThemes, pictureFile } from './support/looks.ts';

const runbook = `@workspace = contoso-sales

### Read
GET {{workspaceId}}/sqlPools/SalesDW

### Write and wait
PUT {{workspaceId}}/integrationRuntimes/OnPremises

{
  "properties": { "type": "SelfHosted", "description": "Made by a runbook" }
}

### Masked
POST {{workspaceId}}/integrationRuntimes/OnPremises/listAuthKeys

### Pages
GET /roleAssignments

### Refused
GET /sqlScripts/Nobody

### Delete
DELETE {{workspaceId}}/integrationRuntimes/OnPremises
`;

/** Everything is done with the keyboard alone. */
describe('The REST console', () => {
  const explorer = useExplorer({
    operationTimeMs: 2500,
    pageSize: 5,
    files: { 'ops/runtimes.synapse-http': runbook },
    settings: { 'workbench.editor.empty.hint': 'hidden' },
  });

  const lines = (which: number): Locator =>
    explorer().workbench.page.locator('.editor-group-container').nth(which).locator('.view-lines');
  /** A line of the reply; the editor has no-break spaces. */
  const reply = (text: RegExp): Locator =>
    lines(1)
      .locator('.view-line')
      .filter({ hasText: new RegExp(text.source.replaceAll(' ', '\\s'), 'u') })
      .first();

  /** Goes to the request with this title in the runbook. */
  async function goTo(title: string): Promise<void> {
    const { workbench } = explorer();
    const line = runbook.split('\n').indexOf(`### ${title}`) + 2;
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.page.keyboard.press('Control+G');
    await workbench.enter(`:${String(line)}`);
  }

  async function send(title: string): Promise<void> {
    await goTo(title);
    await explorer().workbench.page.keyboard.press('Control+Enter');
  }

  it('makes a request of an operation that is found by its words, and sends it', async () => {
    const { workbench } = explorer();
    const { page } = workbench;
    await workbench.runCommand('Synapse: Call a REST operation…');
    await page.locator('.quick-input-widget:visible input.input').fill('triggers list');
    await workbench.option('Triggers: list by workspace').waitFor();
    await page.screenshot({ path: pictureFile('rest-console', 'operations') });
    await page.keyboard.press('Enter');
    await workbench.option('contoso-sales').waitFor();
    await workbench.enter('contoso-sales');
    await lines(0).getByText('GET /triggers?api-version=2020-12-01').waitFor();
    await page.keyboard.press('Control+Enter');
    await reply(/^HTTP 200/u).waitFor();
    await workbench.runCommand('View: Close All Editors');
    const dialog = workbench.dialog();
    await dialog.waitFor();
    await dialog.getByRole('button', { name: "Don't Save" }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
  });

  it('reads at once, with the reply beside the request', async () => {
    const { workbench } = explorer();
    await workbench.page.keyboard.press('Control+P');
    await workbench.quickInput().locator('input.input').fill('runtimes.synapse-http');
    await workbench.option('runtimes.synapse-http').waitFor();
    await workbench.page.keyboard.press('Enter');
    await lines(0).getByText('Write and wait').waitFor();
    await workbench.page.locator('.codelens-decoration').getByText('Send all').waitFor();
    await send('Read');
    await reply(/"name": "SalesDW"/u).waitFor();
    assert.equal(await workbench.dialog().count(), 0);
    await picturesInAllThemes(workbench, 'rest-console', 'read');
  });

  it('asks before a write, and follows what takes long to its end', async () => {
    const { workbench, traffic } = explorer();
    await send('Write and wait');
    await workbench.dialog().getByText('Send IntegrationRuntimes_Create for “OnPremises”?').waitFor();
    await workbench.page.screenshot({ path: pictureFile('rest-console', 'write question') });
    await workbench.dialog().getByRole('button', { name: 'Send', exact: true }).press('Enter');
    const progress = workbench.toast('IntegrationRuntimes_Create: OnPremises');
    await progress.waitFor();
    await workbench.page.screenshot({ path: pictureFile('rest-console', 'long-running') });
    await reply(/"description": "Made by a runbook"/u).waitFor();
    assert.ok(traffic.count('IntegrationRuntimes_Create') > 0);
  });

  it('masks secrets until they are asked for', async () => {
    const { workbench } = explorer();
    await send('Masked');
    await reply(/"authKey1": "••••••"/u).waitFor();
    await workbench.page.locator('.codelens-decoration').getByText('Reveal secrets (2)').waitFor();
    await workbench.page.screenshot({ path: pictureFile('rest-console', 'masked') });
    await workbench.runCommand('View: Focus Next Editor Group');
    await workbench.runCommand('Synapse: Reveal secrets of the reply');
    // The reply is wrapped: a key may stand on a line of its own.
    await reply(/IR@./u).waitFor();
    assert.equal(await reply(/••••••/u).count(), 0);
    await workbench.page.screenshot({ path: pictureFile('rest-console', 'revealed') });
  });

  it('reads the next page, and all that follow', async () => {
    const { workbench } = explorer();
    await send('Pages');
    await reply(/pages: 1 · there is more/u).waitFor();
    await workbench.page.screenshot({ path: pictureFile('rest-console', 'pages') });
    await workbench.runCommand('View: Focus Next Editor Group');
    await workbench.runCommand('Synapse: Next page of the reply');
    await reply(/pages: 2 · there is more/u).waitFor();
    await workbench.runCommand('Synapse: All pages of the reply');
    await reply(/pages: \d+$/u).waitFor();
  });

  it('says why a request was refused', async () => {
    await send('Refused');
    await reply(/It may have been deleted or renamed/u).waitFor();
    await reply(/"code": "NotFound"/u).waitFor();
    await picturesInAllThemes(explorer().workbench, 'rest-console', 'refused');
  });

  it('names what is deleted, and sends nothing before Delete is pressed', async () => {
    const { workbench, traffic } = explorer();
    await send('Delete');
    await workbench.dialog().getByText('Delete “OnPremises”?').waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.dialog().waitFor({ state: 'detached' });
    assert.equal(traffic.count('IntegrationRuntimes_Delete'), 0);
    await send('Delete');
    await workbench.dialog().getByRole('button', { name: 'Delete' }).press('Enter');
    await reply(/^HTTP 20/u).waitFor();
    await reply(/IntegrationRuntimes_Delete/u).waitFor();
  });

  it('says on a row what can be done there', async () => {
    const { workbench, tree } = explorer();
    const row = await tree.reveal('Contoso Production', 'contoso-sales', 'SQL pools', 'SalesDW');
    await row.click();
    await workbench.page.keyboard.press('Shift+F10');
    await workbench.page.locator('.monaco-menu').getByRole('menuitem', { name: 'What can I do here?' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.contextMenu(row, 'What can I do here?');
    await workbench.option('SQL pools: get').waitFor();
    await workbench.quickInput().locator('input.input').fill('pool pause');
    await workbench.option('SQL pools: pause').waitFor();
    await workbench.page.screenshot({ path: pictureFile('rest-console', 'what can I do') });
    await workbench.page.keyboard.press('Escape');
  });

  it('brings no reply back when the window is loaded anew, but the last requests', async () => {
    const { workbench } = explorer();
    await send('Masked');
    const tab = workbench.page.locator('.tab').filter({ hasText: 'Reply to runtimes' });
    await tab.waitFor();
    await explorer().reload();
    await workbench.page.locator('.tab').filter({ hasText: 'runtimes.synapse-http' }).waitFor();
    await lines(0).getByText('Write and wait').waitFor();
    assert.equal(await tab.count(), 0);
    assert.equal(await workbench.page.getByText('authKey1').count(), 0);
    await workbench.runCommand('Synapse: Recent REST requests…');
    await workbench.option('IntegrationRuntimeAuthKeys_List · OnPremises').waitFor();
    await workbench.page.screenshot({ path: pictureFile('rest-console', 'recent') });
    await workbench.enter('SqlPools_Get');
    await lines(0).getByText('/sqlPools/SalesDW').waitFor();
  });
});
