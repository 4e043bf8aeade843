import { fork } from 'node:child_process';
import { once } from 'node:events';

/** What the emulator says when it is ready, see emulator/README.md. */
interface Ready {
  readonly resourceManager: string;
  readonly activeDirectory: string;
  readonly graph: string;
  readonly workspaceEndpoint: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface HostEmulator extends Disposable {
  /** For the extension host: where the emulator is, and whom the substitute for VS Code's accounts signs in. */
  readonly env: Readonly<Record<string, string>>;
  /** Settings that make the extension take the emulator for a cloud. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * Starts the emulator for the host ring, with long-running operations that take `operationTimeMs`, recording its traffic in
 * the folder `record`. It ends when it is disposed of, and by itself when this process is gone.
 */
export async function startHostEmulator(record: string, operationTimeMs: number): Promise<HostEmulator> {
  const child = fork('emulator/main.ts', ['--record', record, '--operation-time', String(operationTimeMs)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = await Promise.race([
    once(child, 'message').then(([message]) => message as Ready),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the emulator ended before it was ready (${String(code)})`);
    }),
  ]);
  return {
    env: {
      SYNAPSE_TEST_EMULATOR: JSON.stringify(ready),
      SYNAPSE_TEST_AUTHORITY: ready.activeDirectory,
      SYNAPSE_TEST_TENANT: ready.tenantId,
      SYNAPSE_TEST_CLIENT_ID: ready.clientId,
      SYNAPSE_TEST_CLIENT_SECRET: ready.clientSecret,
    },
    settings: {
      'synapse.cloud': 'custom',
      'synapse.customCloud': {
        name: 'Emulator',
        login: ready.activeDirectory,
        resourceManager: ready.resourceManager,
        resourceManagerAudience: 'https://management.azure.com',
        workspace: ready.workspaceEndpoint,
        workspaceAudience: 'https://dev.azuresynapse.net',
        graph: ready.graph,
        graphAudience: 'https://graph.microsoft.com',
      },
    },
    [Symbol.dispose]() {
      child.disconnect();
    },
  };
}
