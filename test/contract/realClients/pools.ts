import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { SqlPool, SqlPoolsGetResponse, SynapseManagementClient } from '@azure/arm-synapse';
import { allOf, refused, sample, synapseClient } from './clients.ts';
import type { Scenarios } from './signIn.ts';

const { resourceGroup, workspace } = sample;

export const poolScenarios: Scenarios = {
  'SQL pools are listed, paused and resumed': async (signIn) => {
    const { sqlPools } = await synapseClient(signIn);
    const all = await allOf(sqlPools.listByWorkspace(resourceGroup, workspace));
    assert.equal(all.find(({ name }) => name === sample.sqlPool)?.status, 'Online');
    await sqlPools.beginPauseAndWait(resourceGroup, workspace, sample.sqlPool);
    assert.equal((await sqlPools.get(resourceGroup, workspace, sample.sqlPool)).status, 'Paused');
    await sqlPools.beginResumeAndWait(resourceGroup, workspace, sample.sqlPool);
    assert.equal((await sqlPools.get(resourceGroup, workspace, sample.sqlPool)).status, 'Online');
  },

  'a SQL pool is created, scaled and deleted': async (signIn) => {
    const client = await synapseClient(signIn);
    const { sqlPools } = client;
    const name = 'MadeByARealClient';
    await sqlPools.beginCreateAndWait(resourceGroup, workspace, name, {
      location: 'westeurope',
      sku: { name: 'DW100c' },
    });
    assert.equal((await sqlPools.get(resourceGroup, workspace, name)).sku?.name, 'DW100c');
    // This client does not follow the operation of PATCH (its specification of that version has none).
    await sqlPools.update(resourceGroup, workspace, name, { sku: { name: 'DW200c' } });
    const scaled = await settled(client, name, ({ status }) => status === 'Online');
    assert.equal(scaled.sku?.name, 'DW200c');
    await sqlPools.beginDeleteAndWait(resourceGroup, workspace, name);
    await assert.rejects(sqlPools.get(resourceGroup, workspace, name), refused(404, 'ResourceNotFound'));
  },

  'Spark pools are listed, and one is read': async (signIn) => {
    const { bigDataPools } = await synapseClient(signIn);
    const all = await allOf(bigDataPools.listByWorkspace(resourceGroup, workspace));
    const one = await bigDataPools.get(resourceGroup, workspace, sample.sparkPool);
    assert.deepEqual(
      all.find(({ name }) => name === sample.sparkPool),
      one,
    );
    assert.ok(one.creationDate instanceof Date);
  },

  'a Spark pool is created, changed and deleted': async (signIn) => {
    const { bigDataPools } = await synapseClient(signIn);
    const name = 'realclient';
    const created = await bigDataPools.beginCreateOrUpdateAndWait(resourceGroup, workspace, name, {
      location: 'westeurope',
      nodeSize: 'Small',
      nodeSizeFamily: 'MemoryOptimized',
      nodeCount: 3,
      sparkVersion: '3.4',
    });
    assert.equal(created.provisioningState, 'Succeeded');
    assert.equal(created.nodeCount, 3);
    const changed = await bigDataPools.update(resourceGroup, workspace, name, { tags: { purpose: 'test' } });
    assert.deepEqual(changed.tags, { purpose: 'test' });
    await bigDataPools.beginDeleteAndWait(resourceGroup, workspace, name);
    await assert.rejects(bigDataPools.get(resourceGroup, workspace, name), refused(404, 'ResourceNotFound'));
  },

  'an operation that fails is an exception of the client': async (signIn) => {
    const { sqlPools } = await synapseClient(signIn);
    await assert.rejects(sqlPools.beginPauseAndWait(resourceGroup, workspace, sample.sqlPool), /failed/i);
    assert.equal((await sqlPools.get(resourceGroup, workspace, sample.sqlPool)).status, 'Online');
  },
};

/** There is no event to wait for on the other side of a wire; the runner's time limit ends a pool that never gets there. */
async function settled(
  { sqlPools }: SynapseManagementClient,
  name: string,
  isThere: (pool: SqlPool) => boolean,
): Promise<SqlPoolsGetResponse> {
  for (;;) {
    const pool = await sqlPools.get(resourceGroup, workspace, name);
    if (isThere(pool)) return pool;
    await delay(50);
  }
}
