import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from '../../../../src/azure/restService.ts';
import { AssignmentReading } from '../../../../src/features/accessControl/explorer/assignmentReading.ts';
import type { Assignment } from '../../../../src/features/accessControl/model/access.ts';

function assignment(id: number): Assignment {
  return { id: String(id), roleId: 'role', principalId: 'p', scope: 'workspaces/w' };
}

/** Pages that come when the test says so. */
class Pages {
  readonly #waiting: PromiseWithResolvers<Page<Assignment> | undefined>[] = [Promise.withResolvers()];

  come(...ids: readonly number[]): void {
    this.#waiting.push(Promise.withResolvers());
    this.#waiting.at(-2)?.resolve({ items: ids.map(assignment), more: true });
  }

  end(): void {
    this.#waiting.at(-1)?.resolve(undefined);
  }

  fail(error: Error): void {
    this.#waiting.at(-1)?.reject(error);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Page<Assignment>> {
    for (let at = 0; ; at += 1) {
      const page = await this.#waiting[at]?.promise;
      if (!page) return;
      yield page;
    }
  }
}

async function idsOf(reading: AsyncIterable<Assignment>): Promise<string> {
  const ids: string[] = [];
  for await (const { id } of reading) ids.push(id);
  return ids.join();
}

describe('one reading of all assignments', () => {
  it('gives everybody all of them, in their order, whenever they come', async () => {
    const pages = new Pages();
    const reading = new AssignmentReading(pages);
    const early = idsOf(reading);
    pages.come(1, 2);
    await reading.begun();
    const before: unknown = reading.whole;
    assert.equal(before, undefined);
    pages.come();
    pages.come(3);
    pages.end();
    assert.equal(await early, '1,2,3');
    assert.equal(await idsOf(reading), '1,2,3');
    assert.equal((await reading.all()).length, 3);
    assert.equal(reading.whole?.length, 3);
  });

  it('has begun where there are none', async () => {
    const pages = new Pages();
    const reading = new AssignmentReading(pages);
    pages.end();
    await reading.begun();
    assert.deepEqual(reading.whole, []);
  });

  it('tells everybody why it has failed, also those who come later, and is never whole', async () => {
    const pages = new Pages();
    const reading = new AssignmentReading(pages);
    pages.come(1);
    const early = idsOf(reading);
    pages.fail(new Error('refused'));
    await assert.rejects(early, /refused/);
    await assert.rejects(reading.all(), /refused/);
    await assert.rejects(idsOf(reading), /refused/);
    assert.equal(reading.failed, true);
    assert.equal(reading.whole, undefined);
  });
});
