import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { untranslatedIn } from '../../ui/support/untranslated.ts';
import { pseudo } from '../../vscode/pseudoTexts.ts';

describe('The pseudo language', () => {
  it('lets a word stand out that nobody translated', () => {
    assert.deepEqual(untranslatedIn([`${pseudo('Select a workspace')} now`], []), [
      `now: ${pseudo('Select a workspace')} now`,
    ]);
  });

  it('has no plain word of its own, with placeholders filled in by names of the service', () => {
    const text = pseudo('Pause dedicated SQL pool “{0}” of workspace “{1}”?');
    const filled = text.replace('{0}', 'SalesDW').replace('{1}', 'contoso-sales');
    assert.deepEqual(untranslatedIn([filled], ['SalesDW', 'contoso-sales']), []);
    assert.equal(untranslatedIn([filled], ['SalesDW']).length, 2);
  });

  it('looks for longer names first, and leaves sizes and ids alone', () => {
    assert.deepEqual(untranslatedIn(['contoso-sales DW1000c'], ['contoso', 'contoso-sales']), []);
  });
});
