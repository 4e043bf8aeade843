import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from './support/eventually.ts';
import { icon, useExplorer } from './support/explorer.ts';

const sales = ['Contoso Production', 'contoso-sales', 'SQL pools'] as const;

describe('Pausing and resuming a dedicated SQL pool', () => {
  const explorer = useExplorer();

  it('says what will happen, and sends nothing when the answer is Cancel', async () => {
    const { tree, workbench, traffic, row } = explorer();
    await workbench.contextMenu(await tree.reveal(...sales, 'SalesDW'), 'Pause dedicated SQL pool…');
    const dialog = workbench.dialog();
    await dialog.getByText('Pause dedicated SQL pool “SalesDW” of workspace “contoso-sales”?').waitFor();
    await dialog.getByText('Running queries are cancelled').waitFor();
    await workbench.answer('Cancel');
    // A request that comes later has been recorded: then an earlier one would have been, too.
    const before = traffic.count('SqlPools_ListByWorkspace');
    await tree.inlineAction(tree.item('SQL pools'), 'Refresh');
    await traffic.reaches('SqlPools_ListByWorkspace', before + 1);
    assert.equal(traffic.count('SqlPools_Pause'), 0);
    await row('Dedicated SQL pool SalesDW, DW1000c, Online').waitFor();
  });

  it('pauses from the context menu, and the row goes with it', async () => {
    const { tree, workbench, row, traffic } = explorer();
    await workbench.contextMenu(await tree.reveal(...sales, 'SalesDW'), 'Pause dedicated SQL pool…');
    await workbench.answer('Pause');
    await workbench.toast('Pausing SQL pool SalesDW').waitFor();
    await icon(row('Dedicated SQL pool SalesDW, DW1000c, Pausing'), 'loading').waitFor();
    const paused = row('Dedicated SQL pool SalesDW, DW1000c, Paused');
    await icon(paused, 'debug-pause').waitFor();
    await workbench.toast('SQL pool SalesDW is paused.').waitFor();
    await paused.hover();
    await paused.getByRole('button', { name: 'Resume dedicated SQL pool…' }).waitFor();
    assert.equal(await paused.getByRole('button', { name: 'Pause dedicated SQL pool…' }).count(), 0);
    assert.equal(traffic.count('SqlPools_Pause'), 1);
  });

  it('resumes by the icon in the row', async () => {
    const { tree, workbench, row } = explorer();
    await tree.inlineAction(await tree.reveal(...sales, 'SalesArchive'), 'Resume dedicated SQL pool…');
    await workbench.dialog().getByText('Compute at DW100c is charged from now on.').waitFor();
    await workbench.answer('Resume');
    await row('Dedicated SQL pool SalesArchive, DW100c, Resuming').waitFor();
    await icon(row('Dedicated SQL pool SalesArchive, DW100c, Online'), 'database').waitFor();
    await workbench.toast('SQL pool SalesArchive is online.').waitFor();
  });

  it('asks for workspace and pool when run from the palette, and offers only pools that fit', async () => {
    const { workbench, tree, row } = explorer();
    await workbench.runCommand('Synapse: Pause dedicated SQL pool…');
    await workbench.quickInput().getByPlaceholder('Select a workspace').waitFor();
    await workbench.pick('fabrikam-retail');
    await workbench.quickInput().getByPlaceholder('Select a dedicated SQL pool').waitFor();
    await workbench.option('RetailDW').waitFor();
    assert.equal(await workbench.quickInput().getByRole('option').count(), 1); // Built-in and the paused one do not fit
    await workbench.pick('RetailDW');
    await workbench.answer('Pause');
    await workbench.toast('SQL pool RetailDW is paused.').waitFor();
    await tree.reveal('Fabrikam Analytics', 'fabrikam-retail', 'SQL pools', 'RetailDW');
    await row('Dedicated SQL pool RetailDW, DW300c, Paused').waitFor();
  });

  it('resumes from the palette in the same way', async () => {
    const { workbench, row } = explorer();
    await workbench.runCommand('Synapse: Resume dedicated SQL pool…');
    await workbench.pick('fabrikam-retail');
    await workbench.option('RetailTest').waitFor();
    assert.equal(await workbench.quickInput().getByRole('option').count(), 2);
    await workbench.pick('RetailTest');
    await workbench.answer('Resume');
    await row('Dedicated SQL pool RetailTest, DW100c, Online').waitFor();
  });

  it('says so where no pool fits', async () => {
    const { workbench } = explorer();
    await workbench.runCommand('Synapse: Pause dedicated SQL pool…');
    await workbench.pick('contoso-serverless');
    await workbench.toast('This workspace has no dedicated SQL pool in a state that allows it.').waitFor();
  });

  it('follows the pool after the progress was cancelled, for Azure goes on', async () => {
    const { tree, workbench, row } = explorer();
    const research = ['Research & <b>"Üser"</b> ../x', 'research-genomics', 'SQL pools'] as const;
    await workbench.contextMenu(await tree.reveal(...research, 'GenomeDW'), 'Pause dedicated SQL pool…');
    await workbench.answer('Pause');
    const progress = workbench.toast('Pausing SQL pool GenomeDW');
    await row('Dedicated SQL pool GenomeDW, DW30000c, Pausing').waitFor();
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await workbench.toast('Azure goes on pausing SQL pool GenomeDW. The explorer follows it.').waitFor();
    await row('Dedicated SQL pool GenomeDW, DW30000c, Paused').waitFor();
  });

  it('shows what the service said when the operation failed, and the log on demand', async () => {
    const { tree, workbench, row, faults } = explorer();
    faults.set({ route: 'SqlPools_Resume', times: 1, fault: 'failedOperation' });
    const pool = await tree.reveal('Contoso Production', 'contoso-people', 'SQL pools', 'PeopleDW');
    await workbench.contextMenu(pool, 'Resume dedicated SQL pool…');
    await workbench.answer('Resume');
    const failure = workbench.toast(
      '“Resume dedicated SQL pool” did not work: The operation was made to fail by a fault rule.',
    );
    await failure.getByRole('button', { name: 'Show log' }).click();
    await eventually('the reason and a request id in the log', async () => {
      const text = await workbench.panelText();
      return (
        /“Resume dedicated SQL pool” did not work.*Code OperationFailed.*Request id [\da-f-]{36}/s.test(text) ||
        undefined
      );
    });
    await row('Dedicated SQL pool PeopleDW, DW100c, Paused').waitFor();
    await workbench.runCommand('View: Hide Panel');
    faults.set();
  });

  it('waits when the service is busy, says so, and ends well', async () => {
    const { tree, workbench, row, faults } = explorer();
    faults.set({ route: 'SqlPools_Resume', times: 1, fault: 'throttle', seconds: 6 });
    const pool = await tree.reveal('Fabrikam Analytics', 'fabrikam-logistics', 'SQL pools', 'RoutesDW');
    await workbench.contextMenu(pool, 'Resume dedicated SQL pool…');
    await workbench.answer('Resume');
    await workbench.toast(/Azure asks to wait for \d seconds/).waitFor();
    await row('Dedicated SQL pool RoutesDW, DW500c, Online').waitFor();
    await workbench.toast('SQL pool RoutesDW is online.').waitFor();
    faults.set();
  });
});
