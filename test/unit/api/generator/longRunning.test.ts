import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KnownEnds } from '../../../../scripts/generateApi/longRunning.ts';
import { declare, list, reply, thing } from './fixture.ts';

const longRunning = { 'x-ms-long-running-operation': true };

describe('long-running operations', () => {
  const paths = {
    '/things/{name}': {
      get: { operationId: 'Things_Get', responses: reply(thing) },
      delete: { operationId: 'Things_Delete', responses: reply(list), ...longRunning },
    },
    '/things/{name}/pause': { post: { operationId: 'Things_Pause', responses: reply(list), ...longRunning } },
    '/others/{other}': { get: { operationId: 'Others_Get', responses: reply(list) } },
  };
  const source = 'a recording';
  const ends: KnownEnds = {
    Things_Delete: { then: 'nothing', source },
    Things_Pause: { then: 'get', operation: 'Things_Get', source },
  };

  it('end as the table says, with the result of the operation that is read then', async () => {
    const declared = await declare(paths, { ends });
    assert.match(declared, /delete: operation<\{ result: undefined \}>.*longRunning: \{ then: 'nothing' \}/);
    assert.match(
      declared,
      /pause: operation<\{ result: Thing \}>.*longRunning: \{ then: 'get', path: '\/things\/\{name\}' \}/,
    );
  });

  it('may end with what Location answers', async () => {
    const declared = await declare(paths, { ends: { ...ends, Things_Pause: { then: 'location', source } } });
    assert.match(declared, /pause: operation<\{ result: ThingList \}>.*longRunning: \{ then: 'location' \}/);
  });

  it('may answer at Location what another operation answers, which must be a GET of the file', async () => {
    const like = (id: string): KnownEnds => ({ ...ends, Things_Pause: { then: 'location', like: id, source } });
    const declared = await declare(paths, { ends: like('Things_Get') });
    assert.match(declared, /pause: operation<\{ result: Thing \}>.*longRunning: \{ then: 'location' \}/);
    await assert.rejects(declare(paths, { ends: like('Things_Delete') }), /Things_Pause.*Things_Delete/);
  });

  it('are refused while nobody has said how they end', async () => {
    await assert.rejects(declare(paths, { ends: { Things_Delete: { then: 'nothing', source } } }), /Things_Pause/);
  });

  it('are the only ones that the table may name', async () => {
    await assert.rejects(declare(paths, { ends: { ...ends, Things_Get: { then: 'nothing', source } } }), /Things_Get/);
    await assert.rejects(declare(paths, { ends: { ...ends, Gone_Get: { then: 'nothing', source } } }), /Gone_Get/);
  });

  for (const operation of ['Things_Delete', 'Gone_Get', 'Others_Get']) {
    it(`cannot end by reading ${operation}`, async () => {
      const broken: KnownEnds = { ...ends, Things_Pause: { then: 'get', operation, source } };
      await assert.rejects(declare(paths, { ends: broken }), new RegExp(`Things_Pause.*${operation}`));
    });
  }
});
