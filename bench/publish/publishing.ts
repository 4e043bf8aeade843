// A process of its own: publishes the same files with each client, and sends what it took.
import { once } from 'node:events';
import process from 'node:process';
import type { Ready } from '../../emulator/server.ts';
import { placeIn } from '../support/place.ts';
import { RequestTimes } from '../support/requestTimes.ts';
import { type ClientName, clients, type File } from './clients.ts';

export interface Task {
  readonly ready: Ready;
  readonly scripts: number;
}

/** One client; the time in milliseconds. */
export interface Measured {
  readonly client: ClientName;
  readonly time: number;
  readonly requests: number;
}

/** One without scripts of its own. */
const workspaceName = 'contoso-serverless';

const [{ ready, scripts }] = (await once(process, 'message')) as [Task];
const place = await placeIn(ready, workspaceName);
const measured: Measured[] = [];
for (const client of Object.keys(clients) as ClientName[]) {
  await clients[client](place, filesOf(`${client} before`, 1)); // code is loaded and connections are open: not counted
  const files = filesOf(client, scripts);
  using requests = new RequestTimes();
  const start = performance.now();
  await clients[client](place, files);
  measured.push({ client, time: performance.now() - start, requests: requests.count });
  await requirePublished(files);
}
process.send?.(measured);

function filesOf(prefix: string, count: number): File[] {
  return Array.from({ length: count }, (_, index) => ({
    folder: `${prefix}/Part ${String(index % 10)}`,
    name: `${prefix} ${String(index)}`,
    query: `SELECT TOP ${String(index + 1)} * FROM sys.objects;\n`,
  }));
}

/** @throws unless the service has every file's text */
async function requirePublished(files: readonly File[]): Promise<void> {
  const answer = await fetch(`${place.endpoint}/sqlScripts?api-version=2020-12-01`, {
    headers: { authorization: `Bearer ${place.token}` },
  });
  const { value } = (await answer.json()) as {
    value: { name: string; properties: { content: { query: string }; folder: { name: string } } }[];
  };
  const published = new Map(value.map(({ name, properties }) => [name, properties]));
  for (const { name, query, folder } of files) {
    const { content, folder: of } = published.get(name) ?? {};
    if (content?.query !== query || of?.name !== folder) throw new Error(`${name} is not published as it should be`);
  }
}
