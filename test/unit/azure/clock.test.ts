import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '../../../src/azure/clock.ts';

test('the time of the system passes by itself', async () => {
  const before = systemClock.now();
  await systemClock.sleep(1);
  assert.ok(systemClock.now() >= before);
});

test('an aborted sleep ends at once with the reason', { timeout: 10_000 }, async () => {
  const reason = new Error('woken');
  const controller = new AbortController();
  const sleep = systemClock.sleep(3_600_000, controller.signal);
  controller.abort(reason);
  await assert.rejects(sleep, (error) => error === reason);
  await assert.rejects(systemClock.sleep(3_600_000, controller.signal), (error) => error === reason);
});
