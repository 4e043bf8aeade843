import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import type { Ready } from '../../emulator/server.ts';

const projectRoot = path.resolve(import.meta.dirname, '../..');

export interface BenchEmulator extends Disposable {
  readonly ready: Ready;
}

/** Starts the emulator in a process of its own, with command line options of its own (emulator/README.md). */
export async function startEmulator(...options: readonly string[]): Promise<BenchEmulator> {
  const child = fork(path.join(projectRoot, 'emulator', 'main.ts'), options, {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = (await messageOf(child)) as Ready;
  return { ready, [Symbol.dispose]: () => void child.kill() };
}

/**
 * Runs a module of the bench in a process of its own and hands it `task`; what the module sends is the answer.
 *
 * @param ca A file with a certificate that the process is to trust; Node reads it only when a process starts
 */
export async function inProcess(module: string, task: unknown, ca: string | undefined): Promise<unknown> {
  const child = fork(module, { execArgv: [], env: { ...process.env, ...(ca && { NODE_EXTRA_CA_CERTS: ca }) } });
  try {
    child.send(task as object);
    return await messageOf(child);
  } finally {
    child.kill();
  }
}

/** The first message of a process. @throws when it ends before it says anything */
async function messageOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', { signal: ended.signal }).then(([message]: unknown[]) => message),
      once(child, 'exit', { signal: ended.signal }).then(([code]: unknown[]) => {
        throw new Error(`${child.spawnargs.join(' ')} ended with ${String(code)}`);
      }),
    ]);
  } finally {
    ended.abort();
  }
}
