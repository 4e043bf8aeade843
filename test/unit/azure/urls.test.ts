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
