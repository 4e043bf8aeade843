import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AzureError } from '../../../../src/azure/azureError.ts';
import type { Write } from '../../../../src/azure/writeObserver.ts';
import { accountOf } from '../../../../src/platform/changes/accountOf.ts';
import { type Change, Changes } from '../../../../src/platform/changes/changes.ts';
import type { Connection } from '../../../../src/platform/connection.ts';

const write: Write = {
  operation: 'SqlPools_Pause',
  method: 'POST',
  host: 'management.azure.com',
  path: '/subscriptions/s/workspaces/w/sqlPools/p/pause',
  tenantId: 't',
};

describe('Changes', () => {
  it('tells of a change that begins, is accepted and ends', () => {
    const changes = new Changes();
    const seen: (Change | undefined)[] = [];
    changes.onDidChange((change) => seen.push(change));
    const ongoing = changes.begin({ ...write, about: { title: 'Pause p' } }, 'Ada');
    ongoing.accepted('r1');
    ongoing.ended({ outcome: 'done' });
    assert.deepEqual(
      seen.map((change) => [change?.state, change?.accepted, change?.requestId]),
      [
        ['going', false, undefined],
        ['going', true, 'r1'],
        ['done', true, 'r1'],
      ],
    );
    const [only] = changes.all;
    assert.equal(changes.all.length, 1);
    assert.deepEqual([only?.title, only?.account, only?.id], ['Pause p', 'Ada', 1]);
    assert.ok(only?.ended && only.ended >= only.began);
  });

  it('names a change by its operation where no command gave words', () => {
    const changes = new Changes();
    changes.begin(write, '');
    assert.equal(changes.all[0]?.title, 'SqlPools_Pause');
  });

  it('keeps why a change failed, and the request id of the refusal', () => {
    const changes = new Changes();
    const error = new AzureError({ reason: 'refused', operation: 'x', message: 'No.', requestId: 'r2' });
    changes.begin(write, '').ended({ outcome: 'failed', error, accepted: false });
    const [failed] = changes.all;
    assert.deepEqual([failed?.state, failed?.error, failed?.requestId], ['failed', error, 'r2']);
  });

  it('keeps the request id of the acceptance when the operation fails later', () => {
    const changes = new Changes();
    const error = new AzureError({ reason: 'operationFailed', operation: 'x', message: 'No.', requestId: 'poll' });
    const ongoing = changes.begin(write, '');
    ongoing.accepted('r3');
    ongoing.ended({ outcome: 'failed', error, accepted: true });
    assert.equal(changes.all[0]?.requestId, 'r3');
  });

  it('forgets what has ended when it is asked to, and keeps what goes on', () => {
    const changes = new Changes();
    changes.begin(write, '').ended({ outcome: 'left', accepted: true });
    const going = changes.begin(write, '');
    let told = 0;
    changes.onDidChange(() => (told += 1));
    changes.clearFinished();
    assert.deepEqual(
      changes.all.map(({ id }) => id),
      [2],
    );
    assert.equal(told, 1);
    going.ended({ outcome: 'done' });
    assert.equal(changes.all[0]?.state, 'done');
  });

  it('holds a thousand, and forgets what ended before what still goes on', () => {
    const changes = new Changes();
    const first = changes.begin(write, '');
    for (let count = 0; count < 1200; count += 1) changes.begin(write, '').ended({ outcome: 'done' });
    assert.equal(changes.all.length, 1000);
    assert.equal(changes.all[0]?.id, 1);
    first.ended({ outcome: 'done' });
    assert.equal(changes.all[0].state, 'done');
  });

  it('tells nobody who has stopped listening', () => {
    const changes = new Changes();
    let told = 0;
    const stop = changes.onDidChange(() => (told += 1));
    stop();
    changes.begin(write, '');
    assert.equal(told, 0);
  });
});

describe('accountOf', () => {
  const connection = {
    account: 'Ada, Grace',
    accountLabel: (id: string) => (id === 'g' ? 'Grace' : undefined),
  } as unknown as Connection;

  it('names the account that the change was sent for', () => {
    assert.equal(accountOf({ ...write, accountId: 'g' }, connection), 'Grace');
  });

  it('names whoever is signed in where there is no one account', () => {
    assert.equal(accountOf(write, connection), 'Ada, Grace');
    assert.equal(accountOf({ ...write, accountId: 'gone' }, connection), 'Ada, Grace');
    assert.equal(accountOf(write, undefined), '');
  });
});
