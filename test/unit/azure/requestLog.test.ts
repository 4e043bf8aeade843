import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loggedPath } from '../../../src/azure/requestLog.ts';

test('of a query only what cannot be secret is logged', () => {
  const url = new URL(
    'https://management.azure.com/a%20b/operationResults/1?api-version=1&t=638&s=SIGNED&$skipToken=X&$TOP=5',
  );
  assert.equal(loggedPath(url), '/a%20b/operationResults/1?api-version=1&t=…&s=…&$skipToken=…&$TOP=5');
  assert.equal(loggedPath(new URL('https://graph.microsoft.com/me')), '/me');
});
