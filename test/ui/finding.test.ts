import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from './support/eventually.ts';
import { icon, useExplorer } from './support/explorer.ts';
import { cutOff, picturesInAllThemes } from './support/looks.ts';

const pictures = 'finding';
const odd = 'Research & <b>"Üser"</b> ../x';
const subscriptions = ['Contoso Production', 'Fabrikam Analytics', odd];

describe('Finding a workspace', () => {
  const explorer = useExplorer();
  const focused = () => explorer().tree.tree.locator('.monaco-list-row.focused');

  it('pins one from its menu: it stands at the top as well', async () => {
    const { workbench, tree, row } = explorer();
    await workbench.contextMenu(await tree.reveal('Contoso Production', 'contoso-sales'), 'Pin');
    await tree.item('Pinned').waitFor();
    assert.deepEqual((await tree.roots())[0], 'Pinned');
    await row('Workspace contoso-sales, Contoso Production, rg-analytics-prod, westeurope').waitFor();
    await row('Workspace contoso-sales, westeurope').waitFor();
    await icon(tree.item('Pinned'), 'pinned').waitFor();
    await (await tree.reveal('Pinned', 'contoso-sales', 'SQL pools', 'SalesDW')).waitFor();
    await tree.collapse(await tree.reveal('Pinned', 'contoso-sales'));
  });

  it('pins several at once', async () => {
    const { workbench, tree, row } = explorer();
    await (await tree.reveal('Contoso Production', 'contoso-finance')).click();
    await row('Workspace contoso-iot-01, eastus').click({ modifiers: ['ControlOrMeta'] });
    await workbench.contextMenu(row('Workspace contoso-iot-01, eastus'), 'Pin');
    await tree.item('contoso-iot-01').waitFor();
    await eventually('three pins', async () => {
      const pinned = await tree.children(tree.item('Pinned'));
      return pinned.join() === 'contoso-finance,contoso-iot-01,contoso-sales' || undefined;
    });
    await picturesInAllThemes(workbench, pictures, 'pins');
  });

  it('keeps pins over a reload', async () => {
    await explorer().reload();
    const { tree } = explorer();
    await explorer().shows(['Pinned', ...subscriptions]);
    assert.deepEqual(await tree.children(tree.item('Pinned')), ['contoso-finance', 'contoso-iot-01', 'contoso-sales']);
  });

  it('takes a pin away with the icon on its row', async () => {
    const { tree } = explorer();
    await tree.inlineAction(await tree.reveal('Pinned', 'contoso-iot-01'), 'Unpin');
    await eventually('two pins', async () => (await tree.children(tree.item('Pinned'))).length === 2 || undefined);
  });

  it('goes to a workspace by a part of its place, by keyboard alone', async () => {
    const { workbench } = explorer();
    const { keyboard } = workbench.page;
    await workbench.runCommand('Synapse: Go to workspace…');
    await workbench.option('fabrikam-lab').waitFor();
    await keyboard.type('retail lab');
    await eventually('one match', async () => {
      const options = workbench.quickInput().getByRole('option');
      return (await options.count()) === 0 || undefined;
    });
    await keyboard.press('Control+A');
    await keyboard.type('centralus');
    await workbench.option('fabrikam-retail').waitFor();
    await keyboard.press('Enter');
    await explorer().row('Workspace fabrikam-retail, centralus').and(focused()).waitFor();
  });

  it('goes to a pool by an address of the portal', async () => {
    const { workbench, tree, row, copied } = explorer();
    const pool = await tree.reveal('Contoso Production', 'contoso-sales', 'SQL pools', 'SalesDW');
    const id = await copied(() => workbench.contextMenu(pool, 'Copy resource id'));
    await tree.collapse(await tree.reveal('Contoso Production', 'contoso-sales'));
    await workbench.titleAction('Go to workspace…');
    await workbench
      .quickInput()
      .locator('input.input')
      .fill(`https://portal.azure.com/#@contoso/resource${id}/overview`);
    await workbench.option('contoso-sales › SalesDW').waitFor();
    await workbench.page.keyboard.press('Enter');
    await row('Dedicated SQL pool SalesDW, DW1000c, Online').and(focused()).waitFor();
  });

  it('says where else to look for a name that is not shown', async () => {
    const { workbench } = explorer();
    await workbench.runCommand('Synapse: Go to workspace…');
    await workbench.option('fabrikam-lab').waitFor();
    await workbench.quickInput().locator('input.input').fill('nowhere');
    await workbench.option('Where is “nowhere”?').click();
    await workbench.toast('“nowhere” is not visible to').waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('cuts nothing off in its list', async () => {
    const { workbench } = explorer();
    await picturesInAllThemes(workbench, pictures, 'go to', async () => {
      await workbench.runCommand('Synapse: Go to workspace…');
      await workbench.option('contoso-people').waitFor();
      assert.deepEqual(await cutOff(workbench.quickInput().locator('.quick-input-list .label-name')), []);
    });
  });

  it('groups by resource group and not at all, from the view’s menu', async () => {
    const { workbench, tree } = explorer();
    await workbench.titleAction(/^More Actions/);
    const group = workbench.page.locator('.monaco-menu').getByRole('menuitem', { name: 'Group by…' });
    await group.waitFor();
    await workbench.page.waitForTimeout(200); // menus ignore the mouse at first
    await group.click();
    await workbench.pick('Resource group');
    await tree.item('rg-analytics-prod').waitFor();
    await tree.expand(await tree.reveal('rg-analytics-prod'));
    await tree.item('contoso-serverless').waitFor();
    await picturesInAllThemes(workbench, pictures, 'resource groups');

    await workbench.runCommand('Synapse: Group by…');
    await workbench.pick('No groups: all workspaces in one list');
    await tree.item('research-genomics').waitFor();
    assert.equal(await tree.item('rg-analytics-prod').count(), 0);
    await picturesInAllThemes(workbench, pictures, 'one list');

    await workbench.runCommand('Synapse: Group by…');
    await workbench.pick('Subscription');
    await explorer().shows(subscriptions);
  });

  it('opens a link that was copied, once VS Code has asked whether it may', async () => {
    const { workbench, tree, row, copied } = explorer();
    const pool = await tree.reveal('Contoso Production', 'contoso-sales', 'Apache Spark pools', 'sparksmall');
    const link = await copied(() => workbench.contextMenu(pool, 'Copy link'));
    await tree.collapse(await tree.reveal('Contoso Production'));
    await workbench.runCommand('Developer: Open URL');
    await workbench.enter(link);
    await workbench.answer('Open');
    await row('Apache Spark pool sparksmall, Small, 3–10 nodes, auto-pause after 15 min').and(focused()).waitFor();
  });
});
