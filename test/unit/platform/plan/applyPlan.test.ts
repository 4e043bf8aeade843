import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyPlan, type RowProgress } from '../../../../src/platform/plan/applyPlan.ts';

/** What a test decides about one row, step by step. */
interface Step {
  readonly accept: () => void;
  readonly done: () => void;
  readonly fail: (error: Error) => void;
}

/** Rows whose fate is in the test's hands, with what was told about them. */
function bench(options: { inFlight?: number; endsAll?: (error: unknown) => boolean } = {}) {
  const begun = new Map<string, Step>();
  const told: string[] = [];
  const stop = new AbortController();
  const apply = (...phases: string[][]) =>
    applyPlan(phases, {
      ...options,
      stop: stop.signal,
      onProgress: (row: string, { state }: RowProgress) => told.push(`${row} ${state}`),
      perform: (row, accepted) => {
        const { promise, resolve, reject } = Promise.withResolvers<void>();
        begun.set(row, { accept: accepted, done: resolve, fail: reject });
        return promise;
      },
    });
  const step = (row: string): Step => {
    const found = begun.get(row);
    assert.ok(found, `${row} has not begun`);
    return found;
  };
  return { apply, begun, told, stop, step };
}

/** Lets everything happen that is ready to. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('applying a plan', () => {
  it('keeps few requests in flight, and any number of rows that the service works on', async () => {
    const { apply, begun, step } = bench({ inFlight: 2 });
    const report = apply(['a', 'b', 'c', 'd']);
    await settle();
    assert.deepEqual([...begun.keys()], ['a', 'b']);
    step('a').accept();
    await settle();
    assert.deepEqual([...begun.keys()], ['a', 'b', 'c']);
    step('b').accept();
    step('c').accept();
    await settle();
    assert.deepEqual([...begun.keys()], ['a', 'b', 'c', 'd']);
    for (const row of ['d', 'c', 'b', 'a']) step(row).done();
    assert.deepEqual((await report).done, ['d', 'c', 'b', 'a']);
  });

  it('finishes what was sent when it is stopped, and reports the rest', async () => {
    const { apply, stop, step, told } = bench({ inFlight: 1 });
    const applied = apply(['a', 'b', 'c'], ['x']);
    await settle();
    step('a').accept();
    await settle();
    stop.abort();
    step('b').fail(new Error('no'));
    step('a').done();
    const report = await applied;
    assert.deepEqual(report.done, ['a']);
    assert.deepEqual(
      report.failed.map(({ row }) => row),
      ['b'],
    );
    assert.deepEqual(report.notSent, ['c', 'x']);
    assert.ok(told.includes('c notSent') && told.includes('x notSent'));
  });

  it('begins a phase when the one before has ended', async () => {
    const { apply, begun, step } = bench();
    const applied = apply(['add'], ['remove']);
    await settle();
    step('add').accept();
    await settle();
    assert.deepEqual([...begun.keys()], ['add']);
    step('add').fail(new Error('no'));
    await settle();
    step('remove').done();
    assert.deepEqual((await applied).done, ['remove']);
  });

  it('sends no more after an error that would meet every row', async () => {
    const { apply, step } = bench({ inFlight: 1, endsAll: (error) => String(error).includes('address') });
    const applied = apply(['a', 'b', 'c']);
    await settle();
    step('a').fail(new Error('one script only'));
    await settle();
    step('b').fail(new Error('address refused'));
    const report = await applied;
    assert.deepEqual(report.notSent, ['c']);
  });

  it('tells about every row where it ended, whatever happens', async () => {
    const fates = fc.array(fc.constantFrom('done', 'failed', 'thrown at once'), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fates, fc.integer({ min: 1, max: 5 }), fc.nat(30), async (fate, inFlight, stopAt) => {
        const stop = new AbortController();
        const last = new Map<number, string>();
        let onWire = 0;
        let begun = 0;
        const report = await applyPlan([[...fate.keys()]], {
          inFlight,
          stop: stop.signal,
          onProgress: (row, { state }) => last.set(row, state),
          perform: async (row, accepted) => {
            assert.ok((onWire += 1) <= inFlight);
            if ((begun += 1) > stopAt) stop.abort();
            await Promise.resolve();
            onWire -= 1;
            if (fate[row] === 'thrown at once') throw new Error('at once');
            accepted();
            await Promise.resolve();
            if (fate[row] === 'failed') throw new Error('later');
          },
        });
        const ended = [...report.done, ...report.failed.map(({ row }) => row), ...report.notSent];
        assert.deepEqual(
          ended.sort((a, b) => a - b),
          [...fate.keys()],
        );
        for (const row of report.done) assert.equal(last.get(row), 'done');
        for (const row of report.notSent) assert.equal(last.get(row), 'notSent');
        for (const { row } of report.failed) assert.equal(last.get(row), 'failed');
      }),
    );
  });
});
