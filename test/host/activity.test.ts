import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SqlPools } from '../../src/api/synapse/sqlPools.generated.ts';
import type { WriteAbout } from '../../src/azure/restService.ts';
import type { InWorkspace } from '../../src/features/explorer/public.ts';
import type { TreeEntry } from '../../src/platform/tree/treeEntry.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { entryAt } from './support/explorer.ts';
import { onLogLine, takeLogLines } from './support/logLines.ts';
import { activityTree } from './support/treeViews.ts';
import { until } from './support/until.ts';

describe('the view of all changes', () => {
  let dialogs: Dialogs;
  const azure = emulatedAzure();
  beforeEach(async () => {
    azure().faults.clear();
    dialogs = new Dialogs();
    await vscode.commands.executeCommand('synapse.activity.clearFinished');
    takeLogLines();
  });
  afterEach(() => {
    dialogs[Symbol.dispose]();
  });

  it('shows a change from its beginning to its end, and logs the end', async () => {
    const change = pause('SalesDW', { title: 'Pause it' });
    const row = await newest(/accepted, under way/);
    assert.equal(row.node.label, 'Pause it');
    assert.equal(row.node.icon.id, 'loading~spin');
    azure().endOperations();
    await change;
    const done = await newest(/^done · contoso-sales · /);
    assert.equal(done, row);
    assert.equal(done.node.icon.id, 'check');
    assert.match(done.node.accessibleLabel, /^Change Pause it, done, contoso-sales, /);
    const facts = await factsOf(done);
    assert.deepEqual(facts.slice(0, 3), ['State: done', 'Workspace: contoso-sales', 'Account: tester@contoso.example']);
    assert.match(facts.find((fact) => fact.startsWith('Request id: ')) ?? '', /: [0-9a-f-]{36}$/);
    assert.equal(facts.at(-1), 'Operation: SqlPools_Pause');
    const line = await loggedLine('] Pause it');
    assert.match(
      line,
      /^\[info\] Pause it: done · workspace contoso-sales · account tester@contoso\.example · .*request id/,
    );
  });

  it('shows the newest first', async () => {
    await assert.rejects(pause('nothing', { title: 'First' }));
    await assert.rejects(pause('nothing', { title: 'Second' }));
    assert.deepEqual(
      (await rows()).map(({ node }) => node.label),
      ['Second', 'First'],
    );
  });

  it('says why a change failed, and does it again where that is safe', async () => {
    azure().faults.add({ route: 'SqlPools_Resume', times: 1, fault: 'failedOperation' });
    let again = 0;
    const about = {
      title: 'Resume it',
      again: () => {
        again += 1;
        return Promise.resolve();
      },
    };
    const change = assert.rejects(resume('SalesArchive', about), /made to fail/);
    const going = await newest(/under way/);
    assert.deepEqual(activityTree().getTreeItem(going).contextValue, ';change;requestId;');
    azure().endOperations();
    await change;
    const failed = await newest(/^failed: The operation was made to fail/);
    assert.equal(activityTree().getTreeItem(failed).contextValue, ';change;requestId;again;');
    assert.match((await factsOf(failed)).join('\n'), /^State: failed\nReason: The operation was made to fail/);
    await vscode.commands.executeCommand('synapse.activity.retry', failed);
    assert.equal(again, 1);
    const line = await loggedLine('] Resume it');
    assert.match(line, /^\[warn\] Resume it: failed · The operation was made to fail/);
  });

  it('shows the reason when doing it again fails, too', async () => {
    const again = (): Promise<void> => Promise.reject(new Error('Not this time either.'));
    await assert.rejects(pause('nothing', { title: 'Pause nothing', again }));
    await vscode.commands.executeCommand('synapse.activity.retry', await newest(/^failed/));
    assert.match((await dialogs.message('error')).message, /^“Retry” did not work: Not this time either/);
  });

  it('says that Azure goes on where nobody waits any more', async () => {
    const abort = new AbortController();
    const change = resume('SalesArchive', { title: 'Resume it' }, abort.signal);
    await newest(/accepted, under way/);
    abort.abort(new vscode.CancellationError());
    await assert.rejects(change);
    const left = await newest(/^accepted; Azure goes on, nobody waits here/);
    assert.equal(activityTree().getTreeItem(left).contextValue, ';change;requestId;');
    azure().endOperations();
  });

  it('names a change by its address where no command gave words, and copies what is known', async () => {
    await assert.rejects(pause('nothing'));
    const failed = await newest(/^failed/);
    assert.equal(failed.node.label, 'nothing (sqlPools): pause');
    await vscode.commands.executeCommand('synapse.activity.copyRequestId', failed);
    const requestId = await vscode.env.clipboard.readText();
    assert.match(requestId, /^[0-9a-f-]{36}$/);
    await vscode.commands.executeCommand('synapse.activity.copyDetails', failed);
    const details = (await vscode.env.clipboard.readText()).split('\n');
    assert.equal(details[0], 'nothing (sqlPools): pause');
    assert.ok(details.includes(`Request id: ${requestId}`));
    assert.equal(failed.node.tooltip, details.join('\n'));
  });

  it('forgets what has ended, and keeps what goes on', async () => {
    await assert.rejects(pause('nothing'));
    const change = pause('SalesArchive', { title: 'Going on' });
    await newest(/accepted, under way/);
    await vscode.commands.executeCommand('synapse.activity.clearFinished');
    assert.deepEqual(
      (await rows()).map(({ node }) => node.label),
      ['Going on'],
    );
    azure().endOperations();
    await change.catch(() => undefined);
  });
});

async function pause(name: string, about?: WriteAbout): Promise<void> {
  const { connection, workspace } = await sales();
  await connection.rest.run(SqlPools.pause, { ...workspace, sqlPoolName: name }, about ? { about } : {});
}

async function resume(name: string, about: WriteAbout, signal?: AbortSignal): Promise<void> {
  const { connection, workspace } = await sales();
  await connection.rest.run(SqlPools.resume, { ...workspace, sqlPoolName: name }, { about, ...(signal && { signal }) });
}

async function sales(): Promise<InWorkspace> {
  return (await entryAt('Contoso Production', 'contoso-sales')).node.data as InWorkspace;
}

async function loggedLine(part: string): Promise<string> {
  return await until(part, () => takeLogLines().find((text) => text.includes(part)), onLogLine);
}

async function rows(): Promise<TreeEntry[]> {
  return await activityTree().getChildren();
}

/** The uppermost row, as soon as its description fits. */
async function newest(description: RegExp): Promise<TreeEntry> {
  const tree = activityTree();
  for (;;) {
    const changed = new Promise<void>((resolve) => {
      const listener = tree.onDidChangeTreeData(() => {
        listener.dispose();
        resolve();
      });
    });
    const [row] = await rows();
    if (row && description.test(row.node.description ?? '')) return row;
    await changed;
  }
}

async function factsOf(change: TreeEntry): Promise<string[]> {
  return (await activityTree().getChildren(change)).map(({ node }) => node.label);
}
