import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tidyFolder } from '../../../../src/features/sqlScripts/publishing/words.ts';
import { changesOf, factsOf } from '../../../../src/features/sqlScripts/publishPage/publishChanges.ts';
import { effective, forbids, nameRemark } from '../../../../src/features/sqlScripts/publishPage/publishForm.ts';
import { documentOf, newScript } from '../../../../src/features/sqlScripts/scripts/sqlScript.ts';

describe('the publish page’s form', () => {
  it('judges names: warns of what is unusual, forbids what cannot be', () => {
    const remarks = ['SQL script 1', '', '  ', '.', '..', 'a/b', 'a#b', 'Ümlaut', 'a\u0000', 'x'.repeat(261)].map(
      (name) => nameRemark(name),
    );
    assert.deepEqual(remarks, [
      undefined,
      'empty',
      'empty',
      'dots',
      'dots',
      'unusual',
      'unusual',
      'unusual',
      'control',
      'long',
    ]);
    assert.deepEqual(remarks.map(forbids), [false, true, true, true, true, false, false, false, true, false]);
  });

  it('shows what was touched, else what is published, else what Studio makes', () => {
    const published = factsOf(
      newScript('a', {
        folder: 'f',
        description: 'd',
        resultLimit: -1,
        connection: { poolName: 'P', databaseName: 'P' },
      }),
    );
    assert.deepEqual(effective({ name: 'a', folder: 'g' }, published), {
      folder: 'g',
      pool: 'P',
      database: 'P',
      description: 'd',
      resultLimit: -1,
    });
    assert.deepEqual(effective({ name: 'a', workspace: 'w' }, undefined), {
      folder: '',
      pool: 'Built-in',
      database: 'master',
      description: '',
      resultLimit: 5000,
    });
  });

  it('changes only what was touched', () => {
    const before = newScript('a', { query: 'old', folder: 'f', connection: { type: 'SqlPool', poolName: 'P' } });
    const same = documentOf(before, changesOf({ name: 'a' }, 'old'));
    assert.equal(same, before.document);
    const { connection, folder, query } = changesOf({ name: 'a', pool: 'Built-in', folder: ' x // y/ ' }, 'new');
    assert.deepEqual(
      { connection, folder, query },
      {
        connection: { type: 'SqlOnDemand', poolName: 'Built-in' },
        folder: 'x/y',
        query: 'new',
      },
    );
  });

  it('tidies folders as they are typed', () => {
    assert.deepEqual(['', '/', 'a', '/a/b/', 'a//b', ' a / b '].map(tidyFolder), ['', '', 'a', 'a/b', 'a/b', 'a/b']);
  });
});
