import * as vscode from 'vscode';
import type { Cloud } from '../azure/cloud.ts';
import type { ConnectionSource, CreateRest, OpenConnection } from '../platform/connection.ts';
import { listTenants } from '../platform/tenants.ts';
import { type EmulatorReady, startEmulator } from './emulatorProcess.ts';
import { SampleTokens } from './sampleTokens.ts';

/** The sample: one more cloud definition and one more token source, served by an emulator on this computer. */
export class SampleSource implements ConnectionSource {
  readonly id = 'sample';
  readonly #emulatorFile: string;
  readonly #createRest: CreateRest;

  constructor(emulatorFile: string, createRest: CreateRest) {
    this.#emulatorFile = emulatorFile;
    this.#createRest = createRest;
  }

  async connect(): Promise<OpenConnection> {
    const sample = vscode.workspace.getConfiguration('synapse').get<string>('sample', 'standard');
    const { ready, ended, stop } = await startEmulator(this.#emulatorFile, sample);
    const cloud = sampleCloud(ready);
    const tokens = new SampleTokens({ ...ready, login: ready.activeDirectory });
    const rest = await this.#createRest(cloud, tokens);
    return {
      connection: {
        cloud,
        rest,
        account: vscode.l10n.t('Sample'),
        tenants: (signal) => listTenants(rest, { tenantId: ready.tenantId }, signal),
        // The sample's own credentials always do; only a stopped emulator refuses them.
        signIn: () => Promise.resolve(),
      },
      ended,
      onDidChange: () => undefined,
      close: stop,
    };
  }
}

function sampleCloud(ready: EmulatorReady): Cloud {
  return {
    name: 'sample',
    login: ready.activeDirectory,
    resourceManager: { endpoint: ready.resourceManager, audience: 'https://management.azure.com' },
    workspace: { endpoint: ready.workspaceEndpoint, audience: 'https://dev.azuresynapse.net' },
    graph: { endpoint: ready.graph, audience: 'https://graph.microsoft.com' },
  };
}
