import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Unverified } from '../../../emulator/unverified.ts';
import { ScriptClient } from './scriptClient.ts';

/** Each answer that the real service may give where nobody knows which it gives. */
function start(unverified: Partial<Unverified> = {}): Promise<ScriptClient> {
  return ScriptClient.start({ unverified });
}

const stale = { 'If-Match': '00000000-0000-0100-0000-000000000000' };

test('If-Match: what matches is written, `*` is any version, and no script matches nothing', async () => {
  await using scripts = await start();
  for (const header of [await scripts.etag('Scratch'), '*']) {
    assert.equal((await scripts.end(await scripts.put('Scratch', header, { 'If-Match': header }))).status, 200);
    assert.equal(await scripts.query('Scratch'), header);
  }
  for (const header of ['*', stale['If-Match']]) {
    assert.equal((await scripts.put('New one', '1', { 'If-Match': header })).status, 412);
  }
});

test('If-Match: a mismatch is refused at once', async () => {
  for (const [choice, status, code] of [
    ['refuse', 412, 'PreconditionFailed'],
    ['conflict', 409, 'Conflict'],
  ] as const) {
    await using scripts = await start({ 'if-match': choice });
    const refused = await scripts.put('Scratch', 'mine', stale);
    assert.equal(refused.status, status);
    assert.equal(refused.body['error']?.['code'], code);
    assert.match(String(refused.body['error']?.['target']), /\/sqlscripts\/Scratch$/);
    assert.equal(await scripts.query('Scratch'), 'SELECT 1;\n');
  }
});

test('If-Match: a mismatch is accepted and fails in the end', async () => {
  await using scripts = await start({ 'if-match': 'fail-later' });
  const { status, body } = await scripts.end(await scripts.put('Scratch', 'mine', stale));
  assert.equal(status, 200);
  assert.equal(body['status'], 'Failed');
  assert.equal(body['error']?.['code'], 'PreconditionFailed');
  assert.equal(await scripts.query('Scratch'), 'SELECT 1;\n');
  const current = { 'If-Match': await scripts.etag('Scratch') };
  assert.equal((await scripts.end(await scripts.put('Scratch', 'mine', current))).body['name'], 'Scratch');
});

test('If-Match: a mismatch is ignored', async () => {
  await using scripts = await start({ 'if-match': 'ignore' });
  await scripts.end(await scripts.put('Scratch', 'mine', stale));
  assert.equal(await scripts.query('Scratch'), 'mine');
});

test('quotes around an etag are taken, or make it another one', async () => {
  for (const [choice, status] of [
    ['accept', 202],
    ['mismatch', 412],
  ] as const) {
    await using scripts = await start({ 'if-match-quotes': choice });
    const quoted = { 'If-Match': `"${await scripts.etag('Scratch')}"` };
    assert.equal((await scripts.put('Scratch', 'mine', quoted)).status, status);
  }
});

test('a second write during an operation is refused', async () => {
  await using scripts = await start();
  const first = await scripts.put('Scratch', 'first');
  for (const second of [
    () => scripts.put('Scratch', 'second'),
    () => scripts.delete('Scratch'),
    () => scripts.rename('Scratch', 'Elsewhere'),
    () => scripts.rename('Grants', 'Scratch'),
  ]) {
    const refused = await second();
    assert.equal(refused.status, 409);
    assert.equal(refused.body['error']?.['code'], 'Conflict');
  }
  assert.equal((await scripts.put('Grants', 'another script')).status, 202);
  await scripts.end(first);
  assert.equal((await scripts.put('Scratch', 'second')).status, 202);
});

test('of two writes at a time the last one wins', async () => {
  await using scripts = await start({ 'concurrent-writes': 'last-wins' });
  const first = await scripts.put('New one', 'first');
  const second = await scripts.put('New one', 'second');
  await scripts.end(first);
  assert.equal((await scripts.poll(second)).status, 200);
  assert.equal(await scripts.query('New one'), 'second');
});

test('of two writes at a time the second waits for the first', async () => {
  await using scripts = await start({ 'concurrent-writes': 'queue' });
  const first = await scripts.put('New one', 'first');
  const second = await scripts.put('New one', 'second');
  const third = await scripts.delete('New one');
  await scripts.end(first);
  assert.equal(await scripts.query('New one'), 'first');
  assert.equal((await scripts.poll(second)).status, 202);
  await scripts.end(second);
  assert.equal(await scripts.query('New one'), 'second');
  assert.equal((await scripts.poll(third)).status, 202);
  await scripts.end(third);
  assert.equal((await scripts.get('New one')).status, 404);
});

test('a renaming that waited for a deletion fails', async () => {
  await using scripts = await start({ 'concurrent-writes': 'queue' });
  const deleted = await scripts.delete('Scratch');
  const renamed = await scripts.rename('Scratch', 'Elsewhere');
  await scripts.end(deleted);
  const { body } = await scripts.end(renamed);
  assert.equal(body['status'], 'Failed');
  assert.equal(body['error']?.['code'], 'NotFound');
});

test('renaming onto another script', async () => {
  for (const [choice, status] of [
    ['conflict', 409],
    ['bad-request', 400],
  ] as const) {
    await using scripts = await start({ 'rename-onto': choice });
    assert.equal((await scripts.rename('Scratch', 'grants')).status, status);
  }
  await using scripts = await start({ 'rename-onto': 'overwrite' });
  const count = (await scripts.names()).length;
  await scripts.end(await scripts.rename('Scratch', 'Grants'));
  assert.equal(await scripts.query('Grants'), 'SELECT 1;\n');
  assert.equal((await scripts.names()).length, count - 1);
});

test('deleting what is not there', async () => {
  for (const [choice, status] of [
    ['no-content', 204],
    ['not-found', 404],
  ] as const) {
    await using scripts = await start({ 'delete-missing': choice });
    assert.equal((await scripts.delete('Nothing')).status, status);
  }
  await using scripts = await start({ 'delete-missing': 'accept' });
  const ended = await scripts.end(await scripts.delete('Nothing'));
  assert.deepEqual([ended.status, ended.text], [200, '']);
});

test('a name that differs in case alone is taken, or the same', async () => {
  await using scripts = await start();
  const refused = await scripts.put('SCRATCH', 'mine');
  assert.equal(refused.status, 409);
  assert.match(String(refused.body['error']?.['message']), /'SCRATCH' is taken: there is a script 'Scratch'/);
  await using others = await start({ 'other-case': 'update' });
  await others.end(await others.put('SCRATCH', 'mine'));
  assert.equal((await others.get('SCRATCH')).body['name'], 'Scratch');
  assert.equal(await others.query('Scratch'), 'mine');
});

test('names may have to be like those of pipelines', async () => {
  await using scripts = await start({ 'script-names': 'pipeline' });
  for (const name of ['50 % #1', 'Über', 'a.b', '-a']) assert.equal((await scripts.put(name, '')).status, 400, name);
  for (const name of ['A name 1', '_x-y (2) "z"', 'Ende mit Ü']) {
    assert.equal((await scripts.put(name, '')).status, 202, name);
  }
});
