import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import process from 'node:process';
import * as vscode from 'vscode';
import { connectionState, untilConnectionIs } from './support/connectionState.ts';
import { Dialogs } from './support/dialogs.ts';
import { trafficFolder } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, explorerTree } from './support/explorer.ts';

describe('the sample', () => {
  /** All processes of the extension host; other extensions start some, too. */
  const started: ChildProcess[] = [];
  const emulators = (): ChildProcess[] =>
    started.filter(({ spawnargs }) => spawnargs.some((argument) => argument.endsWith('emulator.js')));
  const note = (message: unknown): void => {
    started.push((message as { readonly process: ChildProcess }).process);
  };
  let dialogs: Dialogs;

  before(async () => {
    await explorerTree();
    // The sample's emulator takes its options from the environment.
    process.env['SYNAPSE_EMULATOR_RECORD'] = trafficFolder();
    // Node publishes here every process that is started.
    channel('child_process').subscribe(note);
  });
  after(async () => {
    channel('child_process').unsubscribe(note);
    delete process.env['SYNAPSE_EMULATOR_RECORD'];
    await vscode.commands.executeCommand('synapse.disconnect');
  });
  beforeEach(() => {
    started.length = 0;
    dialogs = new Dialogs();
  });
  afterEach(() => {
    dialogs[Symbol.dispose]();
  });

  it('opens with a process of its own, and fills the tree without an account', async () => {
    await vscode.commands.executeCommand('synapse.openSample');
    assert.equal(connectionState(), 'connected');
    assert.equal(emulators().length, 1);
    assert.equal((await childrenOf()).length, 3);
    assert.equal((await childrenOf(await entryAt('Contoso Production', 'contoso-sales', 'SQL pools'))).length, 4);
    assert.deepEqual(dialogs.messages, []);
    await vscode.commands.executeCommand('synapse.disconnect');
  });

  it('ends its process when it is left', async () => {
    await vscode.commands.executeCommand('synapse.openSample');
    const [emulator] = emulators();
    assert.ok(emulator);
    assert.ok(isAlive(emulator));
    const ended = once(emulator, 'exit');
    await vscode.commands.executeCommand('synapse.disconnect');
    await ended;
    assert.equal(isAlive(emulator), false);
    assert.equal(connectionState(), 'signedOut');
    assert.deepEqual(await childrenOf(), []);
  });

  it('ends its process also when it is opened again', async () => {
    await vscode.commands.executeCommand('synapse.openSample');
    const [first] = emulators();
    assert.ok(first);
    const ended = once(first, 'exit');
    await vscode.commands.executeCommand('synapse.openSample');
    await ended;
    assert.equal(emulators().length, 2);
    assert.equal(connectionState(), 'connected');
    assert.equal((await childrenOf()).length, 3);
    await vscode.commands.executeCommand('synapse.disconnect');
  });

  it('gives way to the welcome view when its process is killed, and opens again', async () => {
    await vscode.commands.executeCommand('synapse.openSample');
    await childrenOf();
    const [emulator] = emulators();
    assert.ok(emulator?.pid !== undefined);
    process.kill(emulator.pid, 'SIGKILL');
    await untilConnectionIs('signedOut');
    assert.deepEqual(await childrenOf(), []);
    await vscode.commands.executeCommand('synapse.openSample');
    assert.equal(connectionState(), 'connected');
    assert.equal((await childrenOf()).length, 3);
    assert.equal(emulators().length, 2);
  });
});

function isAlive({ pid }: ChildProcess): boolean {
  assert.ok(pid !== undefined);
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
