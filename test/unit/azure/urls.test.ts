import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AzureError } from '../../../src/azure/azureError.ts';
import { filledPath, operationUrl } from '../../../src/azure/urls.ts';

const base = 'http://127.0.0.1:1/resourceManager';
const at = { id: 'Test', path: '/a/{one}/b/{two}', apiVersion: '2021-06-01' };

test('names stay within their segment and come back as they were', () => {
  const name = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.isWellFormed());
  fc.assert(
    fc.property(name, name, (one, two) => {
      fc.pre(![one, two].some((text) => text === '.' || text === '..'));
      const { pathname, search, origin } = operationUrl(base, at, { one, two });
      assert.equal(origin, 'http://127.0.0.1:1');
      assert.equal(search, '?api-version=2021-06-01');
      const [, service, a, first, b, second, ...more] = pathname.split('/');
      assert.deepEqual([service, a, b, more], ['resourceManager', 'a', 'b', []]);
      assert.deepEqual(
        [first, second].map((text) => decodeURIComponent(text ?? '')),
        [one, two],
      );
    }),
  );
});

for (const name of ['.', '..', '\ud800']) {
  test(`${JSON.stringify(name)} is refused, since it cannot stand in a path`, () => {
    assert.throws(
      () => operationUrl(base, at, { one: 'x', two: name }),
      (error) => error instanceof AzureError && error.reason === 'invalidName' && error.message.includes('two'),
    );
  });
}

test('names that only look like a way up are names', () => {
  for (const two of ['%2e%2e', '...', '..%2f', '../..', '..\\..', '.%00']) {
    const { pathname } = operationUrl(base, at, { one: 'x', two });
    assert.ok(pathname.startsWith('/resourceManager/a/x/b/') && pathname.split('/').length === 6, pathname);
  }
});

test('a missing parameter is an error of the program that names it', () => {
  for (const two of [undefined, '', 7, null]) {
    assert.throws(() => filledPath('Test', at.path, { one: 'x', two }), { name: 'TypeError', message: /Test: .*two/ });
  }
  assert.throws(() => filledPath('Test', '/{constructor}', {}), TypeError);
});

test('the query: version first, nothing for what is not given, lists with commas', () => {
  const query = { $top: 5, force: false, name: 'ü &=?#', none: undefined, nil: null, list: ['a', 'b'] };
  const { search, searchParams } = operationUrl(base, at, { one: 'x', two: 'y', query });
  assert.deepEqual(
    [...searchParams],
    [
      ['api-version', '2021-06-01'],
      ['$top', '5'],
      ['force', 'false'],
      ['name', 'ü &=?#'],
      ['list', 'a,b'],
    ],
  );
  assert.ok(!search.includes('+'));
});

test('without a version and a query there is no question mark', () => {
  assert.equal(operationUrl(base, { id: 'Test', path: '/livy/batches' }, {}).href, `${base}/livy/batches`);
});

const scoped = { id: 'Test', path: '/{scope}/things/{name}', apiVersion: '1', wholePaths: ['scope'] };

test('a whole path keeps its slashes, and each of its segments comes back as it was', () => {
  const segment = fc
    .string({ unit: 'binary', minLength: 1 })
    .filter((text) => text.isWellFormed() && !text.includes('/') && text !== '.' && text !== '..');
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 6 }), fc.boolean(), (segments, isAbsolute) => {
      const scope = (isAbsolute ? '/' : '') + segments.join('/');
      const { pathname, origin, search } = operationUrl(base, scoped, { scope, name: 'a/b' });
      assert.deepEqual([origin, search], ['http://127.0.0.1:1', '?api-version=1']);
      const parts = pathname.split('/').map(decodeURIComponent);
      assert.deepEqual(parts, ['', 'resourceManager', ...segments, 'things', 'a/b']);
    }),
  );
});

for (const scope of ['a/../b', '..', 'a/.', '/', 'a//b', 'a/', '//evil.test/a', 'a/\ud800']) {
  test(`${JSON.stringify(scope)} is no whole path`, () => {
    assert.throws(
      () => operationUrl(base, scoped, { scope, name: 'x' }),
      (error) => error instanceof AzureError && error.reason === 'invalidName',
    );
  });
}

test('a query in the path of an operation stays in front of the version and of what a call asks for', () => {
  const append = { id: 'Test', path: '/libraries/{name}?comp=appendblock', apiVersion: '1' };
  const { pathname, search } = operationUrl(base, append, { name: 'a?b', query: { $top: 1 } });
  assert.equal(pathname, '/resourceManager/libraries/a%3Fb');
  assert.equal(search, '?comp=appendblock&api-version=1&%24top=1');
});
