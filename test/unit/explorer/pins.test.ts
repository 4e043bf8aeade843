import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publicCloud, usGovernmentCloud } from '../../../src/azure/clouds.ts';
import { Discovered } from '../../../src/features/explorer/discovered.ts';
import type { Pin } from '../../../src/features/explorer/pins/pin.ts';
import { addPins, readPins, removePins, pinKey, renewPins } from '../../../src/features/explorer/pins/pins.ts';
import { verdictOn } from '../../../src/features/explorer/pins/pinVerdict.ts';
import type { Connection } from '../../../src/platform/connection.ts';

class Memory {
  writes = 0;
  readonly #values = new Map<string, unknown>();
  get<T>(key: string, fallback?: T): T {
    return (this.#values.get(key) ?? fallback) as T;
  }
  update(key: string, value: unknown): Promise<void> {
    this.writes += 1;
    // As VS Code does: what is kept is JSON.
    this.#values.set(key, value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
    return Promise.resolve();
  }
}

const subscriptionId = '11111111-2222-4333-8444-555555555555';

function pin(workspaceName: string, more: Partial<Pin['workspace']> = {}): Pin {
  return {
    subscriptionName: 'Production',
    workspace: {
      id: `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Synapse/workspaces/${workspaceName}`,
      tenantId: 'tenant',
      subscriptionId,
      resourceGroupName: 'rg',
      workspaceName,
      endpoint: 'https://x',
      location: 'westeurope',
      repository: undefined,
      publicNetworkAccess: true,
      sqlEndpoint: 'x.sql.azuresynapse.net',
      sqlOnDemandEndpoint: 'x-ondemand.sql.azuresynapse.net',
      ...more,
    },
  };
}

const names = (memory: Memory): string[] =>
  readPins(memory, publicCloud).map(({ workspace }) => workspace.workspaceName);

describe('pins', () => {
  it('are kept by name, each once, for each cloud', async () => {
    const memory = new Memory();
    await addPins(memory, publicCloud, [pin('b'), pin('a'), pin('A')]);
    await addPins(memory, publicCloud, [pin('b')]);
    assert.deepEqual(names(memory), ['A', 'b']);
    assert.deepEqual(readPins(memory, usGovernmentCloud), []);
    await removePins(memory, publicCloud, new Set([pinKey(pin('a').workspace)]));
    assert.deepEqual(names(memory), ['b']);
  });

  it('tell accounts apart that see the same workspace', async () => {
    const memory = new Memory();
    await addPins(memory, publicCloud, [pin('a', { accountId: '1' }), pin('a', { accountId: '2' })]);
    await removePins(memory, publicCloud, new Set([pinKey(pin('a', { accountId: '1' }).workspace)]));
    assert.deepEqual(readPins(memory, publicCloud), [pin('a', { accountId: '2' })].map(asKept));
  });

  it('follow what is read, and are written only then', async () => {
    const memory = new Memory();
    await addPins(memory, publicCloud, [pin('a')]);
    const { writes } = memory;
    await renewPins(memory, publicCloud, [pin('a'), pin('b')]);
    assert.equal(memory.writes, writes);
    await renewPins(memory, publicCloud, [pin('a', { location: 'uksouth' })]);
    assert.equal(readPins(memory, publicCloud)[0]?.workspace.location, 'uksouth');
  });

  it('that cannot be read are none', async () => {
    for (const kept of ['x', 5, {}, [null, 5, {}, { workspace: {}, subscriptionName: 'x' }]]) {
      const memory = new Memory();
      await memory.update('pins/Azure', kept);
      assert.deepEqual(readPins(memory, publicCloud), []);
    }
  });
});

describe('the verdict on a pin', () => {
  const tenant = { tenantId: 'tenant', displayName: 'Contoso' };
  const subscription = { ...tenant, subscriptionId, displayName: 'Production' };
  const all = { showsSubscription: () => true };
  const connection = { cloud: publicCloud } as Connection;
  const reading = (): Discovered => {
    const discovered = new Discovered(connection);
    discovered.tenants = [tenant];
    return discovered;
  };

  it('is that it is there, whatever the case of its id', () => {
    const discovered = reading();
    discovered.add({ tenant, found: [{ subscription, workspaces: [pin('A').workspace] }] });
    assert.equal(verdictOn(pin('a'), discovered, all).is, 'there');
  });

  it('is that it is gone where its subscription was read without it', () => {
    const discovered = reading();
    discovered.add({ tenant, found: [{ subscription, workspaces: [] }] });
    assert.equal(verdictOn(pin('a'), discovered, all).is, 'gone');
    assert.equal(verdictOn(pin('a'), discovered, { showsSubscription: () => false }).is, 'unknown');
  });

  it('is unknown where the tenant could not be read or is not shown', () => {
    const discovered = reading();
    assert.equal(verdictOn(pin('a'), discovered, all).is, 'unknown');
    discovered.add({ tenant, found: [], error: new Error('No.') });
    assert.equal(verdictOn(pin('a'), discovered, all).is, 'unknown');
  });

  it('is that it belongs to another tenant, unless an account’s tenants are not known', () => {
    const discovered = reading();
    assert.equal(verdictOn(pin('a', { tenantId: 'other' }), discovered, all).is, 'foreign');
    discovered.tenants = [{ ...tenant, error: new Error('No.') }];
    assert.equal(verdictOn(pin('a', { tenantId: 'other' }), discovered, all).is, 'unknown');
  });
});

/** Undefined members do not survive. */
function asKept(value: Pin): unknown {
  return JSON.parse(JSON.stringify(value));
}
