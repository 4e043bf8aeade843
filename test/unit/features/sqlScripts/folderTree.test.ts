import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FolderLevel, folderPaths, folderTree } from '../../../../src/features/sqlScripts/explorer/folderTree.ts';
import { newScript, type SqlScript } from '../../../../src/features/sqlScripts/scripts/sqlScript.ts';

const inFolder = (folder: string, name: string): SqlScript => newScript(name, { folder });

function scriptsIn(level: FolderLevel): string[] {
  return [...level.scripts.map(({ name, folder }) => `${folder} | ${name}`), ...level.folders.flatMap(scriptsIn)];
}

describe('Folders of scripts', () => {
  it('are made of their paths, folders and scripts each by name', () => {
    const scripts = [inFolder('b/c', '10'), inFolder('b/c', '9'), inFolder('', 'top'), inFolder('a', 'x')];
    const top = folderTree(scripts);
    assert.deepEqual(
      top.folders.map(({ name }) => name),
      ['a', 'b'],
    );
    assert.deepEqual(
      top.folders[1]?.folders[0]?.scripts.map(({ name }) => name),
      ['9', '10'],
    );
    assert.deepEqual(folderPaths(scripts), ['a', 'b', 'b/c']);
  });

  it('hold every script once, whatever the paths are like', () => {
    const part = fc.oneof(fc.constantFrom('', '.', '..', 'A', 'a', '__proto__'), fc.string());
    const path = fc.array(part, { maxLength: 5 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.array(path), (paths) => {
        const scripts = paths.map((folder, at) => inFolder(folder, String(at)));
        const expected = scripts.map(({ folder, name }) => `${folder} | ${name}`).sort();
        assert.deepEqual(scriptsIn(folderTree(scripts)).sort(), expected);
      }),
    );
  });
});
