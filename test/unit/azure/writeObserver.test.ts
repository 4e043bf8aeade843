import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { operation } from '../../../src/azure/operation.ts';
import type { Write, WriteEnd, WriteObserver } from '../../../src/azure/writeObserver.ts';
import { origin, paths, readPool } from './support/changePool.ts';
import { type Scripted, ScriptedTransport } from './support/scriptedTransport.ts';
import { aPool, getPool, putPool, restartPool, serviceAt, tenantId, type TestService } from './support/service.ts';

/** What an observer is told, in its order. */
type Told = ['write', Write] | ['accepted', string | undefined] | ['ended', WriteEnd];

interface Observed extends TestService {
  readonly told: Told[];
}

function observedService(...replies: (Scripted | Error)[]): Observed {
  const told: Told[] = [];
  const onWrite: WriteObserver = (write) => {
    told.push(['write', write]);
    return {
      accepted: (requestId) => void told.push(['accepted', requestId]),
      ended: (end) => void told.push(['ended', end]),
    };
  };
  return { told, ...serviceAt(origin, { transport: new ScriptedTransport(...replies), onWrite }) };
}

const pausePool = operation<{ result: unknown }>()({
  id: 'Pools_Pause',
  plane: 'resourceManager',
  method: 'POST',
  path: '/pools/{name}/pause',
  apiVersion: '1',
  longRunning: readPool,
});

const kinds = (told: readonly Told[]): string[] => told.map(([kind]) => kind);

describe('The observer of writes', () => {
  it('is told what is changed, where, by whom, and what it means to people', async () => {
    const about = { title: 'Make pool1 larger' };
    const { rest, told } = observedService({ status: 200, headers: { 'x-ms-request-id': 'r1' }, body: { name: 'p' } });
    await rest.call(putPool, { ...aPool, accountId: 'ada', body: { sku: 'DW200c' } }, { about });
    assert.deepEqual(told, [
      [
        'write',
        {
          operation: 'Pools_Put',
          method: 'PUT',
          host: '127.0.0.1:4321',
          path: '/resourceManager/workspaces/ws/sqlPools/pool1',
          tenantId,
          accountId: 'ada',
          about,
        },
      ],
      ['accepted', 'r1'],
      ['ended', { outcome: 'done' }],
    ]);
  });

  it('is not told of what only reads', async () => {
    const { rest, told } = observedService({ status: 200, body: { name: 'p' } }, { status: 200, body: { data: [] } });
    await rest.call(getPool, aPool);
    const query = operation<{ result: unknown }>()({
      id: 'Resources',
      plane: 'resourceManager',
      method: 'POST',
      path: '/resources',
      apiVersion: '1',
      readOnly: true,
    });
    await rest.call(query, { tenantId });
    assert.deepEqual(told, []);
  });

  it('is told of a refusal with its reason, and that nothing was accepted', async () => {
    const { rest, told } = observedService({ status: 403, body: { error: { code: 'No', message: 'Not you.' } } });
    await assert.rejects(rest.call(restartPool, aPool), /Not you/);
    const [, end] = told.at(-1) ?? [];
    assert.deepEqual(kinds(told), ['write', 'ended']);
    assert.ok(typeof end === 'object' && 'outcome' in end && end.outcome === 'failed');
    assert.equal(end.accepted, false);
    assert.match(String(end.error), /Not you/);
  });

  it('is told of the acceptance of a long-running operation before its end', async () => {
    const { rest, told } = observedService(
      { status: 202, headers: { 'x-ms-request-id': 'r2', location: `${origin}${paths.result}` } },
      { status: 202, headers: { location: `${origin}${paths.result}` } },
      { status: 200, body: {} },
      { status: 200, body: { name: 'p' } },
    );
    const end = rest.run(pausePool, { tenantId, name: 'p' });
    await end;
    assert.deepEqual(told.slice(1), [
      ['accepted', 'r2'],
      ['ended', { outcome: 'done' }],
    ]);
  });

  it('is told that nobody waits any more when the caller gives up, and whether it goes on', async () => {
    const abort = new AbortController();
    const { rest, told } = observedService({
      status: 202,
      headers: { 'x-ms-request-id': 'r3', location: `${origin}${paths.result}` },
    });
    const end = rest.run(
      pausePool,
      { tenantId, name: 'p' },
      {
        signal: abort.signal,
        onState: () => {
          abort.abort(new Error('enough'));
        },
      },
    );
    await assert.rejects(end, /enough/);
    assert.deepEqual(told.at(-1), ['ended', { outcome: 'left', accepted: true }]);
  });

  it('is told of one write, however often the request is repeated', async () => {
    const { rest, told } = observedService({ status: 503 }, { status: 200, body: { name: 'p' } });
    const end = rest.call(putPool, { ...aPool, body: { sku: 'DW200c' } });
    await end;
    assert.deepEqual(kinds(told), ['write', 'accepted', 'ended']);
  });
});
