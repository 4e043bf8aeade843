import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AzureError } from '../../../../src/azure/azureError.ts';
import { ScriptConflict } from '../../../../src/features/sqlScripts/scripts/scriptStore.ts';
import { documentOf, newScript } from '../../../../src/features/sqlScripts/scripts/sqlScript.ts';
import { WorkspaceScripts } from '../../../../src/features/sqlScripts/scripts/workspaceScripts.ts';
import { FakeWorkspace } from './support/fakeWorkspace.ts';

const { signal } = new AbortController();
const about = { title: 'test' };

function storeOf(fake: FakeWorkspace): WorkspaceScripts {
  return new WorkspaceScripts(fake.place, fake.clock);
}

describe('The scripts of a workspace', () => {
  it('are read with one request, however many ask, and kept', async () => {
    const fake = new FakeWorkspace();
    fake.publish('one');
    fake.publish('two');
    const store = storeOf(fake);
    const [first, second] = await Promise.all([store.list(signal), store.list(signal)]);
    assert.deepEqual([first.map(({ name }) => name), second], [['one', 'two'], first]);
    await store.list(signal);
    assert.equal((await store.get('ONE', signal)).name, 'one');
    assert.deepEqual(fake.requests, ['GET /sqlScripts']);
  });

  it('are still read for others when one of those who ask gives up', async () => {
    const fake = new FakeWorkspace();
    fake.publish('one');
    const store = storeOf(fake);
    const leaving = new AbortController();
    const left = store.list(leaving.signal);
    const stayed = store.list(signal);
    leaving.abort(new Error('left'));
    await assert.rejects(left, /left/u);
    assert.equal((await stayed).length, 1);
  });

  it('keep the text of numbers and members of others, and tell whoever listens', async () => {
    const fake = new FakeWorkspace();
    fake.publish(
      'one',
      '{"name":"one","properties":{"x":1.0,"content":{"query":"a","y":12345678901234567890}},"z":1e2}',
    );
    const store = storeOf(fake);
    const told: (readonly string[])[] = [];
    store.onDidChange((names) => told.push(names));
    const script = await store.get('one', signal);
    const published = await store.put('one', documentOf(script, { query: 'b' }), { ifMatch: script.etag, about });
    assert.equal(
      fake.published('one'),
      '{"name":"one","properties":{"x":1.0,"content":{"query":"b","y":12345678901234567890}},"z":1e2}',
    );
    assert.equal(published.query, 'b');
    assert.equal((await store.get('one', signal)).etag, published.etag);
    assert.deepEqual(told, [['one'], ['one']]);
  });

  it('ask for the text of a known script only when it has changed', async () => {
    const fake = new FakeWorkspace();
    fake.publish('one');
    const store = storeOf(fake);
    const before = await store.get('one', signal);
    assert.equal(await store.get('one', signal, { fresh: true }), before, 'a 304 brings what is known');
    fake.publish('one');
    assert.notEqual((await store.get('one', signal, { fresh: true })).etag, before.etag);
  });

  it('say which have changed, come and gone when the list is read again', async () => {
    const fake = new FakeWorkspace();
    for (const name of ['same', 'changed', 'gone']) fake.publish(name);
    const store = storeOf(fake);
    await store.list(signal);
    const told: string[] = [];
    store.onDidChange((names) => told.push(...names));
    fake.publish('changed');
    fake.remove('gone');
    fake.publish('new');
    await store.list(signal, { fresh: true });
    assert.deepEqual(told.sort(), ['changed', 'gone', 'new']);
  });

  it('refuse to replace what somebody else has published', async () => {
    const fake = new FakeWorkspace();
    fake.publish('one');
    const store = storeOf(fake);
    const script = await store.get('one', signal);
    fake.publish('one', '{"name":"one","properties":{"content":{"query":"theirs"}}}');
    const conflict = await store
      .put('one', documentOf(script, { query: 'mine' }), { ifMatch: script.etag, about })
      .then(
        () => assert.fail('it was published'),
        (error: unknown) => error,
      );
    assert.ok(conflict instanceof ScriptConflict);
    assert.equal(conflict.published?.query, 'theirs');
    await store.put('one', documentOf(script, { query: 'mine' }), { ifMatch: conflict.published.etag, about });
    assert.match(fake.published('one') ?? '', /mine/u);
  });

  for (const status of [409, 412]) {
    it(`take ${status} for a conflict when the etag is another one`, async () => {
      const fake = new FakeWorkspace();
      fake.publish('one');
      const store = storeOf(fake);
      const script = await store.get('one', signal);
      fake.publish('one');
      fake.troubles.push({ status, text: '{"message":"no"}' });
      const put = store.put('one', documentOf(script, { query: 'x' }), { ifMatch: script.etag, about });
      await assert.rejects(put, ScriptConflict);
    });
  }

  it('say plainly that another change is running when the etag is still the same', async () => {
    const fake = new FakeWorkspace();
    fake.publish('one');
    const store = storeOf(fake);
    const script = await store.get('one', signal);
    fake.troubles.push({ status: 409, text: '{"error":{"code":"Busy","message":"busy"}}' });
    const put = store.put('one', documentOf(script, { query: 'x' }), { ifMatch: script.etag, about });
    await assert.rejects(put, (error: unknown) => error instanceof AzureError && error.code === 'Busy');
  });

  it('fail where the operation failed, though its answer is a 200', async () => {
    const fake = new FakeWorkspace();
    const store = storeOf(fake);
    const failed = { status: 200, text: '{"status":"Failed","error":{"code":"Bad","message":"too odd"}}' };
    fake.troubles.push(undefined, failed);
    const put = store.put('one', newScript('one').document, { about });
    await assert.rejects(put, (error: unknown) => error instanceof AzureError && error.message === 'too odd');
  });
});

describe('A write whose answer was lost', () => {
  it('is not sent again when the document had arrived', async () => {
    const fake = new FakeWorkspace();
    fake.publish('one');
    const store = storeOf(fake);
    const script = await store.get('one', signal);
    fake.troubles.push('lostAfter');
    const published = await store.put('one', documentOf(script, { query: 'mine' }), { ifMatch: script.etag, about });
    assert.equal(published.query, 'mine');
    assert.deepEqual(
      fake.requests.filter((request) => request.startsWith('PUT')),
      ['PUT /sqlScripts/one'],
    );
  });

  it('is sent again when it had not', async () => {
    const fake = new FakeWorkspace();
    fake.publish('one');
    const store = storeOf(fake);
    const script = await store.get('one', signal);
    fake.troubles.push('lostBefore', undefined, { status: 503, headers: { 'retry-after': '7' } });
    const told: number[] = [];
    const published = await store.put('one', documentOf(script, { query: 'mine' }), {
      ifMatch: script.etag,
      about,
      onThrottled: ({ seconds }) => told.push(seconds),
    });
    assert.equal(published.query, 'mine');
    assert.equal(fake.requests.filter((request) => request.startsWith('PUT')).length, 3);
    assert.ok(fake.clock.sleeps.includes(7000), 'the service’s own wait is kept');
    assert.deepEqual(told, [7], 'and somebody is told');
  });

  for (const status of [429, 503]) {
    it(`is given up, with the time to come back, where a ${status} asks for more than anybody waits`, async () => {
      const fake = new FakeWorkspace();
      const store = storeOf(fake);
      fake.troubles.push({ status, headers: { 'retry-after': '2131' } });
      const put = store.put('one', newScript('one').document, { about });
      await assert.rejects(put, (error: unknown) => error instanceof AzureError && error.retryAfterSeconds === 2131);
      assert.deepEqual(fake.clock.sleeps, []);
      assert.equal(fake.requests.filter((request) => request.startsWith('PUT')).length, 1);
    });
  }

  it('is given up as a conflict when somebody else has published meanwhile', async () => {
    const fake = new FakeWorkspace();
    fake.publish('one');
    const store = storeOf(fake);
    const script = await store.get('one', signal);
    fake.publish('one', '{"name":"one","properties":{"content":{"query":"theirs"}}}');
    fake.troubles.push('lostBefore');
    const put = store.put('one', documentOf(script, { query: 'mine' }), { ifMatch: script.etag, about });
    await assert.rejects(put, ScriptConflict);
    assert.match(fake.published('one') ?? '', /theirs/u);
  });

  it('is not sent again after it was accepted and cannot be followed', async () => {
    const fake = new FakeWorkspace();
    fake.publish('one');
    const store = storeOf(fake);
    const script = await store.get('one', signal);
    // Accepted, then nothing but refusals: of the following, and of the look at what has become of it.
    fake.troubles.push({ status: 202, headers: { location: 'http://127.0.0.1:1/workspaces/w/operationResults/99' } });
    fake.troubles.push({ status: 500 }, ...new Array<{ status: number }>(40).fill({ status: 500 }));
    const put = store.put('one', documentOf(script, { query: 'mine' }), { ifMatch: script.etag, about });
    await assert.rejects(put, AzureError);
    assert.equal(fake.requests.filter((request) => request.startsWith('PUT')).length, 1);
  });

  it('counts as a rename when the new name is there', async () => {
    const fake = new FakeWorkspace();
    fake.publish('one');
    const store = storeOf(fake);
    await store.list(signal);
    fake.troubles.push('lostAfter');
    assert.equal((await store.rename('one', 'Ü 2', { about })).name, 'Ü 2');
    assert.deepEqual(
      (await store.list(signal)).map(({ name }) => name),
      ['Ü 2'],
    );
  });
});

describe('Moving, deleting and rights', () => {
  it('moves only the folder of what is published now', async () => {
    const fake = new FakeWorkspace();
    fake.publish('one', '{"name":"one","properties":{"content":{"query":"q"},"folder":{"name":"a","k":1.0}}}');
    const store = storeOf(fake);
    assert.equal((await store.move('one', 'b/c', { about })).folder, 'b/c');
    assert.match(fake.published('one') ?? '', /"folder":\{"name":"b\/c","k":1\.0\}/u);
    await store.delete('one', { about });
    await assert.rejects(
      store.get('one', signal),
      (error: unknown) => error instanceof AzureError && error.status === 404,
    );
  });

  for (const [decision, expected] of [
    ['Allowed', 'yes'],
    ['NotAllowed', 'no'],
    [undefined, 'unknown'],
  ] as const) {
    it(`answers ${expected} where the service says ${decision}`, async () => {
      const fake = new FakeWorkspace();
      fake.decision = decision;
      assert.equal(await storeOf(fake).checkWrite(signal), expected);
    });
  }

  it('does not know where it cannot ask', async () => {
    const fake = new FakeWorkspace();
    fake.troubles.push({ status: 403, text: '{"message":"no"}' });
    const store = storeOf(fake);
    assert.equal(await store.checkWrite(signal), 'unknown');
    assert.equal(await store.checkWrite(signal), 'yes', 'it is asked again');
    fake.token = 'opaque';
    assert.equal(await storeOf(fake).checkWrite(signal), 'unknown');
  });
});
