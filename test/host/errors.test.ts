import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure, openEmulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, itemOf } from './support/explorer.ts';
import { takeLogLines } from './support/logLines.ts';

const evil = 'Look [here](command:workbench.action.quit) $(trash) \u202etxt.exe';
const group = ['Contoso Production', 'contoso-sales', 'SQL pools'] as const;

describe('texts of the service', () => {
  let dialogs: Dialogs;
  const azure = emulatedAzure();
  beforeEach(() => {
    dialogs = new Dialogs();
  });
  afterEach(() => {
    dialogs[Symbol.dispose]();
    azure().faults.clear();
  });

  it('are no links and no icons in a notification, and are told in full in the log', async () => {
    azure().faults.add({ route: 'SqlPools_Pause', status: 400, body: { error: { code: 'Evil', message: evil } } });
    dialogs.press = ({ level }) => (level === 'warning' ? 'Pause' : undefined);
    takeLogLines();
    await vscode.commands.executeCommand('synapse.sqlPool.pause', await entryAt(...group, 'SalesDW'));
    const { message } = await dialogs.message('error');
    assert.match(message, /Look \[here\]/);
    assert.doesNotMatch(message, /\]\(|\$\(|\u202e/);
    const line = takeLogLines().find((text) => text.startsWith('[error]') && text.includes('Evil')) ?? '';
    assert.match(line, /Status 400 · Code Evil · Request id [0-9a-f-]{36} · Client request id [0-9a-f-]{36}/);
  });

  it('are plain text in a row', async () => {
    azure().faults.add({
      route: 'SqlPools_ListByWorkspace',
      status: 400,
      body: { error: { code: 'Evil', message: evil } },
    });
    const pools = await entryAt(...group);
    await vscode.commands.executeCommand('synapse.refreshNode', pools);
    const failed = (await childrenOf(pools)).at(-1);
    assert.ok(failed);
    const { label, tooltip } = await itemOf(failed);
    assert.equal(label, evil);
    assert.equal(typeof tooltip, 'string');
  });
});

describe('a command that is cancelled', () => {
  it('is no error', async () => {
    await using _azure = await openEmulatedAzure();
    using dialogs = new Dialogs();
    await vscode.commands.executeCommand('synapse.sqlPool.resume', await entryAt(...group, 'SalesArchive'));
    assert.deepEqual(
      dialogs.messages.map(({ level }) => level),
      ['warning'],
    );
  });
});
