import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Libraries } from '../../../src/api/synapse/libraries.generated.ts';
import { longRunningEnds } from '../../../src/api/longRunningEnds.ts';
import { SqlPools } from '../../../src/api/synapse/sqlPools.generated.ts';
import { operationUrl } from '../../../src/azure/urls.ts';
import { everyOperation } from './support/everyOperation.ts';

const declared = await everyOperation();
const operations = declared.map(({ operation }) => operation);

function parameterNames(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

describe('declared operations', () => {
  it('are there', () => {
    assert.ok(operations.length > 200);
    const names = declared.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
  });

  it('have an address of their own on their plane, and no letter of a template is left in a URL', () => {
    const addresses = operations.map(({ plane, method, path }) => `${plane} ${method} ${path}`);
    assert.equal(new Set(addresses).size, addresses.length);
    for (const operation of operations) {
      const names = parameterNames(operation.path);
      const { href } = operationUrl(
        'http://127.0.0.1',
        operation,
        Object.fromEntries(names.map((name) => [name, 'x'])),
      );
      assert.doesNotMatch(decodeURIComponent(href), /[{}]/, operation.id);
      for (const name of operation.wholePaths ?? []) assert.ok(names.includes(name), operation.id);
    }
  });

  it('are found by their file: what lies in synapse has a version of Synapse, what lies in arm is on Resource Manager', () => {
    for (const { file, operation } of declared) {
      if (file.startsWith('microsoftGraph/')) {
        assert.equal(operation.plane, 'graph', operation.id);
        // Its version stands in the path.
        assert.match(operation.path, /^\/v1\.0\//, operation.id);
        continue;
      }
      if (!file.startsWith('synapse/')) assert.equal(operation.plane, 'resourceManager', operation.id);
      else if (operation.plane === 'resourceManager')
        assert.match(operation.path, /\/Microsoft\.Synapse\//i, operation.id);
      if (operation.apiVersion === undefined) {
        assert.ok(operation.path.includes('/livyApi/versions/') || operation.id === 'Resources_GetById', operation.id);
      }
    }
  });

  it('come in pages in the three ways of the services, most of them by nextLink', () => {
    const others = operations.filter(({ pages }) => pages !== undefined && pages.by !== 'nextLink');
    assert.deepEqual(Object.fromEntries(others.map(({ id, pages }) => [id, pages?.by])), {
      Resources: 'skipToken',
      RoleAssignments_ListRoleAssignments: 'continuationHeader',
    });
  });

  it('end as the table of long-running operations says, and read a path whose parameters the call has', () => {
    for (const { file, operation } of declared) {
      const { id, path, longRunning } = operation;
      const isGenerated = file.endsWith('.generated.ts');
      if (isGenerated && longRunning !== undefined) assert.equal(longRunning.then, longRunningEnds[id]?.then, id);
      if (longRunning?.then !== 'get') continue;
      for (const parameter of parameterNames(longRunning.path)) assert.ok(path.includes(`{${parameter}}`), id);
    }
  });

  it('end with nothing where something is deleted', () => {
    for (const { method, longRunning, id } of operations) {
      if (method === 'DELETE' && longRunning !== undefined) assert.equal(longRunning.then, 'nothing', id);
    }
  });

  it('read the SQL pool again after a pause, because the operation answers a database of Azure SQL', () => {
    assert.deepEqual(SqlPools.pause.longRunning, { then: 'get', path: SqlPools.get.path });
    assert.deepEqual(SqlPools.resume.longRunning, { then: 'get', path: SqlPools.get.path });
  });

  it('repeat only what may be repeated: reading POSTs are marked, and the one PUT that appends', () => {
    const marked = operations.filter(({ readOnly }) => readOnly === true);
    assert.ok(marked.length > 5 && marked.every(({ method }) => method === 'POST'));
    for (const { id } of marked) assert.match(id, /Get|List|Query|Check|_get/, id);
    assert.deepEqual(
      operations.filter(({ once }) => once === true).map(({ id }) => id),
      [Libraries.append.id],
    );
  });
});
