import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { longest, shareFor, widthFor } from '../../../../src/platform/pages/browser/columnWidth.ts';

describe('a column', () => {
  it('has room for its longest text, its header with the sign of its order, and no more than it may', () => {
    assert.equal(shareFor('Role', longest(['Synapse User', 'Synapse Linked Data Manager']), 30), 27);
    assert.equal(shareFor('Principal', longest(['Ann']), 30), 12);
    assert.equal(shareFor('Role', longest(['x'.repeat(1000)]), 30), 30);
    assert.equal(shareFor('A', longest([]), 30), 6);
    assert.equal(widthFor('Role', 27, 30), 'minmax(0, calc(27 * 0.6em + 12px))');
  });
});
