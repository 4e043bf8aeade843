import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EndablePause } from '../../../src/features/networking/endablePause.ts';
import { pauses, untilLetIn } from '../../../src/features/networking/untilLetIn.ts';

/** A firewall that answers as the list says, and then no more; it notes what was done. */
function waiting(answers: readonly boolean[], all: readonly number[] = [60, 30]) {
  const done: string[] = [];
  const left = [...answers];
  return {
    done,
    pauses: all,
    onPause: (seconds: number) => done.push(`says ${seconds}`),
    pause: (seconds: number) => {
      done.push(`waits ${seconds}`);
      return Promise.resolve();
    },
    isLetIn: () => {
      const answer = left.shift();
      assert.ok(answer !== undefined, 'asked more often than the test expects');
      done.push(answer ? 'let in' : 'refused');
      return Promise.resolve(answer);
    },
  };
}

describe('Waiting until the firewall lets somebody in', () => {
  it('waits before it asks, and asks twice, for front ends do not learn of a rule at the same time', async () => {
    const firewall = waiting([true, true]);
    assert.equal(await untilLetIn(firewall), true);
    assert.deepEqual(firewall.done, ['says 60', 'waits 60', 'let in', 'let in']);
  });

  it('goes on when the second answer is a refusal', async () => {
    const firewall = waiting([true, false, true, true]);
    assert.equal(await untilLetIn(firewall), true);
    assert.deepEqual(firewall.done.slice(4), ['says 30', 'waits 30', 'let in', 'let in']);
  });

  it('gives up after the last pause', async () => {
    const firewall = waiting([false, false]);
    assert.equal(await untilLetIn(firewall), false);
  });

  it('asks nothing any more once the pause was broken off', async () => {
    const reason = new Error('stopped');
    const firewall = { ...waiting([]), pause: () => Promise.reject(reason) };
    await assert.rejects(untilLetIn(firewall), reason);
  });

  it('begins after about a minute and ends after a few', () => {
    assert.equal(pauses[0], 60);
    assert.ok(pauses.length <= 8);
    assert.ok(pauses.reduce((sum, seconds) => sum + seconds) >= 240);
  });
});

describe('A pause that can be ended', () => {
  it('ends by its time', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const pause = new EndablePause();
    const over = pause.wait(60, new AbortController().signal);
    t.mock.timers.tick(60_000);
    await over;
    assert.equal(pause.end(), false);
  });

  it('ends at once when somebody wants to go on, but the next one does not', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const pause = new EndablePause();
    const { signal } = new AbortController();
    const first = pause.wait(60, signal);
    assert.equal(pause.end(), true);
    await first;
    let isOver = false;
    const second = pause.wait(30, signal).then(() => (isOver = true));
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(isOver, false);
    t.mock.timers.tick(30_000);
    await second;
  });

  it('is broken off with the reason of the signal', async () => {
    const pause = new EndablePause();
    const abort = new AbortController();
    const reason = new Error('stopped');
    const over = pause.wait(60, abort.signal);
    abort.abort(reason);
    await assert.rejects(over, reason);
    await assert.rejects(pause.wait(60, abort.signal), reason);
    assert.equal(pause.end(), false);
  });
});
