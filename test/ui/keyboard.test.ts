import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from './support/eventually.ts';
import { useExplorer } from './support/explorer.ts';
import { Keys } from './support/keys.ts';
import { openTour } from './support/tour.ts';

describe('The explorer by keyboard alone', () => {
  const explorer = useExplorer();
  const keys = new Keys(explorer);

  it('takes the focus from the palette', async () => {
    await keys.toTree();
    await keys.hasFocus('Subscription Contoso Production, 5 workspaces');
  });

  it('opens with arrow keys and Enter what is below', async () => {
    await keys.open();
    await keys.down('Workspace contoso-sales');
    await keys.open('Enter');
    await keys.down('SQL pools of workspace contoso-sales');
    await keys.open();
    await keys.down('Dedicated SQL pool SalesDW, DW1000c, Online');
  });

  it('pauses a pool: menu, choice and answer', async () => {
    const { workbench, row } = explorer();
    await keys.menu('Pause dedicated SQL pool…');
    await workbench.dialog().getByText('Pause dedicated SQL pool “SalesDW”').waitFor();
    await keys.answer('Pause');
    await row('Dedicated SQL pool SalesDW, DW1000c, Pausing').waitFor();
    await row('Dedicated SQL pool SalesDW, DW1000c, Paused').waitFor();
  });

  it('keeps the focus where it was while the row changed', async () => {
    await keys.hasFocus('Dedicated SQL pool SalesDW, DW1000c, Paused');
    assert.equal(await explorer().workbench.page.locator(':focus').getAttribute('role'), 'tree');
  });

  it('resumes it, and scales it: the size is typed', async () => {
    const { row, workbench } = explorer();
    await keys.menu('Resume dedicated SQL pool…');
    await keys.answer('Resume');
    await row('Dedicated SQL pool SalesDW, DW1000c, Online').waitFor();
    await keys.hasFocus('Dedicated SQL pool SalesDW, DW1000c, Online');
    await keys.menu('Scale dedicated SQL pool…');
    await keys.choose('DW500c');
    await workbench.dialog().getByText('from DW1000c to DW500c?').waitFor();
    await keys.answer('Scale');
    await row('Dedicated SQL pool SalesDW, DW500c, Online').waitFor();
  });

  it('copies what a program connects to', async () => {
    const text = await explorer().copied(async () => {
      await keys.menu('Copy connection string…');
      await keys.choose('Active Directory Interactive');
    });
    assert.match(text, /^Server=tcp:contoso-sales\.sql\..*;Initial Catalog=SalesDW;.*Interactive;$/);
  });

  it('says what is missing to connect in SQL Server (mssql)', async () => {
    const { workbench } = explorer();
    await keys.menu('Connect in SQL Server (mssql)');
    await workbench.toast('The extension SQL Server (mssql), which connects to SQL pools, is not installed.').waitFor();
    await keys.palette('Notifications: Clear All Notifications');
  });

  it('pins a workspace and takes the pin away', async () => {
    const { tree } = explorer();
    await keys.toTree();
    await keys.down('Workspace contoso-sales');
    await keys.menu('Pin');
    await tree.item('Pinned').waitFor();
    await keys.toTree();
    await keys.hasFocus('Pinned workspaces');
    await keys.down('Workspace contoso-sales, Contoso Production');
    await keys.menu('Unpin');
    await tree.item('Pinned').waitFor({ state: 'detached' });
  });

  it('groups by resource group, and by subscription again', async () => {
    const { tree } = explorer();
    await keys.palette('Synapse: Group by…');
    await keys.choose('Resource group');
    await tree.item('rg-analytics-prod').waitFor();
    await keys.palette('Synapse: Group by…');
    await keys.choose('Subscription');
    await tree.item('Contoso Production').waitFor();
  });

  it('finds a row by what is typed, and goes to one by its address', async () => {
    const { workbench, tree, copied } = explorer();
    const { keyboard } = workbench.page;
    await keys.palette('Synapse: Find in the tree…');
    const box = workbench.page.locator('.monaco-tree-type-filter input');
    await box.waitFor();
    await keyboard.type('Fabrikam');
    await tree.tree.locator('.monaco-list-row.focused').getByText('Fabrikam Analytics').waitFor();
    await keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    await keys.toTree();
    await keys.down('Workspace contoso-sales');
    const id = await copied(() => keys.menu('Copy resource id'));
    await keys.toTree();
    await keys.palette('Synapse: Go to workspace…');
    await workbench.option('fabrikam-lab').waitFor();
    await keyboard.insertText(id);
    await workbench.option('contoso-sales').waitFor();
    await keyboard.press('Enter');
    await keys.hasFocus('Workspace contoso-sales, westeurope');
  });

  it('deletes a firewall rule after a question', async () => {
    const { row } = explorer();
    await keys.toTree();
    await keys.down('Workspace contoso-finance');
    await keys.open();
    await keys.down('Networking of workspace contoso-finance');
    await keys.open();
    await keys.down('Firewall rule Headquarters');
    await keys.menu('Delete firewall rule…');
    await keys.answer('Delete');
    await row('Firewall rule Headquarters, 203.0.113.0–203.0.113.255').waitFor({ state: 'detached' });
  });

  it('reads the tour', async () => {
    const { workbench } = explorer();
    const { page } = workbench;
    const tour = await openTour(workbench, () => keys.palette('Synapse: Open walkthrough'));
    await eventually('the focus on a step', async () => {
      const focused = tour.locator('.getting-started-step:focus, .getting-started-step :focus');
      if ((await focused.count()) > 0 && (await focused.innerText()).includes('Sign in')) return true;
      await page.keyboard.press('Tab');
      return undefined;
    });
    await page.keyboard.press('Enter');
    await tour.locator('.getting-started-step.expanded').getByText('Sign in').first().waitFor();
  });
});
