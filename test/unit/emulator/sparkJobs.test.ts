import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Application } from '../../../emulator/store/application.ts';
import { idOf } from '../../../emulator/store/ids.ts';
import type { Json } from './client.ts';
import { operationTime, ScriptClient } from './scriptClient.ts';

const pool = '/livyApi/versions/2019-11-01-preview/sparkPools/sparksmall';
const batch = { name: 'job', file: 'abfss://x@lake.dfs.core.windows.net/job.py', numExecutors: 2 };

test('a batch waits, starts, runs and ends', async () => {
  await using endpoint = await ScriptClient.start();
  const { body } = await endpoint.send('POST', `${pool}/batches?detailed=true`, batch);
  const path = `${pool}/batches/${String(body['id'])}?detailed=true`;
  const states = [[body['state'], body['result']]];
  for (const part of [0.5, 0.5, 1]) {
    endpoint.client.letPass(part * operationTime);
    const job = (await endpoint.send('GET', path)).body;
    states.push([job['state'], job['result']]);
  }
  assert.deepEqual(states, [
    ['not_started', 'Uncertain'],
    ['starting', 'Uncertain'],
    ['running', 'Uncertain'],
    ['success', 'Succeeded'],
  ]);
  const plain = (await endpoint.send('GET', `${pool}/batches/${String(body['id'])}`)).body;
  assert.deepEqual(Object.keys(plain), ['id', 'appId', 'appInfo', 'state', 'log']);
});

test('what is cancelled before it starts is an error, afterwards it is killed; a fault lets it fail', async () => {
  await using endpoint = await ScriptClient.start();
  const end = async (wait: number): Promise<unknown> => {
    const path = `${pool}/batches/${String((await endpoint.send('POST', `${pool}/batches`, batch)).body['id'])}`;
    endpoint.client.letPass(wait);
    assert.equal((await endpoint.send('DELETE', path)).status, 200);
    const { body } = await endpoint.send('GET', `${path}?detailed=true`);
    return [body['state'], body['result']];
  };
  assert.deepEqual(await end(0), ['error', 'Cancelled']);
  assert.deepEqual(await end(operationTime), ['killed', 'Cancelled']);
  assert.deepEqual(await end(3 * operationTime), ['success', 'Succeeded']);
  endpoint.client.emulator.faults.add({ route: 'SparkBatch_CreateSparkBatchJob', fault: 'failedOperation' });
  assert.deepEqual(await end(3 * operationTime), ['dead', 'Failed']);
});

test('statements wait for the session and for each other', async () => {
  await using endpoint = await ScriptClient.start();
  const { body } = await endpoint.send('POST', `${pool}/sessions`, { name: 'mine' });
  const session = `${pool}/sessions/${String(body['id'])}`;
  for (const code of ["print('one')", 'raise ValueError("two")', 'df.count()']) {
    const added = await endpoint.send('POST', `${session}/statements`, { code, kind: 'pyspark' });
    assert.equal(added.body['state'], 'waiting');
  }
  const states = async (): Promise<unknown> => {
    const { body: all } = await endpoint.send('GET', `${session}/statements`);
    return (all['statements'] as unknown as Json[]).map(({ state }) => state);
  };
  assert.deepEqual(await states(), ['waiting', 'waiting', 'waiting']);
  endpoint.client.letPass(operationTime);
  assert.deepEqual(await states(), ['running', 'waiting', 'waiting']);
  assert.equal((await endpoint.send('GET', `${session}?detailed=true`)).body['state'], 'busy');
  const cancelled = await endpoint.send('POST', `${session}/statements/2/cancel`);
  assert.deepEqual(cancelled.body, { msg: 'canceled' });
  endpoint.client.letPass(2 * operationTime);
  assert.deepEqual(await states(), ['available', 'available', 'cancelled']);
  const outputs = await Promise.all([0, 1].map((id) => endpoint.send('GET', `${session}/statements/${String(id)}`)));
  assert.deepEqual(
    outputs.map(({ body: { output } }) => [output?.['status'], output?.['data']?.['text/plain'], output?.['evalue']]),
    [
      ['ok', 'one', undefined],
      ['error', undefined, 'two'],
    ],
  );
});

test('a session that nobody asks anything ends, unless its timeout is put off', async () => {
  await using endpoint = await ScriptClient.start();
  const make = async (): Promise<string> =>
    `${pool}/sessions/${String((await endpoint.send('POST', `${pool}/sessions`, { name: 'mine' })).body['id'])}`;
  const [left, kept] = [await make(), await make()];
  endpoint.client.letPass(15 * 60_000);
  assert.equal((await endpoint.send('PUT', `${kept}/reset-timeout`)).status, 200);
  endpoint.client.letPass(10 * 60_000);
  assert.equal((await endpoint.send('GET', left)).body['state'], 'killed');
  assert.equal((await endpoint.send('GET', kept)).body['state'], 'idle');
  assert.equal((await endpoint.send('POST', `${left}/statements`, { code: '1' })).status, 400);
});

test('jobs come twenty at a time, and those of the whole workspace in its monitoring', async () => {
  await using endpoint = await ScriptClient.start();
  for (let count = 0; count < 20; count += 1) await endpoint.send('POST', `${pool}/batches`, batch);
  const { body } = await endpoint.send('GET', `${pool}/batches?from=1&size=50`);
  assert.equal((body['sessions'] as unknown as unknown[]).length, 20);
  const last = await endpoint.send('GET', `${pool}/batches?from=20`);
  assert.equal(last.body['total'], 5);
  const all = await endpoint.send('GET', '/monitoring/workloadTypes/spark/Applications');
  assert.equal(all.body['nJobs'], 26);
  assert.deepEqual(
    [...new Set((all.body['sparkJobs'] as unknown as Json[]).map(({ state }) => String(state)))].sort(),
    ['Cancelled', 'Failed', 'In Progress', 'Queued', 'Succeeded'],
  );
});

test('what cannot be run is refused', async () => {
  await using endpoint = await ScriptClient.start();
  for (const [method, path, body, status] of [
    ['POST', `${pool}/batches`, { name: 'x' }, 400],
    ['POST', `${pool}/batches`, { ...batch, driverMemory: 'much' }, 400],
    ['POST', `${pool.replace('sparksmall', 'none')}/batches`, batch, 404],
    ['POST', `${pool.replace('2019-11-01-preview', '1')}/batches`, batch, 400],
    ['GET', `${pool}/batches/99`, undefined, 404],
    ['POST', `${pool}/sessions/5/statements`, { code: '1', kind: 'cobol' }, 400],
    ['GET', `${pool}/batches?from=x`, undefined, 400],
  ] as const) {
    assert.equal((await endpoint.send(method, path, body)).status, status, path);
  }
});

test('the right to use one pool is enough for that pool', async () => {
  await using endpoint = await ScriptClient.start();
  const scope = 'workspaces/contoso-sales/bigDataPools/sparksmall';
  const operator = 'e3844cc7-4670-42cb-9349-9bdac1ee7881';
  const principalId = new Application().objectIdIn(endpoint.client.home);
  const assignment = { roleId: operator, principalId, scope };
  assert.equal((await endpoint.send('PUT', `/roleAssignments/${randomUUID()}`, assignment)).status, 200);
  const admins = idOf('group', 'synapse.administrators@contoso.onmicrosoft.com');
  const { body } = await endpoint.send('GET', `/roleAssignments?principalId=${admins}`);
  await endpoint.send('DELETE', `/roleAssignments/${String(body['value']?.[0]?.['id'])}`);
  assert.equal((await endpoint.send('POST', `${pool}/batches`, batch)).status, 200);
  const other = await endpoint.send('POST', `${pool.replace('sparksmall', 'sparklarge')}/batches`, batch);
  assert.match(String(other.body['error']?.['message']), /bigDataPools\/useCompute\/action, Scope: .*sparklarge/);
});

test('a Spark job definition is run to its end', async () => {
  await using endpoint = await ScriptClient.start();
  const started = await endpoint.send('POST', '/sparkJobDefinitions/Nightly%20aggregation/execute');
  assert.equal(started.body['state'], 'not_started');
  assert.equal((await endpoint.end(started)).body['result'], 'Succeeded');
  const missing = { properties: { targetBigDataPool: { referenceName: 'none' }, jobProperties: { file: 'x' } } };
  assert.equal((await endpoint.send('POST', '/debugSparkJobDefinition', missing)).status, 404);
});
