import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeEntry } from '../../src/platform/tree/treeEntry.ts';
import type { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { entryAt, untilRowSays } from './support/explorer.ts';
import { freshStart } from './support/freshStart.ts';
import { takeLogLines } from './support/logLines.ts';
import { until } from './support/until.ts';

const sales = ['Contoso Production', 'contoso-sales', 'SQL pools'] as const;
const retail = ['Fabrikam Analytics', 'fabrikam-retail', 'SQL pools'] as const;
const genomics = ['Research & <b>"Üser"</b> ../x', 'research-genomics', 'SQL pools'] as const;
const digits = ['Research & <b>"Üser"</b> ../x', '0-legal-name-9', 'SQL pools'] as const;

describe('pausing and resuming several pools at once', () => {
  let dialogs: Dialogs;

  const azure = emulatedAzure();
  beforeEach(async () => {
    dialogs = await freshStart(azure(), sales, retail, genomics, digits);
  });
  afterEach(() => {
    dialogs[Symbol.dispose]();
  });

  it('asks once, names them all and what is left alone, and says the result once', async () => {
    dialogs.press = ({ buttons }) => buttons[0];
    const online = await two([...sales, 'SalesDW'], [...retail, 'RetailDW']);
    const paused = await two([...sales, 'SalesArchive'], [...retail, 'RetailTest']);
    const [clicked, other] = paused;
    const builtIn = await entryAt(...sales, 'Built-in');
    const command = vscode.commands.executeCommand('synapse.sqlPool.resume', clicked, [
      ...online,
      clicked,
      other,
      builtIn,
    ]);
    await Promise.all(paused.map((entry) => untilRowSays(entry, /Resuming/)));
    azure().endOperations();
    await command;

    const question = await dialogs.message('warning');
    assert.equal(question.message, 'Resume 2 dedicated SQL pools?');
    assert.match(
      question.detail ?? '',
      /• SalesArchive · DW100c · contoso-sales\n• RetailTest · DW100c · fabrikam-retail/,
    );
    assert.match(question.detail ?? '', /Compute is charged from now on, by size\./);
    assert.match(question.detail ?? '', /Not paused, and left alone: “SalesDW”, “RetailDW”,? and “Built-in”/);
    assert.deepEqual(
      dialogs.messages.filter(({ level }) => level !== 'warning').map(({ message }) => message),
      ['SQL pools “SalesArchive” and “RetailTest” are online.'],
    );
    assert.deepEqual(
      dialogs.progress.map(({ title }) => title),
      ['Resuming 2 SQL pools'],
    );
    assert.match(dialogs.progress[0]?.messages[0] ?? '', /^0 of 2 ended\. Azure has accepted it$/);
    assert.ok(dialogs.progress[0]?.messages.some((message) => message.startsWith('1 of 2 ended. ')));
    for (const entry of paused) assert.match(entry.node.description ?? '', /Online/);
    assert.equal(azure().requests.matching(/^POST .*\/resume$/).length, 2);
  });

  it('runs them side by side: the second begins before the first has ended', async () => {
    const online = await two([...sales, 'SalesDW'], [...retail, 'RetailDW']);
    dialogs.press = ({ buttons }) => buttons[0];
    const command = vscode.commands.executeCommand('synapse.sqlPool.pause', online[0], online);
    await Promise.all(online.map((entry) => untilRowSays(entry, /Pausing/)));
    assert.equal(azure().requests.matching(/^POST .*\/pause$/).length, 2);
    azure().endOperations();
    await command;
    for (const entry of online) assert.match(entry.node.description ?? '', /Paused/);
  });

  it('sends nothing for any of them unless it is confirmed', async () => {
    const online = await two([...genomics, 'GenomeDW'], [...digits, '0']);
    await vscode.commands.executeCommand('synapse.sqlPool.pause', online[0], online);
    assert.equal((await dialogs.message('warning')).message, 'Pause 2 dedicated SQL pools?');
    assert.deepEqual(azure().requests.take(), []);
  });

  it('names the one that failed and what is well, with the reason', async () => {
    const online = await two([...genomics, 'GenomeDW'], [...digits, '0']);
    azure().faults.add({ path: '/sqlPools/0/pause$', times: 1, fault: 'failedOperation' });
    dialogs.press = ({ level }) => (level === 'warning' ? 'Pause' : undefined);
    const command = vscode.commands.executeCommand('synapse.sqlPool.pause', online[0], online);
    await Promise.all(online.map((entry) => untilRowSays(entry, /Pausing/)));
    azure().endOperations();
    await command;
    const { message } = await dialogs.message('error');
    assert.match(message, /^SQL pool GenomeDW is paused\. Not paused: “0”: The operation was made to fail/);
    assert.equal(dialogs.messages.filter(({ level }) => level === 'information').length, 0);
    assert.match(online[0].node.description ?? '', /Paused/);
    assert.match(online[1].node.description ?? '', /Online/);
  });

  it('names each that failed, and logs each with its request id', async () => {
    const online = await two([...sales, 'SalesArchive'], [...retail, 'RetailTest']);
    azure().faults.add({ route: 'SqlPools_Pause', times: 2, fault: 'failedOperation' });
    dialogs.press = ({ level }) => (level === 'warning' ? 'Pause' : undefined);
    takeLogLines();
    const command = vscode.commands.executeCommand('synapse.sqlPool.pause', online[0], online);
    await Promise.all(online.map((entry) => untilRowSays(entry, /Pausing/)));
    azure().endOperations();
    await command;
    const { message } = await dialogs.message('error');
    assert.match(
      message,
      /^Not paused: “SalesArchive” and “RetailTest”: “SalesArchive”: The operation .* “RetailTest”: The operation /,
    );
    const lines = takeLogLines().filter((line) => line.startsWith('[error] Not paused'));
    for (const name of ['SalesArchive', 'RetailTest']) {
      const line = lines.find((text) => text.includes(`Not paused: “${name}”: The operation`)) ?? '';
      assert.match(line, /Operation SqlPools_Pause · .*Request id [0-9a-f-]{36}/);
    }
  });

  it('goes on in Azure with those that were accepted when somebody stops waiting, and says which were not', async () => {
    const online = await two([...sales, 'SalesArchive'], [...retail, 'RetailTest']);
    azure().faults.add({ path: '/sqlPools/RetailTest/pause$', times: 1, fault: 'throttle', seconds: 60 });
    dialogs.press = ({ level }) => (level === 'warning' ? 'Pause' : undefined);
    const command = vscode.commands.executeCommand('synapse.sqlPool.pause', online[0], online);
    const [accepted] = online;
    await untilRowSays(accepted, /Pausing/);
    await until(
      'the wait to be shown',
      () =>
        dialogs.progress[0]?.messages.find((message) => /RetailTest: Azure asks to wait for 6\d seconds/.test(message)),
      azure().requests.onRequest,
    );
    dialogs.progress[0]?.cancel();
    await command;
    const { message } = await dialogs.message('information');
    assert.match(message, /^Azure goes on pausing SQL pool SalesArchive\./);
    assert.match(message, /Stopped before Azure had accepted it: “RetailTest”\.$/);
    assert.equal(dialogs.messages.filter(({ level }) => level === 'error').length, 0);
    assert.match(online[1].node.description ?? '', /Online/);
    azure().endOperations();
    await untilRowSays(accepted, /Paused/);
  });
});

/** The entries of two pools. */
async function two(one: readonly string[], other: readonly string[]): Promise<[TreeEntry, TreeEntry]> {
  return [await entryAt(...one), await entryAt(...other)];
}
