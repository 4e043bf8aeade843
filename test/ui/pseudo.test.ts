import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pseudo, pseudoLocale } from '../vscode/pseudoTexts.ts';
import { useExplorer } from './support/explorer.ts';
import { pictureFile } from './support/looks.ts';
import { textsOf, untranslatedIn } from './support/untranslated.ts';
import { openTour } from './support/tour.ts';

/** Names and states as the service says them. */
const ofTheService = [
  ...['Contoso Production', 'Fabrikam Analytics', 'Research & <b>"Üser"</b> ../x', 'Fabrikam', 'Contoso'],
  ...['contoso-finance', 'contoso-iot-01', 'contoso-people', 'contoso-sales', 'contoso-serverless'],
  ...['westeurope', 'northeurope', 'eastus', 'uksouth', 'rg-analytics-prod'],
  ...['Built-in', 'SalesArchive', 'SalesDW', 'SalesNightly', 'sparklarge', 'sparksmall', 'Large', 'Small'],
  ...['Online', 'Paused', 'Resuming', 'Pausing', 'sqlPools', 'pause', 'SqlPools_Pause'],
];

/** Built-in roles, people and rules of the sample, as Synapse and Microsoft Entra name them. */
const ofTheDirectory = [
  ...['Apache Spark Administrator', 'Synapse Administrator', 'Synapse Artifact Publisher', 'Synapse Artifact User'],
  ...['Synapse Compute Operator', 'Synapse Contributor', 'Synapse Credential User', 'Synapse Linked Data Manager'],
  ...['Synapse Monitoring Operator', 'Synapse SQL Administrator', 'Synapse User', 'Data Engineers'],
  ...['Priya Raghunathan-Venkatasubramanian', 'Alex Wilber', 'Analysts (EMEA & APAC)', 'contoso-release-pipeline'],
  ...['Synapse Administrators', 'Monitoring "collector"', "Seán O'Brien", '陈美 (Mei Chen)', 'allowAll'],
  ...['AutoResolveIntegrationRuntime', 'WorkspaceSystemIdentity', 'contoso-sales-WorkspaceDefaultStorage'],
];

/** The category of commands is a product's name. */
const category = 'Synapse';

describe('The explorer in a language that nobody speaks', () => {
  const explorer = useExplorer({
    locale: pseudoLocale,
    operationTimeMs: 60_000,
    titles: { container: pseudo('Synapse Explorer'), view: pseudo('Workspaces') },
  });
  const sales = ['Contoso Production', 'contoso-sales'] as const;

  it('shows no untranslated word in the tree', async () => {
    const { tree, workbench } = explorer();
    await tree.expand(await tree.reveal(...sales, pseudo('SQL pools')));
    await tree.expand(await tree.reveal(...sales, pseudo('Apache Spark pools')));
    await tree.reveal(...sales, pseudo('Apache Spark pools'), 'sparksmall');
    await workbench.screenshot(pictureFile('pseudo', 'tree'));
    assert.deepEqual(untranslatedIn(await textsOf(tree.tree.getByRole('treeitem')), ofTheService), []);
    const headers = workbench.page.locator('.part.sidebar .pane-header h3, .part.sidebar .composite.title h2');
    assert.deepEqual(untranslatedIn(await textsOf(headers), ofTheService), []);
  });

  it('shows none below access control, networking and scripts, nor where a list could not be read', async () => {
    const { tree, workbench, faults } = explorer();
    faults.set({ route: 'BigDataPools_ListByWorkspace', status: 403, body: { error: { code: 'No', message: 'No.' } } });
    await tree.expand(await tree.reveal('Contoso Production', 'contoso-finance', pseudo('Apache Spark pools')));
    faults.set();
    await tree.expand(await tree.reveal(...sales, pseudo('Networking')));
    await tree.expand(await tree.reveal(...sales, pseudo('Access control'), 'Synapse Contributor'));
    await workbench.screenshot(pictureFile('pseudo', 'sections'));
    const rows = await textsOf(tree.tree.getByRole('treeitem'));
    assert.deepEqual(untranslatedIn(rows, [...ofTheService, ...ofTheDirectory]), []);
  });

  it('shows none in menus of rows', async () => {
    const { tree, workbench } = explorer();
    for (const row of [
      await tree.reveal(...sales, pseudo('SQL pools'), 'SalesDW'),
      await tree.reveal(...sales, pseudo('Apache Spark pools'), 'sparksmall'),
      await tree.reveal(...sales),
      await tree.reveal('Contoso Production'),
    ]) {
      const menu = await workbench.openContextMenu(row);
      assert.deepEqual(untranslatedIn(await textsOf(menu.getByRole('menuitem')), []), []);
      await workbench.page.keyboard.press('Escape');
      await menu.first().waitFor({ state: 'detached' });
    }
  });

  it('shows none in what a hover tells', async () => {
    const { tree, workbench } = explorer();
    await (await tree.reveal(...sales)).hover();
    const hover = workbench.page.locator('.workbench-hover:visible');
    await hover.getByText('westeurope').waitFor();
    const told = await hover.innerText();
    assert.deepEqual(untranslatedIn([told], ofTheService), []);
    await workbench.page.mouse.move(0, 0);
  });

  it('shows none in the palette’s commands', async () => {
    const { workbench } = explorer();
    await workbench.page.keyboard.press('F1');
    await workbench.quickInput().locator('input.input').fill(`>${category}: `);
    await workbench.option(`${category}: ${pseudo('Add an account…')}`).waitFor();
    await workbench.page.screenshot({ path: pictureFile('pseudo', 'palette') });
    // The second line is VS Code's own: it says every command in English, too.
    const titles = workbench.quickInput().locator('.quick-input-list-rows > :first-child .label-name');
    const seen = new Set<string>();
    for (let before = -1; before < seen.size;) {
      before = seen.size;
      for (const title of await titles.allInnerTexts()) seen.add(title);
      await workbench.page.keyboard.press('PageDown');
    }
    const ours = [...seen].filter((title) => title.startsWith(`${category}:`));
    assert.ok(ours.length > 5, ours.join());
    assert.deepEqual(untranslatedIn(ours, [`${category}:`]), []);
    await workbench.page.keyboard.press('Escape');
  });

  it('shows none in a list to choose from', async () => {
    const { workbench } = explorer();
    await workbench.runCommand(`${category}: ${pseudo('Select subscriptions…')}`);
    await workbench.quickInput().locator('.label-name', { hasText: 'Contoso Production' }).waitFor();
    const input = workbench.quickInput().locator('input.input');
    const texts = await workbench
      .quickInput()
      .locator('.quick-input-list .label-name, .quick-input-title')
      .allInnerTexts();
    const placeholder = (await input.getAttribute('placeholder')) ?? '';
    assert.notEqual(placeholder, '');
    await workbench.screenshot(pictureFile('pseudo', 'list'));
    const data = [...ofTheService, 'Contoso Sandbox', 'Fabrikam Billing'];
    assert.deepEqual(untranslatedIn([...texts, placeholder], data), []);
    await workbench.page.keyboard.press('Escape');
  });

  it('shows none in a question, in progress and in the view of all changes', async () => {
    const { workbench, tree } = explorer();
    const pool = await tree.reveal(...sales, pseudo('SQL pools'), 'SalesDW');
    await workbench.contextMenu(pool, pseudo('Pause dedicated SQL pool…'));
    await workbench.dialog().waitFor();
    await workbench.screenshot(pictureFile('pseudo', 'question'));
    const question = workbench.dialog().locator('.dialog-message-row, .monaco-button');
    assert.deepEqual(untranslatedIn(await question.allInnerTexts(), [...ofTheService, 'Cancel']), []);
    await workbench.answer(pseudo('Pause'));
    const progress = workbench.toast('SalesDW');
    await progress.waitFor();
    const said = await progress.locator('.notification-list-item-message').innerText();
    assert.deepEqual(untranslatedIn([said], ofTheService), []);
    await workbench.page.locator('.part.sidebar .pane-header', { hasText: pseudo('Activity') }).click();
    const activity = workbench.tree(pseudo('Activity'));
    await activity.expand(activity.item(/SalesDW/));
    await activity.item(new RegExp(pseudo('Account: {0}').split('{')[0] ?? '')).waitFor();
    await workbench.screenshot(pictureFile('pseudo', 'activity'));
    const rows = await textsOf(activity.tree.getByRole('treeitem'));
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    assert.deepEqual(untranslatedIn(rows, [...ofTheService, ...months]), []);
  });

  it('shows none in a wizard, and in what it says of a mistake', async () => {
    const { workbench, tree } = explorer();
    const pool = await tree.reveal(...sales, pseudo('Apache Spark pools'), 'sparksmall');
    await workbench.contextMenu(pool, pseudo('Change Apache Spark pool…'));
    const keep = pseudo('Keep: {0}').split('{')[0] ?? '';
    const quickInput = workbench.quickInput();
    const said = async (): Promise<string[]> => [
      ...(await quickInput.locator('.quick-input-list .monaco-list-row, .quick-input-title').allInnerTexts()),
      (await quickInput.locator('input.input').getAttribute('placeholder')) ?? '',
    ];
    await workbench.option(keep).waitFor();
    // Sizes are the service's, and vCores and GB are units.
    const units = ['vCores', 'Medium', 'XLarge', 'XXLarge', 'XXXLarge', 'None'];
    assert.deepEqual(untranslatedIn(await said(), [...ofTheService, ...units]), []);
    await workbench.page.keyboard.press('Enter');
    await workbench.pick(pseudo('Fixed number…'));
    await quickInput.locator('.quick-input-list').waitFor({ state: 'hidden' });
    await quickInput.locator('input.input').fill('1');
    const message = quickInput.locator('.quick-input-message');
    await message.getByText(/200/).first().waitFor();
    await workbench.page.screenshot({ path: pictureFile('pseudo', 'wizard') });
    // The end of the message is VS Code's own word for its keys.
    const told = (await message.innerText()).split('(')[0] ?? '';
    assert.deepEqual(untranslatedIn([told, ...(await said())], ofTheService), []);
    await workbench.page.keyboard.press('Escape');
  });

  it('shows none on its pages', async () => {
    const { workbench, tree } = explorer();
    const page = workbench.webview().locator('body');
    const texts = async (): Promise<string[]> => [
      ...(await page.innerText()).split('\n'),
      ...(await page
        .locator('[aria-label], [placeholder], [title]')
        .evaluateAll((found) =>
          (found as unknown as { getAttribute(name: string): string | null }[]).flatMap((one) =>
            ['aria-label', 'placeholder', 'title'].map((name) => one.getAttribute(name) ?? ''),
          ),
        )),
    ];
    await workbench.contextMenu(await tree.reveal(...sales), pseudo('Edit role assignments…'));
    await page.getByRole('gridcell', { name: 'Data Engineers' }).first().waitFor();
    await workbench.screenshot(pictureFile('pseudo', 'roles page'));
    assert.deepEqual(untranslatedIn(await texts(), [...ofTheService, ...ofTheDirectory]), []);
    await workbench.runCommand('View: Close All Editors');
    const scripts = await tree.reveal(...sales, pseudo('SQL scripts'), 'Scratch');
    await workbench.contextMenu(scripts, pseudo('Publish SQL script…'));
    await page.getByRole('textbox').first().waitFor();
    await workbench.screenshot(pictureFile('pseudo', 'publish page'));
    assert.deepEqual(untranslatedIn(await texts(), [...ofTheService, 'Scratch.sql', 'Scratch']), []);
    await workbench.runCommand('View: Close All Editors');
  });

  it('shows none above a script and in the status bar', async () => {
    const { workbench, tree } = explorer();
    await (await tree.reveal(...sales, pseudo('SQL scripts'), 'Scratch')).click();
    const lenses = workbench.page.locator('.editor-instance .codelens-decoration a');
    await lenses.first().waitFor();
    const status = workbench.page.locator('.part.statusbar [id*="synapse"]');
    await status.first().waitFor();
    await workbench.screenshot(pictureFile('pseudo', 'script'));
    const shown = [...(await textsOf(lenses)), ...(await textsOf(status))];
    assert.deepEqual(untranslatedIn(shown, [...ofTheService, 'Scratch', 'Synapse']), []);
    await workbench.runCommand('View: Close All Editors');
  });

  it('shows none in the tour', async () => {
    const { workbench } = explorer();
    const editor = await openTour(
      workbench,
      () => workbench.runCommand(`${category}: ${pseudo('Open walkthrough')}`),
      pseudo('Get started with Synapse Explorer'),
    );
    const tour = editor.locator('.gettingStartedSlideDetails');
    await tour.getByText(pseudo('Sign in')).first().waitFor();
    await workbench.screenshot(pictureFile('pseudo', 'tour'));
    // The last words are VS Code's own.
    assert.deepEqual(untranslatedIn(await tour.allInnerTexts(), ['Mark Done']), []);
    await workbench.runCommand('View: Close All Editors');
  });

  it('shows none in the settings', async () => {
    const { workbench } = explorer();
    await workbench.runCommand(`${category}: ${pseudo('Choose credential…')}`);
    const settings = workbench.page.locator('.settings-editor');
    const descriptions = settings.locator('.setting-item-description');
    // VS Code shows all settings before it has looked for those that are asked for.
    await descriptions
      .filter({ hasText: pseudo('The credential that') })
      .first()
      .waitFor();
    await workbench.screenshot(pictureFile('pseudo', 'settings'));
    assert.deepEqual(untranslatedIn(await descriptions.allInnerTexts(), []), []);
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand('View: Close All Editors');
  });

  it('shows none in the welcome', async () => {
    const { workbench } = explorer();
    await workbench.runCommand(`${category}: ${pseudo('Disconnect')}`);
    await workbench
      .welcome()
      .getByRole('button', { name: pseudo('Open the sample') })
      .waitFor();
    await workbench.screenshot(pictureFile('pseudo', 'welcome'));
    assert.deepEqual(untranslatedIn(await workbench.welcome().allInnerTexts(), []), []);
  });
});
