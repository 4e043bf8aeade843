import assert from 'node:assert/strict';
import path from 'node:path';
import process from 'node:process';
import * as vscode from 'vscode';
import type { Faults } from '../../../emulator/faults/faults.ts';
import type { EmulatorOptions } from '../../../emulator/options.ts';
import { type Ready, startEmulator } from '../../../emulator/server.ts';
import { account, agreeToSignIn } from './account.ts';
import { connectionState, untilSettled } from './connectionState.ts';
import { Dialogs } from './dialogs.ts';
import { explorerTree, extension } from './explorer.ts';
import { RequestsSeen } from './requestsSeen.ts';
import { until } from './until.ts';

/** How long an operation takes by the emulator's clock. A client is told to ask every second. */
const operationTime = 3000;

export interface EmulatedAzureOptions extends Pick<Partial<EmulatorOptions>, 'pageSize' | 'latency'> {
  /** Further members of the setting `synapse.customCloud`. */
  readonly cloud?: Readonly<Record<string, string>>;
}

/** An emulator in this process that the extension takes for its cloud. Its clock stands still until `pass` turns it on. */
export interface EmulatedAzure extends AsyncDisposable {
  readonly ready: Ready;
  readonly faults: Faults;
  readonly requests: RequestsSeen;
  /** Lets as much time pass as an operation takes. */
  endOperations(): void;
}

/** Where the exchanges go that the contract ring judges. */
export function trafficFolder(): string {
  return path.join(extension().extensionPath, 'test-results', 'traffic', 'host');
}

/** Gives the tests of a `describe` an emulator of their own, from before the first of them to after the last. */
export function emulatedAzure(options?: EmulatedAzureOptions): () => EmulatedAzure {
  let azure: EmulatedAzure | undefined;
  before('open an emulated Azure', async () => {
    azure = await openEmulatedAzure(options);
  });
  after('close the emulated Azure', async () => {
    await azure?.[Symbol.asyncDispose]();
  });
  return () => {
    assert.ok(azure, 'There is no emulated Azure outside of hooks and tests.');
    return azure;
  };
}

/** Starts an emulator, signs the account in to it, shows the view and connects. */
export async function openEmulatedAzure(options: EmulatedAzureOptions = {}): Promise<EmulatedAzure> {
  const { cloud, ...emulatorOptions } = options;
  let now = Date.now();
  const emulator = await startEmulator({
    ...emulatorOptions,
    operationTime,
    record: trafficFolder(),
    clock: () => now,
  });
  const { ready } = emulator;
  await showView();
  await leaveConnection();
  pointAccountAt(ready);
  await vscode.workspace
    .getConfiguration('synapse')
    .update('customCloud', { ...cloudSetting(ready), ...cloud }, vscode.ConfigurationTarget.Global);
  await account.signIn();
  using _person = agreeToSignIn();
  await vscode.commands.executeCommand('synapse.signIn');
  assert.equal(connectionState(), 'connected');
  await account.takeCalls();
  const requests = new RequestsSeen(emulator.url);
  return {
    ready,
    faults: emulator.faults,
    requests,
    endOperations: () => {
      now += operationTime;
    },
    async [Symbol.asyncDispose]() {
      await leaveConnection();
      requests[Symbol.dispose]();
      await emulator.close();
    },
  };
}

/** Shows the view; the first time, the explorer connects by itself, and that is waited for. */
async function showView(): Promise<void> {
  const { view } = await explorerTree();
  await vscode.commands.executeCommand('synapse.explorer.focus');
  await until('the view to be seen', () => view.visible || undefined, view.onDidChangeVisibility);
  await untilSettled();
}

/** Disconnects, so that nothing connects by itself, and takes the account away. */
async function leaveConnection(): Promise<void> {
  using _unseen = new Dialogs();
  if (connectionState() === 'connected') await vscode.commands.executeCommand('synapse.disconnect');
  await account.signOut();
}

/** The substitute looks at these whenever it needs a token. */
function pointAccountAt(ready: Ready): void {
  Object.assign(process.env, {
    SYNAPSE_TEST_AUTHORITY: ready.activeDirectory,
    SYNAPSE_TEST_TENANT: ready.tenantId,
    SYNAPSE_TEST_CLIENT_ID: ready.clientId,
    SYNAPSE_TEST_CLIENT_SECRET: ready.clientSecret,
  });
}

function cloudSetting(ready: Ready): Readonly<Record<string, string>> {
  return {
    name: 'Emulator',
    login: ready.activeDirectory,
    resourceManager: ready.resourceManager,
    resourceManagerAudience: 'https://management.azure.com',
    workspace: ready.workspaceEndpoint,
    workspaceAudience: 'https://dev.azuresynapse.net',
    graph: ready.graph,
    graphAudience: 'https://graph.microsoft.com',
  };
}
