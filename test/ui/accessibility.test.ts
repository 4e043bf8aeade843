import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { violationsIn } from './support/axe.ts';
import { useExplorer } from './support/explorer.ts';
import { cutOff, pictureFile } from './support/looks.ts';
import { openTour } from './support/tour.ts';

const sales = ['Contoso Production', 'contoso-sales'] as const;
/** The rows of our views; what stands around them is VS Code's. */
const rows = '.part.sidebar .pane-body .monaco-list-rows';

/** Rows are read as sentences (“Workspace contoso-sales, westeurope”), not as the words and dots that are seen. */
const notForRows = ['label-content-name-mismatch'];

describe('The explorer for everybody', () => {
  const explorer = useExplorer({ operationTimeMs: 60_000 });

  before(async () => {
    const { tree } = explorer();
    await tree.expand(await tree.reveal(...sales, 'SQL pools'));
    await tree.expand(await tree.reveal(...sales, 'Apache Spark pools'));
    await tree.expand(await tree.reveal(...sales, 'Access control', 'Synapse Contributor'));
    await tree.expand(await tree.reveal(...sales, 'Access control', 'Azure roles'));
  });

  it('would be found out by axe', async () => {
    const { page } = explorer().workbench;
    const spoil = (what: string): Promise<unknown> => page.evaluate(`document.querySelector('${rows}').${what}`);
    await spoil(`insertAdjacentHTML('beforeend', '<div role="button" class="spoilt" tabindex="0"></div>')`);
    const found = await violationsIn(page, rows);
    await spoil(`querySelector('.spoilt').remove()`);
    assert.ok(found.some(({ rule }) => rule === 'aria-command-name'));
  });

  for (const theme of ['Dark Modern', 'Light Modern', 'Dark High Contrast']) {
    it(`has rows that axe finds nothing wrong with in ${theme}`, async () => {
      const { workbench } = explorer();
      await workbench.switchTheme(theme);
      await workbench.page.mouse.move(0, 0);
      assert.deepEqual(await violationsIn(workbench.page, rows, notForRows), []);
    });
  }

  it('can be read at twice the size', async () => {
    const { workbench, tree } = explorer();
    // Half the room and twice the size are the same thing to a page.
    await workbench.page.setViewportSize({ width: 700, height: 450 });
    await workbench.resizeSidebar(340);
    const pool = await tree.reveal(...sales, 'SQL pools', 'SalesDW');
    await workbench.screenshot(pictureFile('accessibility', 'twice the size'));
    const menu = await workbench.openContextMenu(pool);
    await workbench.page.screenshot({ path: pictureFile('accessibility', 'menu at twice the size') });
    assert.deepEqual(await cutOff(menu.locator('.action-label')), []);
    await menu.getByRole('menuitem', { name: 'Pause dedicated SQL pool…' }).click();
    await workbench.dialog().waitFor();
    await workbench.screenshot(pictureFile('accessibility', 'question at twice the size'));
    assert.deepEqual(await cutOff(workbench.dialog().locator('.dialog-message-text, .monaco-button')), []);
    await workbench.answer('Cancel');
  });

  it('lists and asks step by step at twice the size, too', async () => {
    const { workbench, tree } = explorer();
    await workbench.runCommand('Synapse: Go to workspace…');
    await workbench.option('contoso-sales').waitFor();
    await workbench.page.screenshot({ path: pictureFile('accessibility', 'workspaces at twice the size') });
    assert.deepEqual(await cutOff(workbench.quickInput().locator('.quick-input-title, .label-name')), []);
    await workbench.page.keyboard.press('Escape');
    await workbench.contextMenu(
      await tree.reveal(...sales, 'Apache Spark pools', 'sparksmall'),
      'Change Apache Spark pool…',
    );
    await workbench.option('Keep: Small').waitFor();
    await workbench.page.screenshot({ path: pictureFile('accessibility', 'wizard at twice the size') });
    assert.deepEqual(await cutOff(workbench.quickInput().locator('.quick-input-title, .label-name')), []);
    await workbench.page.keyboard.press('Escape');
  });

  it('welcomes and guides at twice the size', async () => {
    const { workbench } = explorer();
    await workbench.runCommand('Synapse: Disconnect');
    const welcome = workbench.welcome();
    await welcome.getByRole('button', { name: 'Open the sample' }).waitFor();
    await workbench.screenshot(pictureFile('accessibility', 'welcome at twice the size'));
    assert.deepEqual(await cutOff(welcome.locator('p, .monaco-button')), []);
    const tour = await openTour(workbench, () => workbench.runCommand('Synapse: Open walkthrough'));
    await tour.getByRole('button', { name: 'Sign in' }).first().waitFor();
    await workbench.screenshot(pictureFile('accessibility', 'tour at twice the size'));
    assert.deepEqual(await cutOff(tour.locator('.step-title, .button-container .monaco-button')), []);
  });
});
