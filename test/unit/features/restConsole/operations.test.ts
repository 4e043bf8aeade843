import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentFor } from '../../../../src/features/restConsole/ask/documentFor.ts';
import { fittingOperations, parameterNames } from '../../../../src/features/restConsole/ask/fittingOperations.ts';
import { choiceOf, itemsIn, listFor, valuesFor } from '../../../../src/features/restConsole/ask/listChoices.ts';
import { isFound } from '../../../../src/features/restConsole/ask/searchOperations.ts';
import { parseDocument } from '../../../../src/features/restConsole/document/parseDocument.ts';
import { printDocument } from '../../../../src/features/restConsole/document/printDocument.ts';
import { lookAt, requestAt } from '../../../../src/features/restConsole/editor/lookAt.ts';
import { valuesOf } from '../../../../src/features/restConsole/places/placeValues.ts';
import { permissionFor } from '../../../../src/features/restConsole/reference/permissions.ts';
import { templateSegments } from '../../../../src/features/restConsole/requests/matchOperation.ts';
import {
  type KnownOperation,
  knownOperations,
  operationNamed,
} from '../../../../src/features/restConsole/requests/operationCatalogue.ts';
import { prepareRequest } from '../../../../src/features/restConsole/requests/prepareRequest.ts';
import { everyOperation } from '../../api/support/everyOperation.ts';

const place = {
  id: '/subscriptions/s-1/resourceGroups/rg (1)/providers/Microsoft.Synapse/workspaces/contoso',
  tenantId: 't-1',
  subscriptionId: 's-1',
  resourceGroupName: 'rg (1)',
  workspaceName: 'contoso',
};
const { subscriptionId, resourceGroupName, workspaceName } = place;
const inWorkspace = { subscriptionId, resourceGroupName, workspaceName };

const wholePaths: Readonly<Record<string, string>> = {
  scope: 'subscriptions/s-1/resourceGroups/rg',
  resourceId: 'subscriptions/s-1/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/x',
  roleAssignmentId: 'subscriptions/s-1/providers/Microsoft.Authorization/roleAssignments/r-1',
  roleId: 'subscriptions/s-1/providers/Microsoft.Authorization/roleDefinitions/r-1',
};

/** Names that need escaping. */
function parametersFor({ operation }: KnownOperation): Record<string, string> {
  const names = parameterNames(templateSegments(operation.path));
  return {
    ...Object.fromEntries(names.map((name) => [name, wholePaths[name] ?? `a ${name}/% ä`])),
    ...(operation.path.includes('{workspaceName}') ? inWorkspace : {}),
    ...(names.includes('parentResourcePath') ? { parentResourcePath: 'workspaces/x', resourceType: 'sqlPools' } : {}),
  };
}

function named(name: string): KnownOperation {
  return operationNamed(name) ?? assert.fail(name);
}

describe('the catalogue', () => {
  it('has every operation that is declared, each under a name of its own', async () => {
    const declared = (await everyOperation()).map(({ name }) => name).sort();
    assert.deepEqual(knownOperations.map(({ name }) => name).sort(), declared);
    assert.ok(declared.length >= 250);
  });

  it('finds by id what only one operation is called, and nothing where it could be another', () => {
    assert.equal(operationNamed('sqlpools_pause')?.name, 'SqlPools.pause');
    assert.equal(operationNamed('Operations_List'), undefined, 'of Synapse and of Resource Graph');
    assert.equal(operationNamed('Operations.list')?.operation.id, 'Operations_List');
  });
});

describe('a document for an operation', () => {
  for (const known of knownOperations) {
    it(`leads back to ${known.name}`, () => {
      const parameters = parametersFor(known);
      const text = printDocument(documentFor(known, parameters, { workspace: 'contoso', inWorkspace }));
      const document = parseDocument(text);
      const [request] = document.requests;
      assert.ok(request, text);
      const { prepared, problems } = prepareRequest(request, valuesOf(document, place));
      assert.deepEqual(problems, [], text);
      assert.equal(prepared?.known.name, known.name, text);
      const expected = Object.fromEntries(
        parameterNames(templateSegments(known.operation.path)).map((name) => [name, parameters[name]]),
      );
      assert.deepEqual(prepared.path, expected);
      assert.equal(prepared.operation.apiVersion, known.operation.apiVersion);
    });
  }

  it('has variables in the place of what is not known, and they are named as problems', () => {
    const text = printDocument(
      documentFor(named('SqlPools.pause'), inWorkspace, { workspace: 'contoso', inWorkspace }),
    );
    assert.match(text, /^POST \{\{workspaceId\}\}\/sqlPools\/\{\{sqlPoolName\}\}\/pause\?api-version=2021-06-01$/mu);
    assert.deepEqual(
      lookAt(text).problems.map(({ code, about }) => [code, about]),
      [['unknownVariable', 'sqlPoolName']],
    );
    assert.equal(lookAt(text).operations[0]?.name, 'SqlPools.pause', 'there is help with the rest of it all the same');
  });
});

describe('a path', () => {
  const meant = (text: string): string => {
    const document = parseDocument(text);
    const [request] = document.requests;
    assert.ok(request);
    const { prepared, problems } = prepareRequest(request, valuesOf(document, place));
    return prepared?.known.name ?? problems.map(({ code, about }) => `${code} ${about}`).join();
  };

  it('means an operation however it is written, and never one that would do something else', () => {
    assert.equal(meant('GET /SQLSCRIPTS/x'), 'SqlScripts.get');
    assert.equal(meant('GET {{workspaceId}}'), 'Workspaces.get');
    assert.equal(meant('GET /subscriptions/s-1/resourcegroups/rg'), 'ResourceGroups.get');
    assert.equal(
      meant('GET /subscriptions/s/providers/Microsoft.Storage/storageAccounts/x?api-version=1'),
      'Resources.getById',
    );
    assert.equal(meant('DELETE {{workspaceId}}/sqlPools/x'), 'SqlPools.delete');
    assert.match(meant('DELETE {{workspaceId}}/sqlPool/x'), /^noOperation/u);
    assert.match(meant('DELETE /subscriptions/s-1/resourceGroups/rg'), /^otherMethod/u);
    assert.match(meant('PUT /subscriptions/s-1/resourceGroups/rg\n\n{}'), /^otherMethod/u);
    assert.match(meant('POST /sqlScripts/x\n\n{}'), /^otherMethod/u);
    assert.match(meant('GET /sqlScripts/'), /^SqlScripts\.listByWorkspace$/u);
    assert.match(meant('GET /sqlScripts//x'), /^noOperation/u);
  });

  it('and a named operation must agree', () => {
    assert.equal(
      meant(`# @operation AzureRoleAssignments.deleteById\nDELETE /${wholePaths['roleAssignmentId'] ?? ''}`),
      'AzureRoleAssignments.deleteById',
    );
    assert.match(meant('# @operation SqlPools_Pause\nDELETE {{workspaceId}}/sqlPools/x'), /^otherOperation/u);
    assert.match(
      meant('# @operation AzureRoleAssignments.deleteById\nDELETE /subscriptions/s-1/resourceGroups/rg'),
      /^otherOperation/u,
    );
    assert.match(meant('# @operation Nothing_Like\nGET /x'), /^unknownOperation/u);
  });

  it('cannot climb, and a value stays one segment', () => {
    assert.match(meant('GET /sqlScripts/..'), /^name/u);
    assert.match(meant('GET /sqlScripts/%2e%2e'), /^name/u);
    assert.match(meant('GET /sqlScripts/%zz'), /^escape/u);
    assert.equal(meant('@name = a/b\nGET /sqlScripts/{{name}}'), 'SqlScripts.get');
  });

  it('takes the api-version that is written, headers that the operation has, and a body where there is one', () => {
    const [request] = parseDocument(
      'PUT /sqlScripts/x?api-version=2019-06-01-preview\nif-match: "1"\nContent-Type: application/json\n\n{}',
    ).requests;
    assert.ok(request);
    const { prepared } = prepareRequest(request, new Map());
    assert.equal(prepared?.operation.apiVersion, '2019-06-01-preview');
    assert.deepEqual(prepared.headers, { 'If-Match': '"1"' });
    assert.match(meant('GET /sqlScripts\n\n{}'), /^superfluousBody/u);
    assert.match(meant('PUT /sqlScripts/x'), /^missingBody/u);
    assert.match(meant('PUT /sqlScripts/x\n\n{ "a": {{b}} }'), /^json/u);
    assert.match(meant('GET /sqlScripts\nx-ms-client-request-id: 1'), /^headerRefused/u);
    assert.match(meant('GET /subscriptions/s/x/y'), /^missingQuery api-version/u);
  });

  it('belongs to the request whose lines hold the cursor', () => {
    const document = parseDocument('@a = 1\n\n### 1\nGET /sqlScripts\n\n### 2\n# note\nPUT /sqlScripts/x\n\n{\n}\n');
    assert.deepEqual(
      [0, 3, 4, 5, 6, 7, 10].map((line) => requestAt(document, line)),
      [0, 0, 0, 1, 1, 1, 1],
    );
  });
});

describe('what fits a row', () => {
  const fits = (id: string): readonly string[] =>
    fittingOperations(knownOperations, { id, workspaceId: place.id }).map(({ known, missing }) =>
      [known.name, ...missing].join(' '),
    );

  it('begins with what is made for it and needs no more', () => {
    const pool = fits(`${place.id}/sqlPools/SalesDW`);
    assert.deepEqual(pool.slice(0, 5), [
      'SqlPools.get',
      'SqlPools.create',
      'SqlPools.update',
      'SqlPools.delete',
      'EndpointSqlPools.get',
    ]);
    assert.ok(pool.indexOf('SqlPools.pause') < pool.indexOf('SqlPoolRestorePoints.get restorePointName'));
    assert.ok(!pool.some((name) => name.startsWith('SqlScripts')));
    assert.deepEqual(fits(`${place.id}/sqlScripts/x`).slice(0, 4).sort(), [
      'SqlScripts.createOrUpdate',
      'SqlScripts.delete',
      'SqlScripts.get',
      'SqlScripts.rename',
    ]);
    assert.ok(fits(place.id).includes('RoleAssignments.list'));
    assert.ok(fits(`${place.id}/sqlScripts`).includes('SqlScripts.listByWorkspace'));
    for (const id of [place.id, `${place.id}/sqlPools/SalesDW`, '/subscriptions/s-1']) {
      const missing = fittingOperations(knownOperations, { id, workspaceId: place.id }).map(
        (one) => one.missing.length,
      );
      assert.deepEqual(
        missing,
        missing.toSorted((a, b) => a - b),
        'what needs less comes first',
      );
    }
  });

  it('is found by words in any order', () => {
    const found = (text: string): string[] =>
      knownOperations.filter((known) => isFound(known, text)).map(({ name }) => name);
    assert.deepEqual(found('Pause POOL'), ['SqlPools.pause']);
    assert.ok(found('remove firewall').includes('IpFirewallRules.delete'));
    assert.deepEqual(found('no such words'), []);
    assert.equal(found('').length, knownOperations.length);
  });
});

describe('choices for a parameter', () => {
  const list = (name: string, parameter: string, ...given: string[]): string | undefined =>
    listFor(knownOperations, named(name), parameter, new Set(given))?.name;
  const known = ['subscriptionId', 'resourceGroupName', 'workspaceName'];

  it('come from the list that the path itself shows, else from that of the same parameter', () => {
    assert.equal(list('SqlPools.pause', 'sqlPoolName', ...known), 'SqlPools.listByWorkspace');
    assert.equal(list('SqlScripts.rename', 'sqlScriptName'), 'SqlScripts.listByWorkspace');
    assert.equal(list('SparkBatches.create', 'sparkPoolName', ...known), 'BigDataPools.listByWorkspace');
    assert.equal(list('SparkSessions.get', 'sessionId', 'sparkPoolName'), 'SparkSessions.list');
    assert.equal(list('Workspaces.list', 'subscriptionId'), 'Subscriptions.list');
    assert.equal(
      list('SqlPoolTables.get', 'tableName', ...known, 'sqlPoolName', 'schemaName'),
      'SqlPoolTables.listBySchema',
    );
    assert.equal(list('SqlPoolTables.get', 'tableName', ...known), undefined, 'what it needs is not known yet');
    assert.equal(list('PipelineRuns.get', 'runId'), undefined);
  });

  it('are there for every name in a path, but for those that nothing lists', () => {
    const written = new Set<string>();
    for (const operation of knownOperations) {
      const given = new Set(known);
      for (const name of parameterNames(templateSegments(operation.operation.path))) {
        const isOffered = valuesFor(operation, name) ?? listFor(knownOperations, operation, name, given);
        if (isOffered === undefined && !given.has(name)) written.add(name);
        given.add(name);
      }
    }
    assert.deepEqual([...written].sort(), [
      // Somebody in Microsoft Graph.
      'id',
      // Machines and rules of scans are told by other answers, runs only by a query with a time.
      'nodeName',
      'operationId',
      'parentResourcePath',
      'resourceId',
      'resourceName',
      'resourceType',
      'roleId',
      'ruleId',
      'runId',
      // A scope can be anything in Azure.
      'scope',
    ]);
  });

  it('are names, or ids where the parameter is called so', () => {
    assert.deepEqual(choiceOf({ name: 'ws/pool', id: '/a/b' }, 'sqlPoolName'), { value: 'pool', label: 'pool' });
    assert.deepEqual(choiceOf({ name: 'Synapse User', id: '6e4' }, 'roleDefinitionId'), {
      value: '6e4',
      label: 'Synapse User · 6e4',
    });
    assert.deepEqual(choiceOf({ id: 7, name: 'job' }, 'batchId'), { value: '7', label: 'job · 7' });
    assert.deepEqual(choiceOf({ subscriptionId: 's', displayName: 'Prod', id: '/subscriptions/s' }, 'subscriptionId'), {
      value: 's',
      label: 'Prod · s',
    });
    assert.equal(choiceOf({ type: 'x' }, 'name'), undefined);
    assert.deepEqual(itemsIn({ total: 1, sessions: [{ id: 1 }] }), [{ id: 1 }]);
  });
});

it('tells the permission that a path asks for', () => {
  const permission = (name: string): string => permissionFor(named(name).operation);
  assert.equal(permission('SqlPools.pause'), 'Azure: Microsoft.Synapse/workspaces/sqlPools/pause/action');
  assert.equal(permission('SqlPools.create'), 'Azure: Microsoft.Synapse/workspaces/sqlPools/write');
  assert.equal(permission('Subscriptions.list'), 'Azure: Reader');
  assert.equal(permission('SqlScripts.get'), 'Synapse role');
});
