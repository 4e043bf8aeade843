import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import * as vscode from 'vscode';
import type { SynapseExplorer } from '../../src/activation.ts';
import type { TreeEntry } from '../../src/platform/tree/treeEntry.ts';
import type { TreeModel } from '../../src/platform/tree/treeModel.ts';

/** What the extension host is to measure (SYNAPSE_BENCH_TASK), and where it writes the answer (SYNAPSE_BENCH_REPORT). */
export type HostTask = { readonly activate: readonly string[] } | { readonly expand: string };

/** Bytes in use, after everything that can be given back has been. */
export interface Memory {
  readonly heap: number;
  readonly rss: number;
}

/** Milliseconds of an activation: by the clock, and of the processor, which a busy machine does not stretch. */
export interface Activation {
  readonly elapsed: number;
  readonly processor: number;
}

/** Each activation by the extension's id, in the order of the task. */
export type ActivationReport = Readonly<Record<string, Activation>>;

export interface MemoryReport {
  readonly before: Memory;
  readonly after: Memory;
  readonly rows: number;
}

/** VS Code calls this as if it ran tests (`--extensionTestsPath`). */
export async function run(): Promise<void> {
  const { SYNAPSE_BENCH_TASK: task = '{}', SYNAPSE_BENCH_REPORT: report = '' } = process.env;
  const wanted = JSON.parse(task) as HostTask;
  const answer = 'activate' in wanted ? await activateAll(wanted.activate) : await expandAll(wanted.expand);
  writeFileSync(report, JSON.stringify(answer));
}

async function activateAll(ids: readonly string[]): Promise<ActivationReport> {
  const times: Record<string, Activation> = {};
  for (const id of ids) {
    const extension = find(id);
    if (extension.isActive) throw new Error(`${id} is active already: that would measure nothing.`);
    await quiet();
    const [start, before] = [performance.now(), process.cpuUsage()];
    await extension.activate();
    const elapsed = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    times[id] = { elapsed, processor: (user + system) / 1000 };
  }
  return times;
}

const QUIET_WITHIN_MS = 60_000;

/**
 * VS Code starts its own extensions in the same process at the same time; their loading is not to be taken for ours. Waits
 * until the process has done next to nothing for a while.
 */
async function quiet(): Promise<void> {
  const start = performance.now();
  for (let calm = 0; calm < 3;) {
    if (performance.now() - start > QUIET_WITHIN_MS) throw new Error('The extension host does not come to rest.');
    const before = process.cpuUsage();
    await setTimeout(200);
    const { user, system } = process.cpuUsage(before);
    calm = (user + system) / 1000 < 10 ? calm + 1 : 0;
  }
}

async function expandAll(id: string): Promise<MemoryReport> {
  const before = memory();
  const { tree } = (await find(id).activate()) as SynapseExplorer;
  await vscode.commands.executeCommand('synapse.openSample');
  const rows = await countRows(tree.model, tree.model.root);
  return { before, after: memory(), rows };
}

/** Reads everything below an entry, to the last page. */
async function countRows(model: TreeModel, entry: TreeEntry): Promise<number> {
  let rows = 0;
  for (const child of await model.allChildrenOf(entry)) {
    rows += 1 + (child.node.children ? await countRows(model, child) : 0);
  }
  return rows;
}

function find(id: string): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension(id);
  if (!extension) throw new Error(`VS Code does not know ${id}.`);
  return extension;
}

function memory(): Memory {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed, rss };
}
