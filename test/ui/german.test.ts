import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useExplorer } from './support/explorer.ts';
import { cutOff, pictureFile, picturesInLightAndDark } from './support/looks.ts';

describe('The explorer in German', () => {
  const explorer = useExplorer({
    locale: 'de',
    titles: { container: 'Synapse Explorer', view: 'Arbeitsbereiche' },
  });

  it('speaks German in rows, menus, questions and what it says afterwards', async () => {
    const { workbench, tree, row } = explorer();
    const pool = await tree.reveal('Contoso Production', 'contoso-sales', 'SQL-Pools', 'SalesDW');
    await row('Dedizierter SQL-Pool SalesDW, DW1000c, Online').waitFor();
    const menu = await workbench.openContextMenu(pool);
    await workbench.page.screenshot({ path: pictureFile('german', 'menu') });
    await menu.getByRole('menuitem', { name: 'Dedizierten SQL-Pool anhalten…' }).click();
    await workbench.dialog().getByText('Dedizierten SQL-Pool „SalesDW“ des Arbeitsbereichs „contoso-sales“').waitFor();
    await workbench.screenshot(pictureFile('german', 'question'));
    await workbench.answer('Anhalten');
    await workbench.toast('Der SQL-Pool SalesDW ist angehalten.').waitFor();
  });

  it('tells in German how it went, in the view of all changes', async () => {
    const { workbench } = explorer();
    await workbench.runCommand('Synapse Explorer: Focus on Aktivität View');
    const activity = workbench.tree('Aktivität');
    await activity.expand(activity.item(/SalesDW/));
    await activity.item('Arbeitsbereich: contoso-sales').waitFor();
    await activity.item('Status: fertig').waitFor();
  });

  it('cuts no text of a welcome off', async () => {
    const { workbench } = explorer();
    await picturesInLightAndDark(workbench, 'german', 'explorer');
    await workbench.runCommand('Synapse: Verbindung trennen');
    await workbench.welcome().getByRole('button', { name: 'Beispiel öffnen' }).waitFor();
    assert.deepEqual(await cutOff(workbench.welcome().locator('p, .monaco-button')), []);
    await workbench.screenshot(pictureFile('german', 'welcome'));
  });
});
