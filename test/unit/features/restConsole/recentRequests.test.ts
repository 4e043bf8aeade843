import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Memento } from 'vscode';
import { RecentRequests } from '../../../../src/features/restConsole/recent/recentRequests.ts';

/** What VS Code keeps, as JSON. */
function memory(): Memento {
  const kept = new Map<string, string>();
  return {
    keys: () => [...kept.keys()],
    get: <T>(key: string, otherwise?: T) => (kept.has(key) ? (JSON.parse(kept.get(key) ?? '') as T) : (otherwise as T)),
    update: (key: string, value: unknown) => {
      if (value === undefined) kept.delete(key);
      else kept.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
  };
}

it('the last requests are kept, each once, the newest first', async () => {
  const recent = new RecentRequests(memory());
  assert.deepEqual(recent.all, []);
  for (let at = 0; at < 30; at += 1) await recent.add({ title: `request ${at}`, text: `GET /${at}`, at });
  assert.equal(recent.all.length, 20);
  await recent.add({ title: 'again', text: 'GET /25', at: 99 });
  assert.deepEqual(
    recent.all.slice(0, 3).map(({ text }) => text),
    ['GET /25', 'GET /29', 'GET /28'],
  );
  assert.equal(recent.all.filter(({ text }) => text === 'GET /25').length, 1);
  assert.equal(recent.all.length, 20);
});

it('the last requests to one workspace stay, whatever is sent to others', async () => {
  const recent = new RecentRequests(memory());
  await recent.add({ title: 'quiet', workspace: 'quiet', text: 'GET /quiet', at: 0 });
  for (let at = 1; at < 60; at += 1) await recent.add({ title: 'busy', workspace: 'busy', text: `GET /${at}`, at });
  assert.equal(recent.all.filter(({ workspace }) => workspace === 'busy').length, 20);
  assert.equal(recent.all.at(-1)?.workspace, 'quiet');
  for (let at = 0; at < 200; at += 1) await recent.add({ title: '', workspace: `w${at}`, text: `GET /w${at}`, at });
  assert.equal(recent.all.length, 100);
});
