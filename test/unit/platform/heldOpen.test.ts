import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HeldOpen } from '../../../src/platform/tree/heldOpen.ts';
import type { TreeEntry } from '../../../src/platform/tree/treeEntry.ts';
import { modelOf, pagesOf, thing } from './support/treeModel.ts';

/** Two rows, one of them with a row below; `quiet` is the time after which VS Code asks for nothing more. */
async function held() {
  const leaf = thing('leaf', { children: () => pagesOf([]) });
  const { model } = modelOf({
    children: () => pagesOf([thing('branch', { children: () => pagesOf([leaf]) }), thing('other')]),
  });
  const [branch, other] = await model.childrenOf(model.root);
  assert.ok(branch && other);
  const [row] = await model.childrenOf(branch);
  assert.ok(row);
  const reopened: string[] = [];
  const timers = new Set<() => void>();
  const heldOpen = new HeldOpen(
    (entry: TreeEntry) => {
      reopened.push(entry.node.label);
    },
    (callback) => {
      timers.add(callback);
      return () => timers.delete(callback);
    },
  );
  const quiet = (): void => {
    for (const callback of [...timers]) {
      timers.delete(callback);
      callback();
    }
  };
  return { heldOpen, branch, other, row, reopened, quiet, timers };
}

describe('A row that is opened while VS Code reads a row above it anew', () => {
  it('is opened once more when VS Code asks what is below it', async () => {
    const { heldOpen, row, reopened, quiet } = await held();
    heldOpen.changed(undefined);
    heldOpen.opened(row);
    assert.deepEqual(reopened, []);
    assert.equal(await heldOpen.asked(row, Promise.resolve('answer')), 'answer');
    assert.deepEqual(reopened, ['leaf']);
    await heldOpen.asked(row, Promise.resolve());
    quiet();
    assert.deepEqual(reopened, ['leaf']);
  });

  it('is opened once more when VS Code asks nothing any longer, and not before all is answered', async () => {
    const { heldOpen, branch, row, reopened, quiet, timers } = await held();
    heldOpen.changed(branch);
    assert.equal(timers.size, 1);
    const { promise, resolve } = Promise.withResolvers<void>();
    const asking = heldOpen.asked(branch, promise);
    assert.equal(timers.size, 0, 'as long as it takes');
    heldOpen.opened(row);
    heldOpen.changed(branch);
    assert.equal(timers.size, 0);
    resolve();
    await asking;
    quiet();
    assert.deepEqual(reopened, ['leaf']);
    assert.equal(timers.size, 0);
  });

  it('is left alone where it was closed again', async () => {
    const { heldOpen, row, reopened, quiet } = await held();
    heldOpen.changed(undefined);
    heldOpen.opened(row);
    heldOpen.closed(row);
    await heldOpen.asked(row, Promise.resolve());
    quiet();
    assert.deepEqual(reopened, []);
  });

  it('is left alone where only other rows have changed, or where it is quiet again', async () => {
    const { heldOpen, row, other, reopened, quiet } = await held();
    heldOpen.changed(row);
    heldOpen.changed(other);
    heldOpen.opened(row);
    await heldOpen.asked(row, Promise.resolve());
    heldOpen.changed(undefined);
    quiet();
    heldOpen.opened(row);
    await heldOpen.asked(row, Promise.resolve());
    assert.deepEqual(reopened, []);
  });

  it('goes on after an answer that failed, and ends with the tree', async () => {
    const { heldOpen, row, reopened, quiet, timers } = await held();
    heldOpen.changed(undefined);
    heldOpen.opened(row);
    await assert.rejects(heldOpen.asked(undefined, Promise.reject(new Error('no'))), /no/);
    assert.equal(timers.size, 1);
    heldOpen.dispose();
    quiet();
    assert.deepEqual(reopened, []);
  });
});
