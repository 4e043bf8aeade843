import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { resultsFolder } from '../vscode/paths.ts';
import { type Contrast, contrasts } from './support/contrast.ts';
import { useExplorer } from './support/explorer.ts';

/** By name, with the class that the window has then: a theme arrives a moment after it was chosen. */
const themes = {
  'Dark Modern': 'vs-dark',
  'Light Modern': 'vs',
  'Dark High Contrast': 'hc-black',
  'Light High Contrast': 'hc-light',
};
const sales = ['Contoso Production', 'contoso-sales'] as const;

/** The least contrast that WCAG 2.1 asks for: of text (1.4.3), and of pictures that carry a meaning (1.4.11). */
const leastOfText = 4.5;
const leastOfIcons = 3;

/** What is half-way in the sample takes ten times this, so that it stays half-way here. */
const operationTimeMs = 60_000;

describe('The explorer in all kinds of colour themes', () => {
  const pictures = path.join(resultsFolder, 'ui', 'themes');
  const explorer = useExplorer({ operationTimeMs });

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    const { tree, faults } = explorer();
    faults.set({ route: 'BigDataPools_ListByWorkspace', status: 403, body: { error: { code: 'No', message: 'No.' } } });
    await tree.expand(await tree.reveal(...sales, 'SQL pools'));
    await tree.expand(await tree.reveal(...sales, 'Apache Spark pools'));
    await tree.expand(await tree.reveal(...sales, 'Access control', 'Synapse Contributor'));
  });

  for (const [theme, windowClass] of Object.entries(themes)) {
    it(`can be read in ${theme}`, async () => {
      const { workbench, tree } = explorer();
      await workbench.switchTheme(theme);
      await workbench.page.locator(`.monaco-workbench.${windowClass}`).waitFor();
      await workbench.screenshot(path.join(pictures, `${theme.replaceAll(' ', '-')}.png`));
      const rows = tree.tree.locator('.monaco-list-row:not(.selected)');
      const tooPale = (parts: readonly Contrast[], least: number): Contrast[] =>
        parts.filter(({ ratio }) => ratio < least);
      assert.deepEqual(tooPale(await contrasts(rows.locator('.label-name')), leastOfText), []);
      assert.deepEqual(tooPale(await contrasts(rows.locator('.label-description')), leastOfText), []);
      assert.deepEqual(tooPale(await contrasts(rows.locator('.custom-view-tree-node-item-icon')), leastOfIcons), []);
    });
  }

  it('shows menu, question and progress without cut-off text', async () => {
    const { workbench, tree } = explorer();
    const menu = await workbench.openContextMenu(await tree.reveal(...sales, 'SQL pools', 'SalesDW'));
    await workbench.page.screenshot({ path: path.join(pictures, 'menu.png') });
    await menu.getByRole('menuitem', { name: 'Pause dedicated SQL pool…' }).click();
    await workbench.dialog().waitFor();
    await workbench.screenshot(path.join(pictures, 'question.png'));
    await workbench.answer('Pause');
    await workbench.toast('Pausing SQL pool SalesDW').waitFor();
    await workbench.screenshot(path.join(pictures, 'progress.png'));
  });
});
