import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from './support/eventually.ts';
import { useExplorer } from './support/explorer.ts';
import { pictureFile } from './support/looks.ts';

const sales = ['Contoso Production', 'contoso-sales', 'SQL pools'] as const;
const pictures = 'reopen';

/** Long enough to look at what stands there until the answer has come. */
const slow = ['Tenants_List', 'Subscriptions_List', 'Resources', 'SqlPools_ListByWorkspace'].map((route) => ({
  route,
  delayMs: 5000,
}));

/** What VS Code has stored for the extension in the browser, as text. Runs in the page. */
const storedByExtension = `(async () => {
  const answer = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const texts = [];
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db')) continue;
    const database = await answer(indexedDB.open(name));
    const items = database.transaction('ItemTable').objectStore('ItemTable');
    texts.push(await answer(items.get('synapse-explorer.synapse-explorer')));
    database.close();
  }
  return texts.join();
})()`;

describe('The tree after a reload of the window', () => {
  const explorer = useExplorer();

  it('has the rows open that were open, and no others', async () => {
    const { tree } = explorer();
    await (await tree.reveal(...sales, 'SalesDW')).waitFor();
    await tree.expand(tree.item('Fabrikam Analytics'));
    await tree.collapse(tree.item('Fabrikam Analytics'));
    await kept(/sqlPools/i, /SalesDW/);
    await explorer().reload();
    await tree.item('SalesDW').waitFor();
    await explorer().row('Dedicated SQL pool SalesDW, DW1000c, Online').waitFor();
    assert.equal(await tree.item('contoso-finance').getAttribute('aria-expanded'), 'false');
    assert.equal(await tree.item('Fabrikam Analytics').getAttribute('aria-expanded'), 'false');
  });

  it('shows the last known rows at once, says so, and takes it back when Azure has answered', async () => {
    const { tree, row, faults, workbench, traffic } = explorer();
    const lastKnown = tree.tree.getByRole('treeitem', { name: /, last known$/ });
    await kept(/SalesDW/);
    faults.set(...slow);
    const before = traffic.count('Tenants_List');
    await explorer().reload();
    const pool = row('Dedicated SQL pool SalesDW, DW1000c, Online, last known');
    await pool.waitFor();
    assert.equal(await pool.locator('.label-description').innerText(), 'DW1000c · Online · last known');
    assert.equal(traffic.count('Tenants_List'), before, 'nothing has answered yet');
    await row('Subscription Fabrikam Analytics, 3 workspaces, last known').waitFor();
    await workbench.screenshot(pictureFile(pictures, 'last known'));
    assert.deepEqual(await menuOf(tree.item('contoso-sales')), []);
    await row('Dedicated SQL pool SalesDW, DW1000c, Online').waitFor();
    await row('Subscription Fabrikam Analytics, 3 workspaces').waitFor();
    await lastKnown.first().waitFor({ state: 'detached' });
    assert.equal(await tree.item('contoso-sales').getAttribute('aria-expanded'), 'true');
    assert.ok((await menuOf(tree.item('contoso-sales'))).includes('Copy resource id'));
    faults.set();
    await workbench.screenshot(pictureFile(pictures, 'confirmed'));
  });

  it('goes on with a last known row that was opened too early', async () => {
    const { tree, row, faults, workbench } = explorer();
    const { page } = workbench;
    await workbench.switchTheme('Dark High Contrast');
    await page.locator('.monaco-workbench.hc-black').waitFor();
    await kept(/SalesDW/);
    faults.set(...slow);
    await explorer().reload();
    const early = row('Subscription Fabrikam Analytics, 3 workspaces, last known');
    await early.waitFor();
    await workbench.screenshot(pictureFile(pictures, 'last known Dark High Contrast'));
    await early.locator('.monaco-tl-twistie').click();
    await tree.item('fabrikam-retail').waitFor();
    await row('Subscription Fabrikam Analytics, 3 workspaces').waitFor();
    assert.equal(await tree.item('Fabrikam Analytics').getAttribute('aria-expanded'), 'true');
    faults.set();
  });

  it('stays open where a row is opened while everything is read again', async () => {
    const { tree, row, faults, workbench, traffic } = explorer();
    const opened = tree.item('Fabrikam Analytics');
    await tree.collapse(opened);
    faults.set({ route: 'SqlPools_ListByWorkspace', delayMs: 4000 });
    const before = traffic.count('Tenants_List');
    await workbench.titleAction('Refresh all');
    await traffic.reaches('Tenants_List', before + 1);
    await workbench.page.waitForTimeout(1500); // the rows at the top are there, and the pools below are waited for
    await opened.locator('.monaco-tl-twistie').click();
    await row('Dedicated SQL pool SalesDW, DW1000c, Online').waitFor();
    await tree.item('fabrikam-retail').waitFor();
    assert.equal(await opened.getAttribute('aria-expanded'), 'true');
    faults.set();
  });

  it('asks for nothing before the view is seen', async () => {
    const { workbench, traffic } = explorer();
    await workbench.openViewContainer('Search');
    const { page } = workbench;
    const loaded = page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await loaded;
    await page.locator('.part.sidebar .composite.title').getByText('Search').first().waitFor();
    const before = traffic.count('Tenants_List');
    await eventually('VS Code to know the commands of its extensions', async () => {
      await page.keyboard.press('F1');
      await workbench.quickInput().locator('input.input').fill('>Synapse: Copy diagnostics');
      const command = workbench.option('Synapse: Copy diagnostics');
      try {
        await command.click({ timeout: 3000 });
        return true;
      } catch {
        await page.keyboard.press('Escape'); // the list was made before the extensions were known
        return undefined;
      }
    });
    // The extension is active now.
    await workbench.toast('Diagnostics are on the clipboard.').waitFor();
    assert.equal(traffic.count('Tenants_List'), before);
    await workbench.openViewContainer('Synapse Explorer');
    await traffic.reaches('Tenants_List', before + 1);
    await explorer().tree.item('SalesDW').waitFor();
  });

  it('knows nothing of it after a sign-out', async () => {
    const { tree, workbench, faults } = explorer();
    await workbench.switchTheme('Dark Modern');
    await workbench.runCommand('Synapse: Sign out');
    await workbench.welcome().getByRole('button', { name: 'Sign in to Azure' }).waitFor();
    assert.equal(await tree.tree.getByRole('treeitem').count(), 0);
    await workbench.screenshot(pictureFile(pictures, 'signed out'));
    faults.set(...slow);
    await explorer().reload();
    await workbench
      .welcome()
      .getByText(/Connecting…|Looking for workspaces…/)
      .first()
      .waitFor();
    await explorer().shows();
    assert.equal(await tree.item('Contoso Production').getAttribute('aria-expanded'), 'false');
    faults.set();
  });

  /** Waits until VS Code has stored what the tree remembers: a reload leaves no time for that. */
  async function kept(...patterns: readonly RegExp[]): Promise<void> {
    await eventually('the tree to be kept', async () => {
      const stored = await explorer().workbench.page.evaluate<string>(storedByExtension);
      return patterns.every((pattern) => pattern.test(stored)) || undefined;
    });
  }

  /** The entries of a row's context menu that are commands of ours or of VS Code; an empty menu does not open. */
  async function menuOf(row: ReturnType<ReturnType<typeof explorer>['tree']['item']>): Promise<string[]> {
    const { page } = explorer().workbench;
    await row.click({ button: 'right' });
    await page.waitForTimeout(300); // a menu without entries never opens: there is no event
    const entries = await page.locator('.monaco-menu .action-label').allInnerTexts();
    await page.keyboard.press('Escape');
    return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
  }
});

describe('A selection of several rows', () => {
  const explorer = useExplorer();

  it('stays while pools are followed and when everything is read again', async () => {
    const { tree, row, workbench, traffic } = explorer();
    await tree.reveal(...sales, 'SalesNightly');
    const archive = row('Dedicated SQL pool SalesArchive, DW100c, Paused');
    const nightly = tree.item('SalesNightly');
    await archive.click();
    await nightly.click({ modifiers: ['Control'] });
    await row('Dedicated SQL pool SalesNightly, DW500c, Online').waitFor({ timeout: 60_000 }); // it was resuming
    assert.deepEqual(await selected(), ['SalesArchive', 'SalesNightly']);
    const before = traffic.count('SqlPools_ListByWorkspace');
    await workbench.titleAction('Refresh all');
    await traffic.reaches('SqlPools_ListByWorkspace', before + 1);
    assert.deepEqual(await selected(), ['SalesArchive', 'SalesNightly']);
  });

  it('is not needed to find a row', async () => {
    const { workbench, tree } = explorer();
    await workbench.runCommand('Synapse: Find in the tree…');
    const { page } = workbench;
    const box = page.locator('.monaco-tree-type-filter input');
    await box.waitFor();
    await page.keyboard.type('serverless');
    await tree.tree.locator('.monaco-list-row.focused').getByText('contoso-serverless').waitFor();
    await workbench.screenshot(pictureFile(pictures, 'find'));
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    await tree.item('Contoso Production').waitFor();
  });

  function selected(): Promise<string[]> {
    return explorer().tree.tree.locator('.monaco-list-row.selected .label-name').allInnerTexts();
  }
});
