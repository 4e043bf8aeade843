import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** Together with the pid it names one process for ever: pids are used again. */
  readonly started: string;
  readonly commandLine: string;
}

/** Everything that this process has started, with all that those have started. Empty where there is no /proc. */
export function descendants(): RunningProcess[] {
  const all = running();
  const family = new Set([process.pid]);
  // A child's pid may be smaller than its parent's: go on until nothing is added.
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid }) => pid !== process.pid && family.has(pid));
}

/** Those of `processes` that still run. */
export function survivors(processes: readonly RunningProcess[]): RunningProcess[] {
  const now = new Set(running().map(identity));
  return processes.filter((one) => now.has(identity(one)));
}

function identity({ pid, started }: RunningProcess): string {
  return `${pid} ${started}`;
}

function running(): RunningProcess[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
}

/** @returns undefined for one that has ended meanwhile, also where nobody has taken notice of its end yet (a zombie). */
function readProcess(pid: number): RunningProcess | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; what follows it is counted from the state on (proc(5)).
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    const [state, parent] = fields;
    if (state === 'Z' || state === 'X') return undefined;
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, parent: Number(parent), started: fields[19] ?? '', commandLine };
  } catch {
    return undefined;
  }
}
