import path from 'node:path';
import type { Measured, Task } from '../roles/measuring.ts';
import { type Bench, rounded } from '../support/bench.ts';
import { inProcess, startEmulator } from '../support/emulator.ts';

const latency = 60;

export const bench: Bench = {
  about: '5,000 role assignments and 200 additions, 60 ms a request, against Azure’s own library and a bare loop',
  async run() {
    using emulator = await startEmulator('--https', '--sample', 'large', '--latency', String(latency));
    const { ready } = emulator;
    const task: Task = { ready, assignments: 5000, additions: 200, names: 1000, rounds: 3 };
    const module = path.resolve(import.meta.dirname, '../roles/measuring.ts');
    const { reading, pages, heapGrowth, names, adding } = (await inProcess(module, task, ready.ca)) as Measured;
    console.log(`a bare loop: ${reading.loop.toFixed(0)} ms, ${String(pages.loop)} requests`);
    console.log(`ours: ${reading.ours.toFixed(0)} ms, ${String(pages.ours)} requests`);
    console.log(`@azure/synapse-access-control: ${reading.sdk.toFixed(0)} ms, ${String(pages.sdk)} requests`);
    console.log(`held after the last page and not after the tenth: ${heapGrowth.toFixed(0)} KB`);
    console.log(`names of ${String(names.found)} principals: ${String(names.requests)} requests`);
    console.log(`200 additions by plan: ${adding.ours.toFixed(0)} ms, one by one: ${adding.oneByOne.toFixed(0)} ms`);
    if (names.found !== task.names) throw new Error(`${String(names.found)} principals have names`);
    return {
      oursOverLoop: rounded(reading.ours / reading.loop, 2),
      sdkOverOurs: rounded(reading.sdk / reading.ours, 2),
      heapGrowthKB: rounded(heapGrowth),
      nameRequests: names.requests,
      oneByOneOverOurs: rounded(adding.oneByOne / adding.ours, 1),
    };
  },
};
