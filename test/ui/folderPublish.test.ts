import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { accessibleInAllThemes, violations } from './support/accessiblePage.ts';
import { eventually } from './support/eventually.ts';
import { useExplorer, writeFiles } from './support/explorer.ts';
import { pictureFile } from './support/looks.ts';
import { Traffic } from './support/traffic.ts';

const pictures = 'folder-publish';
const put = 'SqlScript_CreateOrUpdateSqlScript';

/** 300 scripts in 10 folders, and files that cannot be published. */
const warehouse = Object.fromEntries(
  Array.from({ length: 300 }, (_, index) => [`warehouse/area ${index % 10}/load_${number(index)}.sql`, textOf(index)]),
);
const refused = {
  'warehouse/empty.sql': '',
  'warehouse/picture.sql': new Uint8Array([137, 80, 0, 71]),
  'warehouse/large.sql': new Uint8Array(10 * 1024 * 1024 + 1).fill(32),
  'warehouse/twice.sql': 'SELECT 1;',
  'warehouse/twicE.sql': 'SELECT 1;',
};

describe('Publishing a folder', () => {
  const explorer = useExplorer({ files: { ...warehouse, ...refused }, operationTimeMs: 500 });

  it('shows the plan before anything is sent', async () => {
    const { workbench } = explorer();
    const traffic = new Traffic();
    await workbench.runCommand('View: Show Explorer');
    await workbench.contextMenu(
      workbench.page.getByRole('treeitem', { name: 'warehouse' }),
      'Publish folder to workspace…',
    );
    await chooseWorkspace('contoso-serverless');
    await says('300 to create, 0 to replace, 0 to delete, 0 unchanged, 5 refused');
    assert.equal(traffic.count(put), 0);
    await filter('refused');
    await page().getByRole('gridcell', { name: 'The file is empty.' }).waitFor();
    await page().getByRole('gridcell', { name: 'The file is no text in UTF-8 or UTF-16.' }).waitFor();
    await page().getByRole('gridcell', { name: 'The file is larger than 10 MB.' }).waitFor();
    await page()
      .getByRole('gridcell', { name: /^“twice” is also the name of twicE\.sql;/u })
      .waitFor();
    await filter('');
  });

  it('draws only the rows that are seen, and breaks no rule of accessibility in any theme', async () => {
    const { workbench } = explorer();
    const rows = await page().locator('[role=row]').count();
    assert.ok(rows > 5 && rows < 100, `${String(rows)} rows`);
    assert.equal(await page().getByRole('grid').getAttribute('aria-rowcount'), '306');
    await accessibleInAllThemes(workbench, pictures, 'plan');
  });

  it('leaves out what somebody takes out with the keyboard', async () => {
    const { keyboard } = explorer().workbench.page;
    await page().getByRole('grid').focus();
    await keyboard.press('End');
    await keyboard.press('Home');
    await keyboard.press('ArrowDown');
    await keyboard.press('Space');
    await page().getByText('299 of 300 chosen').waitFor();
  });

  it('publishes 299 of which 5 fail, gets over what is only a bad moment, and names the five', async () => {
    const { workbench, faults } = explorer();
    const bad = { error: { code: 'Bad', message: 'This one is not good.' } };
    faults.set(
      { route: put, path: '/sqlScripts/load_10[0-2]$', status: 400, body: bad },
      // Accepted, and Failed in the end, inside of a 200.
      { route: put, path: '/sqlScripts/load_10[34]$', fault: 'failedOperation' },
      { route: put, path: '/sqlScripts/load_150$', times: 1, drop: 'beforeReply' },
      { route: put, path: '/sqlScripts/load_151$', times: 1, fault: 'throttle', seconds: 1 },
      { route: put, path: '/sqlScripts/load_152$', times: 1, status: 503 },
    );
    await button('Publish 299 scripts').click();
    await page().locator('progress').waitFor();
    await workbench.page.screenshot({ path: pictureFile(pictures, 'applying') });
    await finished('Finished: 294 done, 5 failed.');
    await filter('failed');
    await page().getByRole('gridcell', { name: 'This one is not good.' }).first().waitFor();
    assert.equal(await page().locator('.row').count(), 5);
    assert.deepEqual(await violations(workbench), []);
    await workbench.page.screenshot({ path: pictureFile(pictures, 'five failed') });
    await filter('');
  });

  it('reports what failed and what was done, for colleagues', async () => {
    const { workbench } = explorer();
    await page().getByRole('button', { name: 'Show report' }).click();
    const text = async (): Promise<string | undefined> => {
      const shown = await workbench.editorText();
      return shown.includes('## Failed (5)') ? shown : undefined;
    };
    const report = await eventually('the report', text);
    assert.match(report, /^# warehouse → workspace contoso-serverless\n/u);
    assert.match(report, /- Create: area 0\/load\\_100 \(area 0\/load\\_100\.sql\) — This one is not good\./u);
    assert.match(report, /## Done \(294\)/u);
    await workbench.screenshot(pictureFile(pictures, 'report'));
    await workbench.runCommand('View: Revert and Close Editor');
    await finished('Finished: 294 done, 5 failed.');
  });

  it('retries only what failed', async () => {
    const { faults } = explorer();
    faults.set();
    const traffic = new Traffic();
    await button('Retry what failed (5)').click();
    await finished('Finished: 5 done.');
    await traffic.reaches(put, 5);
    assert.equal(traffic.count(put), 5);
  });

  it('has nothing to do for what is the same, and sends nothing for it', async () => {
    const traffic = new Traffic();
    await makePlan();
    await says('1 to create, 0 to replace, 0 to delete, 299 unchanged, 5 refused');
    await page().getByText('0 of 1 chosen').waitFor();
    await page().getByLabel('Choose all').check();
    await button('Publish 1 script').click();
    await finished('Finished: 1 done.');
    await traffic.reaches(put, 1);
    assert.equal(traffic.count(put), 1);
  });

  it('finishes what was sent when it is cancelled, and publishes the rest later', async () => {
    const { workbench, folder, faults } = explorer();
    writeFiles(folder, Object.fromEntries(Object.keys(warehouse).map((file) => [file, 'SELECT 2;\n'])));
    faults.set({ route: put, delayMs: 300 });
    await makePlan();
    await says('0 to create, 300 to replace, 0 to delete, 0 unchanged, 5 refused');
    const traffic = new Traffic();
    await button('Publish 300 scripts').click();
    await traffic.reaches(put, 10);
    await button('Cancel').click();
    const end = page()
      .locator('#outcome')
      .getByText(/^Finished: \d+ done, \d+ not sent\.$/);
    await end.waitFor();
    const [done = 0, left = 0] = (await end.innerText()).match(/\d+/g)?.map(Number) ?? [];
    assert.ok(done >= 10 && left > 0);
    assert.equal(done + left, 300);
    await workbench.page.screenshot({ path: pictureFile(pictures, 'cancelled') });
    faults.set();
    await button(`Publish the rest (${String(left)})`).click();
    await finished(`Finished: ${String(left)} done.`);
    await makePlan();
    await says('0 to create, 0 to replace, 0 to delete, 300 unchanged, 5 refused');
  });

  it('deletes what is not in the folder only when that is chosen and confirmed', async () => {
    const { workbench, folder } = explorer();
    for (const index of [7, 17, 27]) rmSync(path.join(folder, `warehouse/area 7/load_${number(index)}.sql`));
    await makePlan();
    await says('0 to create, 0 to replace, 3 to delete, 297 unchanged, 5 refused');
    await page().getByLabel('Delete what is not in the folder (3)').check();
    const publish = button('Delete 3 scripts');
    await publish.waitFor();
    assert.equal(await publish.getAttribute('aria-disabled'), 'true');
    await page()
      .getByLabel('Type “contoso-serverless” to confirm that 3 scripts are deleted')
      .fill('contoso-serverless');
    assert.deepEqual(await violations(workbench), []);
    await workbench.page.screenshot({ path: pictureFile(pictures, 'delete') });
    await publish.click();
    await finished('Finished: 3 done.');
    await makePlan();
    await says('0 to create, 0 to replace, 0 to delete, 297 unchanged, 5 refused');
    await workbench.runCommand('View: Close All Editors');
  });

  it('downloads a workspace, and publishes it again without a write', async () => {
    const { workbench, tree, folder } = explorer();
    await workbench.openViewContainer('Synapse Explorer');
    const section = await tree.reveal('Contoso Production', 'contoso-sales', 'SQL scripts');
    writeFiles(folder, { 'mine/README.md': 'Scripts of contoso-sales.' });
    await workbench.contextMenu(section, 'Download to a folder…');
    await workbench.option('mine').waitFor();
    await workbench
      .quickInput()
      .locator('input.input')
      .fill(`${path.join(folder, 'mine')}/`);
    await workbench.option('mine').waitFor({ state: 'detached' }); // until the box has looked into the folder, it takes no Enter
    await workbench.page.keyboard.press('Enter');
    await workbench.toast(/SQL scripts downloaded/).waitFor();
    const sidecar = JSON.parse(readFileSync(path.join(folder, 'mine/.synapse/scripts.json'), 'utf8')) as {
      scripts: Record<string, { connection: { poolName: string } }>;
    };
    assert.equal(sidecar.scripts['Reports/Top customers.sql']?.connection.poolName, 'SalesDW');
    const traffic = new Traffic();
    await workbench.runCommand('View: Show Explorer');
    await workbench.contextMenu(workbench.page.getByRole('treeitem', { name: 'mine' }), 'Publish folder to workspace…');
    await chooseWorkspace('contoso-sales');
    await says('0 to create, 0 to replace, 0 to delete');
    await page().getByText('There is nothing to publish.').waitFor();
    assert.equal(traffic.count(put), 0);
    await workbench.page.screenshot({ path: pictureFile(pictures, 'downloaded') });
  });

  const page = () => explorer().workbench.webview();
  const button = (label: string): Locator => page().locator('vscode-button').filter({ hasText: label });
  const says = (text: string): Promise<void> => page().locator('[role=status]').getByText(text).waitFor();
  const finished = (text: string): Promise<void> =>
    page().locator('#outcome').getByText(text, { exact: true }).waitFor({ timeout: 60_000 });
  const filter = (text: string): Promise<void> => page().getByLabel('Filter').fill(text);
  const makePlan = (): Promise<void> => page().getByRole('button', { name: 'Make the plan again' }).click();

  async function chooseWorkspace(name: string): Promise<void> {
    await page().getByLabel('Workspace', { exact: true }).fill(name);
    await page().getByRole('option', { name }).first().click();
  }
});

function number(index: number): string {
  return String(index).padStart(3, '0');
}

function textOf(index: number): string {
  return `-- ${number(index)}\r\nSELECT ${index};\r\n`;
}
