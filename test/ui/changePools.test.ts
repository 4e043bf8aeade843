import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { icon, useExplorer } from './support/explorer.ts';
import { cutOff, pictureFile, picturesInLightAndDark } from './support/looks.ts';

const sales = ['Contoso Production', 'contoso-sales'] as const;
const retail = ['Fabrikam Analytics', 'fabrikam-retail'] as const;

describe('Changing pools', () => {
  const explorer = useExplorer();

  it('scales a dedicated pool from the context menu; the present size is marked and cannot be chosen', async () => {
    const { tree, workbench, row, traffic } = explorer();
    await workbench.contextMenu(await tree.reveal(...retail, 'SQL pools', 'RetailDW'), 'Scale dedicated SQL pool…');
    const sizes = workbench.quickInput().getByRole('option');
    await workbench.option('DW300c').waitFor();
    await workbench.option('DW300c, the present size').click();
    await workbench.option('DW300c').waitFor(); // still open
    await workbench.screenshot(pictureFile('pools', 'sizes'));
    assert.ok((await sizes.count()) > 5);
    await workbench.pick('DW500c');
    const dialog = workbench.dialog();
    await dialog
      .getByText('Scale dedicated SQL pool “RetailDW” of workspace “fabrikam-retail” from DW300c to DW500c?')
      .waitFor();
    await dialog.getByText('Connections drop').waitFor();
    await workbench.screenshot(pictureFile('pools', 'scale question'));
    await workbench.answer('Scale');
    await icon(row('Dedicated SQL pool RetailDW, DW300c, Scaling'), 'loading').waitFor();
    await workbench.toast('Scaling SQL pool RetailDW to DW500c').waitFor();
    await icon(row('Dedicated SQL pool RetailDW, DW500c, Online'), 'database').waitFor();
    await workbench.toast('SQL pool RetailDW has the size DW500c now.').waitFor();
    assert.equal(traffic.count('SqlPools_Update'), 1);
  });

  it('changes a Spark pool by keyboard alone, with a look back', async () => {
    const { tree, workbench, row, traffic } = explorer();
    const { keyboard } = workbench.page;
    await tree.reveal(...sales, 'Apache Spark pools', 'sparksmall').then((pool) => pool.click());
    await keyboard.press('F1');
    await keyboard.type('Synapse: Change Apache Spark pool');
    await workbench.option('Synapse: Change Apache Spark pool…').waitFor();
    await keyboard.press('Enter');
    await workbench.quickInput().getByPlaceholder('Select a workspace').waitFor();
    await workbench.option('contoso-sales').waitFor();
    await keyboard.type('contoso-sales');
    await keyboard.press('Enter');
    await workbench.option('sparksmall').waitFor();
    await keyboard.type('sparksmall');
    await keyboard.press('Enter');

    await workbench.option('Keep: Small').waitFor();
    await workbench.screenshot(pictureFile('pools', 'node size'));
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter'); // Medium
    await workbench.option('Keep: 3–10 nodes').waitFor();
    await keyboard.type('Fixed');
    await keyboard.press('Enter');
    const box = workbench.quickInput();
    await box.getByText('Number of nodes, from 3 to 200').waitFor();
    await keyboard.type('2');
    await keyboard.press('Enter');
    await box.getByText('Type a whole number from 3 to 200.').waitFor();
    await workbench.screenshot(pictureFile('pools', 'wrong number'));
    await box.getByRole('button', { name: 'Back' }).click();
    await workbench.option('Keep: 3–10 nodes').waitFor();
    await keyboard.type('Fixed');
    await keyboard.press('Enter');
    await box.getByText('Number of nodes, from 3 to 200').waitFor();
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('4');
    await keyboard.press('Enter');
    await workbench.option('Keep: auto-pause after 15 min').waitFor();
    await keyboard.press('Enter');
    await workbench.option('Let them go on').waitFor();
    await keyboard.press('Enter');

    const dialog = workbench.dialog();
    await dialog.getByText('Change Apache Spark pool “sparksmall” of workspace “contoso-sales”?').waitFor();
    await dialog.getByText('Nodes: 3–10 nodes, autoscale → 4 nodes').waitFor();
    assert.deepEqual(await cutOff(dialog.locator('.dialog-message-detail')), []);
    await workbench.screenshot(pictureFile('pools', 'spark question'));
    await dialog.getByRole('button', { name: 'Change', exact: true }).press('Enter');
    await icon(
      row('Apache Spark pool sparksmall, Provisioning, Medium, 4 nodes, auto-pause after 15 min'),
      'loading',
    ).waitFor();
    await row('Apache Spark pool sparksmall, Medium, 4 nodes, auto-pause after 15 min').waitFor();
    await workbench.toast('Apache Spark pool sparksmall is changed.').waitFor();
    assert.equal(traffic.count('BigDataPools_CreateOrUpdate'), 1);
  });

  it('pauses two pools that are selected, after one question', async () => {
    const { tree, workbench, row, traffic } = explorer();
    await tree.reveal(...retail, 'SQL pools', 'RetailDW');
    await tree.reveal(...sales, 'SQL pools', 'SalesDW').then((pool) => pool.click());
    const other = await tree.reveal(...retail, 'SQL pools', 'RetailDW');
    await other.click({ modifiers: ['ControlOrMeta'] });
    await workbench.contextMenu(other, 'Pause dedicated SQL pool…');
    const dialog = workbench.dialog();
    await dialog.getByText('Pause 2 dedicated SQL pools?').waitFor();
    await dialog.getByText('SalesDW · DW1000c · contoso-sales').waitFor();
    await workbench.screenshot(pictureFile('pools', 'two pools question'));
    await workbench.answer('Pause');
    await workbench.toast('Pausing 2 SQL pools').waitFor();
    await workbench.screenshot(pictureFile('pools', 'two pools progress'));
    await workbench.toast('SQL pools “SalesDW” and “RetailDW” are paused.').waitFor();
    await row('Dedicated SQL pool RetailDW, DW500c, Paused').waitFor();
    assert.equal(traffic.count('SqlPools_Pause'), 2);
  });

  it('copies endpoints and connection strings', async () => {
    const { tree, workbench, copied } = explorer();
    const workspace = await tree.reveal(...sales);
    assert.equal(
      await copied(() => workbench.contextMenu(workspace, 'Copy serverless SQL endpoint')),
      'contoso-sales-ondemand.sql.azuresynapse.net',
    );
    await workbench.page.getByText('Copied: contoso-sales-ondemand.sql.azuresynapse.net').waitFor();
    const pool = await tree.reveal(...sales, 'SQL pools', 'SalesArchive');
    const text = await copied(async () => {
      await workbench.contextMenu(pool, 'Copy connection string…');
      await workbench.option('Active Directory Interactive').waitFor();
      await workbench.screenshot(pictureFile('pools', 'connection string'));
      await workbench.pick('Active Directory Interactive');
    });
    assert.match(text, /^Server=tcp:contoso-sales\.sql\..*;Initial Catalog=SalesArchive;.*Interactive;$/);
  });

  it('offers the extension that connects where it is not installed, and Resume where the pool is paused', async () => {
    const { tree, workbench } = explorer();
    const connect = 'Connect in SQL Server (mssql)';
    await workbench.contextMenu(await tree.reveal(...sales, 'SQL pools', 'Built-in'), connect);
    const offer = workbench.toast('The extension SQL Server (mssql), which connects to SQL pools, is not installed.');
    await offer.getByRole('button', { name: 'Install', exact: true }).waitFor();
    await offer.getByRole('button', { name: 'Show extension' }).waitFor();
    await workbench.screenshot(pictureFile('pools', 'mssql offer'));
    await workbench.contextMenu(await tree.reveal(...sales, 'SQL pools', 'SalesArchive'), connect);
    await workbench
      .toast('SQL pool SalesArchive is paused; nobody can connect until it is resumed.')
      .getByRole('button', { name: 'Resume…' })
      .click();
    await workbench.dialog().getByText('Resume dedicated SQL pool “SalesArchive”').waitFor();
    await workbench.answer('Cancel');
  });

  it('can be read in light, dark and high contrast', async () => {
    const { tree, workbench } = explorer();
    const openSizes = async (): Promise<void> => {
      const pool = await tree.reveal(...sales, 'SQL pools', 'SalesArchive');
      await workbench.contextMenu(pool, 'Scale dedicated SQL pool…');
      await workbench.option('DW200c').waitFor();
      assert.deepEqual(await cutOff(workbench.quickInput().locator('.quick-input-list-row .label-description')), []);
    };
    await picturesInLightAndDark(workbench, 'pools', 'sizes', openSizes);
    await workbench.switchTheme('Dark High Contrast');
    await openSizes();
    await workbench.page.screenshot({ path: pictureFile('pools', 'sizes high contrast') });
    await workbench.page.keyboard.press('Escape');
  });
});
