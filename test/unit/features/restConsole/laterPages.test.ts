import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { describe, it } from 'node:test';
import type { UntypedAnswer } from '../../../../src/azure/untypedCall.ts';
import { LaterPages } from '../../../../src/features/restConsole/send/laterPages.ts';

/** Pages that come when the test says so. */
class Pages implements AsyncIterator<UntypedAnswer, void> {
  #waiting: PromiseWithResolvers<IteratorResult<UntypedAnswer, void>> | undefined;
  asked = 0;

  next(): Promise<IteratorResult<UntypedAnswer, void>> {
    this.asked += 1;
    this.#waiting = Promise.withResolvers();
    return this.#waiting.promise;
  }

  comes(body: string): void {
    this.#waiting?.resolve({ done: false, value: { body, more: true } });
  }

  fails(): void {
    this.#waiting?.reject(new Error('The connection was lost.'));
  }
}

const patient = new AbortController().signal;

/** Asks for a page, and turns away before it has come. */
async function turnAway(later: LaterPages): Promise<void> {
  const cancel = new AbortController();
  const asked = later.next(cancel.signal);
  cancel.abort(new Error('Cancel'));
  await assert.rejects(asked, /Cancel/u);
}

describe('A page that nobody wanted to wait for', () => {
  it('is what the next question gets, though it came before', async () => {
    const pages = new Pages();
    const later = new LaterPages(pages);
    await turnAway(later);
    pages.comes('two');
    await setImmediate();
    assert.deepEqual(await later.next(patient), { body: 'two', more: true });
    assert.equal(pages.asked, 1);
  });

  it('is what the next question gets, while it is still on its way', async () => {
    const pages = new Pages();
    const later = new LaterPages(pages);
    await turnAway(later);
    const asked = later.next(patient);
    pages.comes('two');
    assert.deepEqual(await asked, { body: 'two', more: true });
    const third = later.next(patient);
    pages.comes('three');
    assert.deepEqual(await third, { body: 'three', more: true });
  });

  it('tells the next question why it did not come, and is never taken for the end of the list', async () => {
    const pages = new Pages();
    const later = new LaterPages(pages);
    await turnAway(later);
    pages.fails();
    await setImmediate();
    await assert.rejects(later.next(patient), /The connection was lost/u);
    assert.equal(pages.asked, 1);
  });
});
