import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Operations } from '../../../emulator/longRunning/operations.ts';
import { largeSample } from '../../../emulator/samples/large.ts';
import { standardSample } from '../../../emulator/samples/standard.ts';
import type { Sample } from '../../../emulator/samples/sample.ts';
import { Application } from '../../../emulator/store/application.ts';
import type { Workspace } from '../../../emulator/store/model.ts';
import { Store } from '../../../emulator/store/store.ts';

function fill(sample: Sample): {
  store: Store;
  workspaces: Workspace[];
  time: { now: number };
  operations: Operations;
} {
  const time = { now: 0 };
  const store = new Store();
  const operations = new Operations(() => time.now, 1000);
  const { tenantId, principalId } = sample({
    store,
    operations,
    application: new Application(),
    clock: () => time.now,
    operationTime: 1000,
  });
  assert.equal(store.tenants.get(tenantId)?.home, true);
  assert.equal(store.tenants.get(tenantId)?.directory.get(principalId)?.type, 'User');
  const workspaces = [...store.subscriptions].flatMap((subscription) => [...store.workspacesOf(subscription)]);
  return { store, workspaces, time, operations };
}

test('the standard sample has one of everything', () => {
  const { store, workspaces, time, operations } = fill(standardSample);
  assert.equal([...store.tenants].length, 2);
  assert.equal([...store.subscriptions].length, 5);
  assert.equal(
    [...store.subscriptions].filter((subscription) => [...store.workspacesOf(subscription)].length === 0).length,
    2,
  );
  assert.equal(workspaces.length, 12);
  assert.ok(new Set(workspaces.map(({ location }) => location)).size > 5);
  assert.ok(workspaces.some(({ name }) => name.length === 50));
  assert.ok(workspaces.some(({ sqlPools, bigDataPools }) => sqlPools.size + bigDataPools.size === 0));
  assert.equal(workspaces.filter(({ properties }) => properties.workspaceRepositoryConfiguration).length, 1);
  assert.equal(workspaces.filter(({ properties }) => properties.publicNetworkAccess === 'Disabled').length, 1);

  const pools = workspaces.flatMap(({ sqlPools }) => [...sqlPools]);
  const states = (): unknown[] => [...new Set(pools.map(({ properties }) => properties.status))].sort();
  assert.deepEqual(states(), ['Online', 'Paused', 'Pausing', 'Resuming', 'Scaling']);
  const sparkPools = workspaces.flatMap(({ bigDataPools }) => [...bigDataPools]);
  assert.deepEqual([...new Set(sparkPools.map(({ properties }) => properties['nodeSize']))].sort(), [
    'Large',
    'Medium',
    'Small',
  ]);
  assert.equal(sparkPools.filter(({ properties }) => properties.provisioningState === 'Provisioning').length, 1);

  time.now += 10_000;
  operations.settle();
  assert.deepEqual(states(), ['Online', 'Paused']);
  assert.ok(sparkPools.every(({ properties }) => properties.provisioningState === 'Succeeded'));
  assert.equal(pools.find(({ name }) => name === 'FinanceDW')?.skuName, 'DW400c');
});

for (const [name, sample] of Object.entries({ standard: standardSample, large: largeSample })) {
  test(`in the ${name} sample every assignment is somebody’s, and every workspace has its administrators`, () => {
    const { store, workspaces } = fill(sample);
    for (const workspace of workspaces) {
      const directory = store.tenants.get(workspace.tenantId)?.directory;
      const assignments = [...workspace.roleAssignments];
      for (const { principalId, principalType } of assignments) {
        const principal = directory?.get(principalId);
        // Those of principals that were deleted stay behind, in one workspace.
        if (principal === undefined) assert.equal(workspace.name, 'research-genomics');
        else assert.equal(principal.type, principalType);
      }
      const { initialWorkspaceAdminObjectId } = workspace.properties.cspWorkspaceAdminProperties;
      for (const administrator of [initialWorkspaceAdminObjectId, workspace.identity.principalId]) {
        assert.ok(assignments.some(({ principalId }) => principalId === administrator));
      }
    }
  });

  test(`the ${name} sample has the same ids at every start`, () => {
    const ids = (): unknown[] =>
      fill(sample).workspaces.map(({ subscriptionId, properties, roleAssignments }) => [
        subscriptionId,
        properties.workspaceUID,
        [...roleAssignments].map(({ id }) => id),
      ]);
    assert.deepEqual(ids(), ids());
  });
}

test('all kinds of principals have roles at all kinds of scopes', () => {
  const { store, workspaces } = fill(standardSample);
  const assignments = workspaces.flatMap(({ roleAssignments }) => [...roleAssignments]);
  const kinds = new Set(assignments.map(({ scope }) => scope.split('/')[2] ?? 'workspace'));
  assert.deepEqual([...kinds].sort(), [
    'bigDataPools',
    'credentials',
    'integrationRuntimes',
    'linkedServices',
    'scopePools',
    'workspace',
  ]);
  assert.deepEqual([...new Set(assignments.map(({ principalType }) => principalType))].sort(), [
    'Group',
    'ServicePrincipal',
    'User',
    undefined,
  ]);
  for (const { directory } of store.tenants) {
    for (const { mail } of directory) assert.match(mail ?? 'a@b.c', /^[a-z0-9.]+@[a-z.]+$/);
  }
});

test('the large sample is as large as it says', () => {
  const { store, workspaces } = fill(largeSample);
  assert.equal([...store.subscriptions].length, 100);
  assert.equal(workspaces.length, 300);
  assert.equal(Math.max(...workspaces.map(({ roleAssignments }) => roleAssignments.size)), 5000);
  assert.equal(Math.max(...workspaces.map(({ sqlScripts }) => sqlScripts().size)), 2000);
});

test('the standard sample has scripts of every origin', () => {
  const { workspaces } = fill(standardSample);
  const scripts = workspaces.flatMap(({ sqlScripts }) => [...sqlScripts()]);
  const properties = scripts.map((script) => JSON.parse(script.properties) as ScriptProperties);
  const contents = properties.map(({ content }) => content);
  const connections = contents.map(({ currentConnection }) => currentConnection);
  assert.ok(connections.some((connection) => connection === undefined));
  assert.ok(connections.some((connection) => connection?.poolName === 'Built-in' && connection.type === undefined));
  assert.ok(connections.some((connection) => connection?.type === 'SqlOnDemand' || connection?.type === 'SqlPool'));
  assert.deepEqual(new Set(contents.map(({ resultLimit }) => resultLimit)), new Set([5000, -1, undefined]));
  const queries = contents.map(({ query }) => query);
  assert.ok(queries.includes(''));
  assert.ok(queries.some((query) => query.includes('\r\n') && !/[^\r]\n/.test(query)));
  assert.ok(Math.max(...queries.map(({ length }) => length)) > 900_000);
  const folders = properties.map(({ folder }) => folder?.name ?? '');
  assert.ok(folders.includes('') && folders.some((folder) => folder.split('/').length === 8));
  const unknown = scripts.find(({ properties: text }) => text.includes('12345678901234567890'));
  assert.ok(unknown?.properties.includes('"schemaVersion":1.0,'));
  for (const { sqlScripts, properties: of } of workspaces) {
    const names = [...sqlScripts()].map(({ name }) => name.toLowerCase());
    assert.equal(new Set(names).size, names.length);
    const isSpecial = of.workspaceRepositoryConfiguration !== undefined || of.publicNetworkAccess === 'Disabled';
    assert.ok(!isSpecial || names.length > 0, 'in Git mode and behind private endpoints, too');
  }
  assert.equal(new Set(scripts.map(({ artifactId }) => artifactId)).size, scripts.length);
});

interface ScriptProperties {
  readonly content: {
    readonly query: string;
    readonly currentConnection?: { readonly type?: string; readonly poolName?: string };
    readonly resultLimit?: number;
  };
  readonly folder?: { readonly name: string };
}

for (const [name, sample] of Object.entries({ standard: standardSample, large: largeSample })) {
  test(`in the ${name} sample its user is an administrator, but for one workspace of the standard sample`, () => {
    const { store, workspaces } = fill(sample);
    const administrator = '6e4bf58a-b8e1-4cc3-bbf9-d73143322b78';
    const others = workspaces.filter((workspace) => {
      const directory = store.tenants.get(workspace.tenantId)?.directory;
      assert.ok(directory);
      const client = new Application().objectIdIn(workspace.tenantId);
      const roles = [...workspace.roleAssignments].filter(({ principalId, scope }) => {
        const members = directory.get(principalId)?.members ?? [];
        return scope === `workspaces/${workspace.name}` && [principalId, ...members].includes(client);
      });
      assert.ok(roles.length > 0, workspace.name);
      return !roles.some(({ roleDefinitionId }) => roleDefinitionId === administrator);
    });
    assert.deepEqual(
      others.map((workspace) => workspace.name),
      name === 'standard' ? ['fabrikam-logistics'] : [],
    );
  });
}
