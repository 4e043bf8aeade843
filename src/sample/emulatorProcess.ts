import { type ChildProcess, fork } from 'node:child_process';

/** What the emulator says once it serves; see emulator/README.md. */
export interface EmulatorReady {
  readonly resourceManager: string;
  readonly activeDirectory: string;
  readonly graph: string;
  readonly workspaceEndpoint: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface RunningEmulator {
  readonly ready: EmulatorReady;
  /** Resolves when the process is gone, for whatever reason. */
  readonly ended: Promise<void>;
  readonly stop: () => void;
}

/**
 * Starts the emulator as a child of the extension host. It ends when it is told to, and also by itself when the
 * window goes and the channel between the two closes.
 * @param file The bundled emulator.
 * @throws Error with what the process printed when it ends before it is ready.
 */
export async function startEmulator(file: string, sample: string): Promise<RunningEmulator> {
  const child = fork(file, ['--sample', sample], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const ready = await Promise.race([firstMessage(child), ended.then(() => undefined)]);
  if (!isReady(ready)) {
    child.kill();
    throw new Error(complaint.trim() || 'The sample’s emulator ended before it was ready.');
  }
  return {
    ready,
    ended,
    stop: () => {
      child.kill();
    },
  };
}

function firstMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
  });
}

function isReady(message: unknown): message is EmulatorReady {
  return (
    typeof message === 'object' &&
    message !== null &&
    ['resourceManager', 'activeDirectory', 'graph', 'workspaceEndpoint', 'tenantId', 'clientId', 'clientSecret'].every(
      (member) => typeof (message as Record<string, unknown>)[member] === 'string',
    )
  );
}
