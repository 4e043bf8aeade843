import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import { SynapseManagementClient } from '@azure/arm-synapse';
import pLimit from 'p-limit';
import type { Ready } from '../../emulator/server.ts';
import { createRestService } from '../../src/azure/createRestService.ts';
import type { Cloud } from '../../src/azure/cloud.ts';
import { readTenant } from '../../src/features/explorer/discovery.ts';
import { asCompleted } from '../../src/platform/asCompleted.ts';
import type { Connection } from '../../src/platform/connection.ts';
import { listTenants } from '../../src/platform/tenants.ts';

/** Where to look, and a token for each tenant, fetched beforehand: signing in is not what is measured. */
export interface Place {
  readonly ready: Ready;
  readonly tokens: Readonly<Record<string, string>>;
}

/** Finds all workspaces of all subscriptions. @returns how many; `onRow` is called once the first subscription is complete */
export type Client = (place: Place, onRow: () => void) => Promise<number>;

const audience = 'https://management.azure.com';

/** As the explorer does it. */
const explorer: Client = async ({ ready, tokens }, onRow) => {
  const service = { endpoint: ready.resourceManager, audience };
  const cloud: Cloud = {
    name: 'bench',
    login: ready.activeDirectory,
    resourceManager: service,
    workspace: service,
    graph: service,
  };
  const rest = createRestService({
    cloud,
    tokens: { getToken: ({ tenantId }) => Promise.resolve(tokens[tenantId] ?? '') },
    log: { request: () => undefined },
  });
  const { signal } = new AbortController();
  const connection: Connection = {
    cloud,
    rest,
    account: '',
    tenants: () => listTenants(rest, { tenantId: ready.tenantId }, signal),
    signIn: () => Promise.resolve(),
  };
  let found = 0;
  const tenants = await connection.tenants(signal);
  for await (const part of asCompleted(tenants.map((tenant) => readTenant(connection, tenant, undefined, signal)))) {
    onRow();
    for (const { workspaces } of part) found += workspaces.length;
  }
  return found;
};

/** As the documentation of Azure's libraries shows it: the workspaces of each subscription, so many at a time. */
function sdk(atATime: number): Client {
  return async ({ ready, tokens }, onRow) => {
    const limit = pLimit(atATime);
    const endpoint = ready.resourceManager;
    const credentialOf = (tenantId: string) => ({
      getToken: () => Promise.resolve({ token: tokens[tenantId] ?? '', expiresOnTimestamp: Date.now() + 3_600_000 }),
    });
    const counted = async (tenantId: string, subscriptionId: string): Promise<number> => {
      const client = new SynapseManagementClient(credentialOf(tenantId), subscriptionId, { endpoint });
      const workspaces = await allOf(client.workspaces.list());
      onRow();
      return workspaces.length;
    };
    const ofTenant = async (tenantId: string): Promise<number> => {
      const client = new SubscriptionClient(credentialOf(tenantId), { endpoint });
      const subscriptions = await limit(() => allOf(client.subscriptions.list()));
      const counts = subscriptions.map(({ subscriptionId = '' }) => limit(() => counted(tenantId, subscriptionId)));
      return sum(await Promise.all(counts));
    };
    const tenants = await allOf(new SubscriptionClient(credentialOf(ready.tenantId), { endpoint }).tenants.list());
    return sum(await Promise.all(tenants.map(({ tenantId = '' }) => ofTenant(tenantId))));
  };
}

async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export const clients = { explorer, sdk: sdk(1), sdk8: sdk(8) } satisfies Record<string, Client>;
export type ClientName = keyof typeof clients;
