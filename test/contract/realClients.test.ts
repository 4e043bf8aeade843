import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startEmulator, type Emulator } from '../../emulator/server.ts';
import { endpointRows, managementRows } from './support/operationsTable.ts';
import { withoutSpecifications } from './support/places.ts';
import { RealClients } from './realClients/realClients.ts';

/** Operations that Azure's libraries for JavaScript have no call for, or read nowhere. */
const withoutClient = new Map([
  ['LocationOperationResults_Get', 'the other URL of a deletion, Azure-AsyncOperation, is preferred by all clients'],
  ['Entra_OpenIdConfiguration', 'MSAL for JavaScript knows the public cloud by heart; MSAL for Python reads it'],
  ['Entra_OpenIdConfigurationV1', 'for older libraries'],
  ['Entra_InstanceDiscovery', 'MSAL for JavaScript knows the public cloud by heart'],
  ['ResourceGroups_List', 'the Azure CLI asks for it; the SDK that does is not among the clients here'],
  ['ResourceGroups_Get', 'likewise'],
  ['OperationStatus_Get', 'Location leads to operationResults, which tells more'],
  ['Monitoring_GetSparkJobList', 'the SDK that asks for it is not among the clients here'],
  ['Monitoring_GetSqlJobQueryString', 'likewise'],
  ['ManagedPrivateEndpoints_List', 'likewise'],
  ['ManagedPrivateEndpoints_Get', 'likewise'],
  ['ManagedPrivateEndpoints_Create', 'likewise'],
  ['ManagedPrivateEndpoints_Delete', 'likewise'],
  ...[
    'directoryObject_getByIds',
    'directoryObject_getMemberGroups',
    'user_list',
    'user_get',
    'user_getMe',
    'group_list',
    'group_get',
    'servicePrincipal_list',
    'servicePrincipal_get',
  ].map((id) => [id, 'Microsoft Graph’s own client is not among the clients here'] as const),
  ...[
    'RoleAssignments_ListForResource',
    'RoleAssignments_ListForResourceGroup',
    'RoleAssignments_ListForSubscription',
    'RoleDefinitions_List',
    'RoleDefinitions_Get',
  ].map((id) => [id, 'the SDK for Azure’s own roles is not among the clients here'] as const),
  ...['ListByWorkspace', 'Get', 'CreateOrUpdate', 'Delete'].map(
    (verb) => [`Credential_${verb}`, 'the client for artifacts has no credentials in this version'] as const,
  ),
  ['Entra_Keys', 'no client checks the signature of an access token'],
]);

/** Minutes in all, for machines that are busy; it takes seconds. */
const timeout = 300_000;

describe('Azure’s own clients, unmodified, over https', { timeout }, () => {
  let emulator: Emulator;
  let clients: RealClients;
  let recorded: string;

  const askedOperations = async (): Promise<Set<string>> => {
    const names = (await readdir(recorded)).filter((name) => name.endsWith('.json'));
    return new Set(names.map((name) => name.replace(/^\d+-(.*)\.[^.]+\.json$/, '$1')));
  };

  before(async () => {
    recorded = await mkdtemp(path.join(tmpdir(), 'real-clients-'));
    emulator = await startEmulator({
      https: true,
      operationTime: 200,
      firewallDelay: 0,
      pageSize: 2,
      record: recorded,
    });
    clients = new RealClients(emulator);
  });

  after(async () => {
    await clients[Symbol.asyncDispose]();
    await emulator.close();
    await rm(recorded, { recursive: true });
  });

  for (const name of [
    'subscriptions over pages, and one of them',
    'tenants of the caller',
    'Resource Graph over pages',
    'workspaces of a subscription and of a resource group',
    'a workspace is created, changed and deleted',
    'SQL pools are listed, paused and resumed',
    'a SQL pool is created, scaled and deleted',
    'Spark pools are listed, and one is read',
    'a Spark pool is created, changed and deleted',
    'the policies of a SQL pool are read and set',
    'what a SQL pool does and takes',
    'restore points of a SQL pool are made and deleted',
    'tables of a SQL pool, and what their columns hold',
    'workload groups of a SQL pool',
    'the security of a SQL pool is scanned',
    'an integration runtime is created, changed and deleted',
    'the keys and the machines of a self-hosted runtime',
    'a runtime for SSIS is started and stopped',
    'an administrator of SQL is set and taken away',
    'the managed identity gets control of SQL',
    'names and operations of the provider',
    'role definitions and scopes',
    'role assignments over pages',
    'a role is assigned, not twice, and taken away',
    'assignments at a pool come with what is inherited',
    'a role is refused to what no directory knows, and at what is no scope',
    'an Azure Owner without a Synapse role reads no roles, and gives them',
    'a firewall rule is made, changed and deleted',
    'firewall rules decide whom the workspace lets in',
    'a principal’s access is checked',
    'SQL scripts are listed over pages, and one is read',
    'a SQL script is created, updated with its etag, renamed and deleted',
    'the workspace tells a real client of its repository',
    'artifacts of nine types are listed, made, changed, renamed and deleted',
    'notebooks are summed up, and workspace defaults stay as they are',
    'a library is made, filled and flushed, then deleted',
    'pools, runtimes and tokens are read at the endpoint',
    'a pipeline is run to its end, another run is cancelled',
    'triggers are started, stopped and subscribed; their runs are seen, run again and cancelled',
    'data flows are debugged',
    'Spark batches are listed, run and cancelled',
    'a Spark session runs statements',
    'Spark job definitions are executed and debugged',
    'a wrong secret is refused',
    'an unknown resource is refused',
    'each tenant has its own subscriptions, and its own tokens',
  ]) {
    it(name, () => clients.carryOut(name));
  }

  it('a person signs in with a refresh token', async () => {
    // MSAL alone goes through fetch(), which reads HTTPS_PROXY only when it is told to; @azure/identity needs no word.
    await using msal = new RealClients(emulator, { NODE_USE_ENV_PROXY: '1' });
    await msal.carryOut('a person signs in with a refresh token');
  });

  const underFaults = {
    'one audience is refused, the other is not': {
      route: 'Entra_Token',
      audience: 'https://dev.azuresynapse.net',
      status: 400,
      body: {
        error: 'invalid_grant',
        error_description: 'AADSTS65001: The user or administrator has not consented to use the application.',
        error_codes: [65001],
      },
    },
    'a claims challenge is answered with a token that has the claims': {
      route: 'Subscriptions_List',
      fault: 'claimsChallenge',
    },
    'throttling is waited for': { route: 'Subscriptions_List', fault: 'throttle', seconds: 1, times: 1 },
    'an operation that fails is an exception of the client': { route: 'SqlPools_Pause', fault: 'failedOperation' },
  };
  for (const [name, fault] of Object.entries(underFaults)) {
    it(name, async (t) => {
      emulator.faults.add(fault);
      t.after(() => emulator.faults.clear());
      await clients.carryOut(name);
    });
  }

  it(
    'every operation of the management plane is served and was asked for',
    { skip: withoutSpecifications },
    async (t) => {
      const asked = await askedOperations();
      const rows = managementRows().map(({ operationId }) => operationId);
      t.diagnostic(`${rows.filter((id) => asked.has(id)).length} of ${rows.length} operations of 35 groups`);
      assert.deepEqual(
        rows.filter((id) => !emulator.operationIds.includes(id)),
        [],
        'not served',
      );
      assert.deepEqual(
        rows.filter((id) => !asked.has(id)),
        [],
        'not asked for',
      );
    },
  );

  it(
    'every operation of workspaces’ endpoints is served, and was asked for',
    { skip: withoutSpecifications },
    async (t) => {
      const asked = await askedOperations();
      const rows = endpointRows().map(({ operationId }) => operationId);
      const without = rows.filter((id) => withoutClient.has(id));
      t.diagnostic(
        `${rows.filter((id) => asked.has(id)).length} of ${rows.length}, ${without.length} without a client`,
      );
      assert.deepEqual(
        rows.filter((id) => !emulator.operationIds.includes(id)),
        [],
        'not served',
      );
      assert.deepEqual(
        rows.filter((id) => !asked.has(id) && !withoutClient.has(id)),
        [],
        'not asked for',
      );
    },
  );

  it('every operation that the emulator serves was asked for', async (t) => {
    const asked = await askedOperations();
    const missing = emulator.operationIds.filter((id) => !asked.has(id) && !withoutClient.has(id));
    t.diagnostic(`${asked.size} operations`);
    assert.deepEqual(missing, []);
    assert.ok(!asked.has('unknown'), 'no client asked for what the emulator does not serve');
  });
});
