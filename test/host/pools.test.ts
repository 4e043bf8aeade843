import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeEntry } from '../../src/platform/tree/treeEntry.ts';
import type { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { entryAt, itemOf, untilRowSays } from './support/explorer.ts';
import { freshStart } from './support/freshStart.ts';
import { takeLogLines } from './support/logLines.ts';
import { until } from './support/until.ts';

const pools = ['Contoso Production', 'contoso-sales', 'SQL pools'] as const;

describe('pausing and resuming a dedicated SQL pool', () => {
  let dialogs: Dialogs;
  let pool: TreeEntry;

  const azure = emulatedAzure();
  beforeEach(async () => {
    dialogs = await freshStart(azure(), pools);
    pool = await entryAt(...pools, 'SalesDW');
  });
  afterEach(() => {
    dialogs[Symbol.dispose]();
  });

  it('sends nothing unless it is confirmed', async () => {
    await vscode.commands.executeCommand('synapse.sqlPool.pause', pool);
    const { level, message, detail, buttons } = await dialogs.message('warning');
    assert.equal(level, 'warning');
    assert.match(message, /“SalesDW” of workspace “contoso-sales”/);
    assert.match(detail ?? '', /Running queries are cancelled/);
    assert.deepEqual(buttons, ['Pause']);
    assert.deepEqual(azure().requests.take(), []);
    assert.equal(dialogs.messages.length, 1);
    assert.equal(pool.node.description, 'DW1000c · Online');
  });

  it('pauses, and the row follows', async () => {
    dialogs.press = () => 'Pause';
    const command = vscode.commands.executeCommand('synapse.sqlPool.pause', pool);
    await untilRowSays(pool, /Pausing/);
    assert.deepEqual(flags(await itemOf(pool)), ['named', 'resource', 'refreshable']);
    await until(
      'the operation to be followed',
      () => dialogs.progress[0]?.messages.find((message) => message.startsWith('In progress, ')),
      azure().requests.onRequest,
    );
    azure().endOperations();
    await command;
    assert.equal(pool.node.description, 'DW1000c · Paused');
    assert.deepEqual(flags(await itemOf(pool)), ['named', 'resource', 'refreshable', 'canResume']);
    assert.equal((await dialogs.message('information')).message, 'SQL pool SalesDW is paused.');
    assert.equal(azure().requests.matching(/^POST .*\/sqlPools\/SalesDW\/pause$/).length, 1);
    assert.ok(azure().requests.matching(/^GET .*\/operationStatuses\//).length >= 1);
    assert.deepEqual(
      dialogs.progress.map(({ title }) => title),
      ['Pausing SQL pool SalesDW'],
    );
    // The row changed with the acceptance, before the operation was asked about.
    assert.equal(dialogs.progress[0]?.messages[0], 'Azure has accepted it');
    assert.equal(dialogs.progress[0].messages.at(-1), 'Azure has done it');
  });

  it('resumes, naming the size that is charged, and the row follows', async () => {
    dialogs.press = () => 'Resume';
    const command = vscode.commands.executeCommand('synapse.sqlPool.resume', pool);
    await untilRowSays(pool, /Resuming/);
    azure().endOperations();
    await command;
    assert.match((await dialogs.message('warning')).detail ?? '', /Compute at DW1000c is charged/);
    assert.equal(pool.node.description, 'DW1000c · Online');
    assert.equal((await dialogs.message('information')).message, 'SQL pool SalesDW is online.');
  });

  it('goes on in Azure when somebody stops waiting, and the row tells the end', async () => {
    dialogs.press = () => 'Pause';
    const command = vscode.commands.executeCommand('synapse.sqlPool.pause', pool);
    await untilRowSays(pool, /Pausing/);
    dialogs.progress[0]?.cancel();
    await command;
    assert.match((await dialogs.message('information')).message, /^Azure goes on pausing SQL pool SalesDW/);
    assert.equal(dialogs.messages.filter(({ level }) => level === 'error').length, 0);
    assert.match(pool.node.description ?? '', /Pausing/);
    azure().endOperations();
    await untilRowSays(pool, /Paused/);
  });

  it('asks from the palette for the workspace and the pool, and offers those that fit', async () => {
    await vscode.commands.executeCommand('synapse.refresh');
    dialogs.choose = ({ placeholder }) => (placeholder === 'Select a workspace' ? 'contoso-sales' : 'SalesDW');
    dialogs.press = () => 'Resume';
    const command = vscode.commands.executeCommand('synapse.sqlPool.resume');
    await untilRowSays(await entryAt(...pools, 'SalesDW'), /Resuming/);
    azure().endOperations();
    await command;
    const [workspaces, offered] = dialogs.lists;
    assert.equal(workspaces?.items.length, 12);
    assert.equal(workspaces.items.find(({ label }) => label === 'fabrikam-lab')?.detail, 'Fabrikam Analytics');
    assert.equal(offered?.placeholder, 'Select a dedicated SQL pool');
    assert.deepEqual(
      offered.items.map(({ label }) => label),
      ['SalesArchive', 'SalesDW'],
    );
    assert.match((await dialogs.message('information')).message, /is online/);
  });

  it('does nothing when somebody turns away from the palette’s questions', async () => {
    await vscode.commands.executeCommand('synapse.sqlPool.pause');
    assert.equal(dialogs.lists.length, 1);
    assert.deepEqual(dialogs.messages, []);
    assert.deepEqual(azure().requests.matching(/^POST .*\/pause$/), []);
  });

  it('says so when no pool fits', async () => {
    dialogs.choose = () => 'contoso-people';
    await vscode.commands.executeCommand('synapse.sqlPool.pause');
    assert.match((await dialogs.message('information')).message, /no dedicated SQL pool in a state that allows it/);
  });

  it('shows why the operation failed, and what the pool’s state is', async () => {
    azure().faults.add({ route: 'SqlPools_Pause', times: 1, fault: 'failedOperation' });
    dialogs.press = ({ level }) => (level === 'warning' ? 'Pause' : undefined);
    takeLogLines();
    const command = vscode.commands.executeCommand('synapse.sqlPool.pause', pool);
    await untilRowSays(pool, /Pausing/);
    azure().endOperations();
    await command;
    const { message, buttons } = await dialogs.message('error');
    assert.match(message, /^“Pause dedicated SQL pool” did not work: The operation was made to fail/);
    assert.deepEqual(buttons, ['Show log']);
    assert.match(pool.node.description ?? '', /Online/);
    const line = takeLogLines().find((text) => text.startsWith('[error] “Pause')) ?? '';
    assert.match(line, /Operation SqlPools_Pause · .*Code OperationFailed · Request id [0-9a-f-]{36}/);
  });

  it('shows the service’s refusal of a pool that is changing already', async () => {
    const changing = await entryAt(...pools, 'SalesNightly');
    assert.match(changing.node.description ?? '', /Resuming/);
    dialogs.press = ({ level }) => (level === 'warning' ? 'Pause' : undefined);
    await vscode.commands.executeCommand('synapse.sqlPool.pause', changing);
    const { message } = await dialogs.message('error');
    assert.match(message, /SQL pool SalesNightly is being changed already \(Resuming\)/);
    assert.match(message, /its state is Resuming\. Another change may still be running\./);
    assert.match(changing.node.description ?? '', /Resuming/);
  });

  it('repeats no request of which nobody knows whether it worked', async () => {
    azure().faults.add({ route: 'SqlPools_Pause', times: 1, drop: 'beforeReply' });
    dialogs.press = ({ level }) => (level === 'warning' ? 'Pause' : undefined);
    await vscode.commands.executeCommand('synapse.sqlPool.pause', pool);
    assert.match((await dialogs.message('error')).message, /The connection was lost/);
    assert.equal(azure().requests.matching(/^POST .*\/pause$/).length, 1);
    // The service did get it: the row shows what is true.
    assert.match(pool.node.description ?? '', /Pausing/);
    azure().endOperations();
    await untilRowSays(pool, /Paused/);
  });
});

function flags({ contextValue = '' }: vscode.TreeItem): string[] {
  return contextValue.split(';').slice(2, -1);
}
