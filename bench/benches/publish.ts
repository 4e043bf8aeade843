import path from 'node:path';
import type { ClientName } from '../publish/clients.ts';
import { type Conditions, idealTime } from '../publish/ideal.ts';
import type { Measured, Task } from '../publish/publishing.ts';
import { type Bench, rounded } from '../support/bench.ts';
import { inProcess, startEmulator } from '../support/emulator.ts';

/** The emulator asks for polls a second apart where operations take two; the REST service has eight requests in flight. */
const conditions: Conditions = { scripts: 200, inFlight: 8, latency: 60, operationTime: 2000, retryAfter: 1000 };
const words: Readonly<Record<ClientName, string>> = {
  ours: 'publishing a folder',
  sdk: '@azure/synapse-artifacts, eight workers',
};

export const bench: Bench = {
  about: '200 SQL scripts, 60 ms a request, each done 2 s after its PUT, against Azure’s own library and the ideal',
  async run() {
    const { latency, operationTime, scripts } = conditions;
    const times = ['--latency', String(latency), '--operation-time', String(operationTime)];
    using emulator = await startEmulator('--https', ...times);
    const { ready } = emulator;
    const task: Task = { ready, scripts };
    const module = path.resolve(import.meta.dirname, '../publish/publishing.ts');
    const measured = (await inProcess(module, task, ready.ca)) as Measured[];
    const of = (wanted: ClientName): Measured => {
      const found = measured.find(({ client }) => client === wanted);
      if (found === undefined) throw new Error(`Nothing was measured of ${wanted}`);
      return found;
    };
    for (const client of Object.keys(words) as ClientName[]) {
      const { time, requests } = of(client);
      console.log(`${words[client]}: ${time.toFixed(0)} ms, ${String(requests)} requests`);
    }
    const ideal = idealTime(conditions);
    console.log(`the computed ideal: ${ideal.toFixed(0)} ms`);
    const { time, requests } = of('ours');
    return {
      sdkOverOurs: rounded(of('sdk').time / time, 1),
      oursOverIdeal: rounded(time / ideal, 2),
      requests,
    };
  },
};
