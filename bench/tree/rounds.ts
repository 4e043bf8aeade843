// A process of its own: finds everything with each client in turn, in several rounds, and sends what it took.
import { once } from 'node:events';
import process from 'node:process';
import type { Ready } from '../../emulator/server.ts';
import { RequestTimes } from '../support/requestTimes.ts';
import { type ClientName, clients, type Place } from './clients.ts';

export interface Task {
  readonly ready: Ready;
  readonly rounds: number;
}

/** One client in one round; times in milliseconds. */
export interface Measured {
  readonly client: ClientName;
  readonly firstRow: number;
  readonly fullTree: number;
  readonly requests: number;
  readonly roundTrips: number;
  readonly workspaces: number;
}

const [{ ready, rounds }] = (await once(process, 'message')) as [Task];
const place: Place = { ready, tokens: await tokensOf(ready) };
const names = Object.keys(clients) as ClientName[];
const measured: Measured[] = [];
for (const name of names) await measure(name); // code is loaded and connections are open: not counted
for (let round = 0; round < rounds; round += 1) {
  // Another one begins each round.
  for (const index of names.keys()) {
    const name = names[(index + round) % names.length];
    if (name) measured.push(await measure(name));
  }
}
process.send?.(measured);

async function measure(client: ClientName): Promise<Measured> {
  using requests = new RequestTimes();
  let firstRow: number | undefined;
  const start = performance.now();
  const workspaces = await clients[client](place, () => (firstRow ??= performance.now() - start));
  const fullTree = performance.now() - start;
  const roundTrips = requests.longestChain();
  return { client, firstRow: firstRow ?? fullTree, fullTree, requests: requests.count, roundTrips, workspaces };
}

async function tokensOf({
  activeDirectory,
  resourceManager,
  tenantId,
  clientId,
  clientSecret,
}: Ready): Promise<Record<string, string>> {
  const tokenFor = async (tenant: string): Promise<string> => {
    const answer = await fetch(`${activeDirectory}/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope: 'https://management.azure.com/.default',
      }),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  };
  const home = await tokenFor(tenantId);
  const answer = await fetch(`${resourceManager}/tenants?api-version=2022-12-01`, {
    headers: { authorization: `Bearer ${home}` },
  });
  const { value } = (await answer.json()) as { value: { tenantId: string }[] };
  const tokens = value.map(async (tenant) => [tenant.tenantId, await tokenFor(tenant.tenantId)] as const);
  return Object.fromEntries(await Promise.all(tokens));
}
