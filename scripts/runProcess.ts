import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

export interface ProcessOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** `show` passes the output on as it comes; `keep` answers it. */
  readonly output: 'show' | 'keep';
}

export interface ProcessResult {
  /** The exit code; 1 when a signal ended the process. */
  readonly code: number;
  /** What it wrote to both streams, when kept. */
  readonly output: string;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill();
});

/** Asks all programs that `runProcess` runs to end, and waits for them, but no longer than `limitMs`. */
export async function endProcesses(limitMs: number): Promise<void> {
  const ended = [...running].map((child) => {
    child.kill();
    return once(child, 'exit');
  });
  await Promise.race([Promise.all(ended), setTimeout(limitMs)]);
}

/** Runs a program to its end. It ends with this process. Rejects when it cannot be started. */
export async function runProcess(
  program: string,
  args: readonly string[],
  options: ProcessOptions,
): Promise<ProcessResult> {
  const child = spawn(program, args, {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', ...(options.output === 'show' ? (['inherit', 'inherit'] as const) : (['pipe', 'pipe'] as const))],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { code: code ?? 1, output };
  } finally {
    running.delete(child);
  }
}
