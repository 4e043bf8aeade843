import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FilePlaces, keyOf, scriptPlaceOf } from '../../../../src/features/sqlScripts/folderPublish/fileNames.ts';

const letters = fc.oneof(
  fc.constantFrom(
    ...Array.from('aA.: %/\\*?"<>|#&~+Ü日\u0301\u00e9\u0000\u001f'),
    '.sql',
    '%2E',
    'con',
    'NUL',
    'node_modules',
    '..',
    ' ',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }),
);
const name = fc.array(letters, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const folder = fc.array(name, { maxLength: 3 }).map((parts) => parts.join('/'));
const scripts = fc.uniqueArray(fc.record({ name, folder }), {
  selector: (script) => script.name.toLowerCase(),
  maxLength: 20,
});

describe('files of scripts', () => {
  it('keep ordinary names as they are', () => {
    const places = new FilePlaces();
    assert.deepEqual(places.placeOf({ folder: 'Reports/Daily', name: 'SQL script 1' }), {
      path: 'Reports/Daily/SQL script 1.sql',
      tells: true,
    });
    assert.equal(places.placeOf({ folder: '', name: '50% off, Ümlaut #1' }).path, '50% off, Ümlaut #1.sql');
  });

  it('escape what no file can be called', () => {
    const pathOf = (name: string, folder = ''): string => new FilePlaces().placeOf({ folder, name }).path;
    assert.equal(pathOf('a:b/c?'), 'a%3Ab%2Fc%3F.sql');
    assert.equal(pathOf('con'), '%63on.sql');
    assert.equal(pathOf('LPT1.old'), '%4CPT1.old.sql');
    assert.equal(pathOf('..'), '%2E..sql');
    assert.equal(pathOf('x', 'node_modules/.git/end.'), '%6Eode_modules/%2Egit/end%2E/x.sql');
    assert.equal(pathOf('100%25'), '100%2525.sql');
  });

  it('take names of people’s own files as they are', () => {
    assert.deepEqual(scriptPlaceOf('a/growth%20rate.SQL'), { folder: 'a', name: 'growth%20rate' });
    assert.deepEqual(scriptPlaceOf('50%.sql'), { folder: '', name: '50%' });
  });

  it('differ, however the disk compares names', () => {
    const places = new FilePlaces();
    const paths = ['\u00e9', 'e\u0301'].map((name) => places.placeOf({ folder: '', name }));
    assert.notEqual(keyOf(paths[0]?.path ?? ''), keyOf(paths[1]?.path ?? ''));
    assert.deepEqual([paths[0]?.tells, paths[1]?.tells], [true, false]);
    // On most disks these two folders are one; the file in the second says so.
    const upper = places.placeOf({ folder: 'A', name: 'x' });
    const lower = places.placeOf({ folder: 'a', name: 'y' });
    assert.deepEqual(
      [upper, lower],
      [
        { path: 'A/x.sql', tells: true },
        { path: 'A/y.sql', tells: false },
      ],
    );
  });

  it('are unique, safe on Windows, and say what the script is called or that they do not', () => {
    fc.assert(
      fc.property(scripts, (all) => {
        const places = new FilePlaces();
        const paths = all.map((script) => {
          const { path, tells } = places.placeOf(script);
          const told = scriptPlaceOf(path);
          assert.equal(tells, told.name === script.name && told.folder === script.folder);
          return path;
        });
        assert.equal(new Set(paths.map(keyOf)).size, paths.length);
        for (const path of paths) for (const part of path.split('/')) assertSafe(part);
      }),
      { numRuns: 500 },
    );
  });

  it('are never too long, and then still told apart', () => {
    const places = new FilePlaces();
    const long = 'Ü'.repeat(260);
    const [one, other] = [`${long}1`, `${long}2`].map((name) => places.placeOf({ folder: long, name }));
    assert.ok(one && other && one.path !== other.path);
    for (const part of one.path.split('/')) assertSafe(part);
    assert.equal(one.tells, false);
  });
});

/** The rules of Windows, which are the strictest. */
function assertSafe(part: string): void {
  assert.ok(part.isWellFormed() && Buffer.byteLength(part) <= 255, part);
  assert.doesNotMatch(part, /[<>:"/\\|?*\p{Cc}]|[. ]$|^\.|^$/u, part);
  assert.doesNotMatch(part, /^(?:con|prn|aux|nul|com\d|lpt\d)(?:[. ]|$)/iu, part);
}
