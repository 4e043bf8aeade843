import assert from 'node:assert/strict';
import path from 'node:path';
import process from 'node:process';
import * as vscode from 'vscode';
import type { Faults } from '../../../emulator/faults/faults.ts';
import { type Ready, type StartOptions, startEmulator } from '../../../emulator/server.ts';
import { idOf } from '../../../emulator/store/ids.ts';
import { account, agreeToSignIn } from './account.ts';
import { connectionState, untilSettled } from './connectionState.ts';
import { Dialogs } from './dialogs.ts';
import { explorerTree, extension } from './explorer.ts';
import { noteState } from './leftBehind.ts';
import { RequestsSeen } from './requestsSeen.ts';
import { withSettings } from './settings.ts';
import { until } from './until.ts';

/** How long an operation takes by the emulator's clock. A client is told to ask every second. */
const defaultOperationTime = 3000;

export interface EmulatedAzureOptions extends Pick<
  StartOptions,
  'pageSize' | 'latency' | 'https' | 'firewallDelay' | 'unverified' | 'operationTime'
> {
  /** Further members of the setting `synapse.customCloud`. */
  readonly cloud?: Readonly<Record<string, string>>;
  /** Called before the extension is led to the emulator. */
  readonly onReady?: (ready: Ready) => Promise<void> | void;
  /** Further settings of the extension, by their names without `synapse.`. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** An emulator in this process that the extension takes for its cloud. Its clock stands still until `pass` turns it on. */
export interface EmulatedAzure extends AsyncDisposable {
  readonly ready: Ready;
  /** Id of the tenant that the emulator's user is a guest of. */
  readonly fabrikam: string;
  readonly faults: Faults;
  readonly requests: RequestsSeen;
  /** Ends the emulator, as if it had been killed. */
  close(): Promise<void>;
  /** Starts it anew, under the same address; tokens of the one before are worth nothing any more. */
  startAgain(): Promise<void>;
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
  const { cloud, settings, onReady, operationTime = defaultOperationTime, ...emulatorOptions } = options;
  let now = Date.now();
  let emulator = await startEmulator({
    firewallDelay: 0,
    ...emulatorOptions,
    operationTime,
    record: trafficFolder(),
    clock: () => now,
  });
  const { ready } = emulator;
  await onReady?.(ready);
  await showView();
  await leaveConnection();
  pointAccountAt(ready);
  const set = await withSettings({ customCloud: { ...cloudSetting(ready), ...cloud }, ...settings });
  await account.signIn();
  using _person = agreeToSignIn();
  await vscode.commands.executeCommand('synapse.signIn');
  assert.equal(connectionState(), 'connected');
  await account.takeCalls();
  const requests = new RequestsSeen(emulator.url);
  return {
    ready,
    fabrikam: idOf('tenant', 'fabrikam.onmicrosoft.com'),
    get faults() {
      return emulator.faults;
    },
    requests,
    close: () => emulator.close(),
    startAgain: async () => {
      const port = Number(new URL(emulator.url).port);
      emulator = await startEmulator({ ...emulatorOptions, operationTime, port, clock: () => now });
    },
    endOperations: () => {
      now += operationTime;
    },
    async [Symbol.asyncDispose]() {
      noteState();
      await leaveConnection();
      await set[Symbol.asyncDispose]();
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
