import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { compareFiles, writeFiles } from '../../../../scripts/generateApi/files.ts';
import { temporaryFolder } from './fixture.ts';

const files = new Map([
  ['arm/a.generated.ts', 'a\n'],
  ['synapse/b.generated.ts', 'b\n'],
]);

describe('generated files', () => {
  it('are up to date once written, and written again only where they differ', () => {
    using folder = temporaryFolder();
    assert.equal(writeFiles(folder.path, files), 2);
    assert.deepEqual(compareFiles(folder.path, files), []);
    assert.equal(writeFiles(folder.path, files), 0);
    assert.equal(readFileSync(path.join(folder.path, 'synapse', 'b.generated.ts'), 'utf8'), 'b\n');
  });

  it('are stale when altered, missing or left over', () => {
    using folder = temporaryFolder();
    writeFiles(folder.path, files);
    writeFileSync(path.join(folder.path, 'arm', 'a.generated.ts'), 'altered\n');
    mkdirSync(path.join(folder.path, 'graph'));
    writeFileSync(path.join(folder.path, 'graph', 'old.generated.ts'), '');
    const more = new Map([...files, ['arm/c.generated.ts', '']]);
    assert.deepEqual(compareFiles(folder.path, more), [
      { file: 'arm/a.generated.ts', why: 'differs' },
      { file: 'arm/c.generated.ts', why: 'missing' },
      { file: 'graph/old.generated.ts', why: 'no longer generated' },
    ]);
  });

  it('are not stale for a checkout that changed the line ends', () => {
    using folder = temporaryFolder();
    writeFiles(folder.path, files);
    writeFileSync(path.join(folder.path, 'arm', 'a.generated.ts'), 'a\r\n');
    assert.deepEqual(compareFiles(folder.path, files), []);
  });

  it('go when they are no longer generated; what is written by hand stays', () => {
    using folder = temporaryFolder();
    writeFiles(folder.path, files);
    const byHand = path.join(folder.path, 'arm', 'quirks.ts');
    writeFileSync(byHand, 'by hand');
    writeFiles(folder.path, new Map([['synapse/b.generated.ts', 'b\n']]));
    assert.equal(existsSync(path.join(folder.path, 'arm', 'a.generated.ts')), false);
    assert.equal(readFileSync(byHand, 'utf8'), 'by hand');
  });
});
