import path from 'node:path';
import { type Bench, median, rounded } from '../support/bench.ts';
import { inProcess, startEmulator } from '../support/emulator.ts';
import type { ClientName } from '../tree/clients.ts';
import type { Measured, Task } from '../tree/rounds.ts';

const rounds = 5;
const latencyMs = 60;
const words: Readonly<Record<ClientName, string>> = {
  explorer: 'the explorer',
  sdk: '@azure/arm-synapse, each subscription in turn',
  sdk8: '@azure/arm-synapse, eight at a time',
};

export const bench: Bench = {
  about: `all workspaces of 100 subscriptions in two tenants, ${String(latencyMs)} ms a request, against Azure's own library`,
  async run() {
    using emulator = await startEmulator('--https', '--sample', 'large', '--latency', String(latencyMs));
    const { ready } = emulator;
    const task: Task = { ready, rounds };
    const module = path.resolve(import.meta.dirname, '../tree/rounds.ts');
    const measured = (await inProcess(module, task, ready.ca)) as Measured[];
    const medianOf = (client: ClientName, what: Exclude<keyof Measured, 'client'>): number =>
      median(measured.filter((one) => one.client === client).map((one) => one[what]));
    for (const client of Object.keys(words) as ClientName[]) {
      const of = (what: Exclude<keyof Measured, 'client'>): string => medianOf(client, what).toFixed(0);
      console.log(
        `${words[client]}: first row ${of('firstRow')} ms, full tree ${of('fullTree')} ms, ` +
          `${of('requests')} requests, ${of('roundTrips')} after each other, ${of('workspaces')} workspaces`,
      );
    }
    const ours = medianOf('explorer', 'fullTree');
    return {
      roundTrips: medianOf('explorer', 'roundTrips'),
      sdkOverOurs: rounded(medianOf('sdk', 'fullTree') / ours, 1),
      sdk8OverOurs: rounded(medianOf('sdk8', 'fullTree') / ours, 1),
    };
  },
};
