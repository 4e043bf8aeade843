import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gridKey, type GridPlace } from '../../../../src/platform/pages/browser/gridKey.ts';
import type { GridModel } from '../../../../src/platform/pages/browser/gridModel.ts';

const model: GridModel<string> = {
  label: '',
  help: '',
  columns: [
    { id: 'a', label: 'A', text: String },
    { id: 'b', label: 'B', text: String },
  ],
  rows: ['# one', 'x', 'y', '# two', 'z'],
  keyOf: String,
  isChosen: () => false,
  canChoose: () => true,
  chosenLabel: '',
  chooseAllLabel: '',
};
const sorted = { ...model, sort: { column: 'a', descending: false } };
const grouped = {
  ...model,
  groupOf: (row: string) => (row.startsWith('#') ? { label: row, open: row === '# one' } : undefined),
};

function press(key: string, grid: GridModel<string>, place: Partial<GridPlace> = {}) {
  const at = { active: 1, headColumn: undefined, page: 3, ...place };
  return gridKey({ key, ctrlKey: false, metaKey: false }, grid as GridModel<unknown>, at);
}

describe('keys in a grid', () => {
  it('move, and stay inside', () => {
    assert.equal(press('ArrowDown', model)?.active, 2);
    assert.equal(press('ArrowUp', model, { active: 0 })?.active, 0);
    assert.equal(press('PageDown', model, { active: 3 })?.active, 4);
    assert.equal(press('End', model)?.active, 4);
    assert.equal(press('Home', model)?.active, 0);
  });

  it('lead to the headers only where these sort, and back', () => {
    assert.deepEqual(press('ArrowUp', sorted, { active: 0 }), { headColumn: 0 });
    assert.deepEqual(press('ArrowRight', sorted, { headColumn: 0 }), { headColumn: 1 });
    assert.deepEqual(press('ArrowRight', sorted, { headColumn: 2 }), { headColumn: 2 });
    assert.deepEqual(press('Enter', sorted, { headColumn: 2 }), { headColumn: 2, act: 'sort' });
    assert.deepEqual(press(' ', sorted, { headColumn: 0 }), { headColumn: 0, act: 'chooseAll' });
    assert.deepEqual(press('ArrowDown', sorted, { headColumn: 1 }), { headColumn: undefined, active: 1 });
  });

  it('open and close groups, and lead from a row to its group', () => {
    assert.equal(press('ArrowLeft', grouped, { active: 2 })?.active, 0);
    assert.equal(press('ArrowLeft', grouped, { active: 0 })?.act, 'open');
    assert.equal(press('ArrowRight', grouped, { active: 0 }), undefined);
    assert.equal(press('ArrowRight', grouped, { active: 3 })?.act, 'open');
    assert.equal(press('ArrowLeft', grouped, { active: 3 }), undefined);
    assert.equal(press('ArrowLeft', model, { active: 2 }), undefined);
  });

  it('choose, open, and leave all others alone', () => {
    assert.equal(press(' ', model)?.act, 'choose');
    assert.equal(press('Enter', model)?.act, 'open');
    assert.equal(press('Tab', model), undefined);
    assert.equal(press('a', model), undefined);
    const all = gridKey({ key: 'a', ctrlKey: true, metaKey: false }, model as GridModel<unknown>, {
      active: 0,
      headColumn: undefined,
      page: 1,
    });
    assert.equal(all?.act, 'chooseAll');
    assert.equal(press(' ', { ...model, rows: [] }), undefined);
  });
});
