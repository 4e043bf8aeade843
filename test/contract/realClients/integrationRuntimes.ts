import assert from 'node:assert/strict';
import type { IntegrationRuntimes, SelfHostedIntegrationRuntimeStatus } from '@azure/arm-synapse';
import { allOf, refused, sample, synapseClient } from './clients.ts';
import type { Scenarios } from './signIn.ts';

const { resourceGroup, workspace } = sample;
const runtime = 'OnPremises';
const node = 'SHIR-BER-02';
const ssis = 'SsisWarehouse';

export const integrationRuntimeScenarios: Scenarios = {
  'an integration runtime is created, changed and deleted': async (signIn) => {
    const { integrationRuntimes, integrationRuntimeStatusOperations: statuses } = await synapseClient(signIn);
    const name = 'made-by-a-real-client';
    const definition = { properties: { type: 'SelfHosted' as const, description: 'first' } };
    const created = await integrationRuntimes.beginCreateAndWait(resourceGroup, workspace, name, definition);
    assert.equal(created.properties.description, 'first');
    assert.ok(created.etag);
    await integrationRuntimes.beginCreateAndWait(
      resourceGroup,
      workspace,
      name,
      { properties: { type: 'SelfHosted', description: 'second' } },
      { ifMatch: created.etag },
    );
    const read = await integrationRuntimes.get(resourceGroup, workspace, name);
    assert.equal(read.properties.description, 'second');
    assert.notEqual(read.etag, created.etag);
    await integrationRuntimes.update(resourceGroup, workspace, name, { autoUpdate: 'Off', updateDelayOffset: 'PT3H' });
    const { properties } = await statuses.get(resourceGroup, workspace, name);
    assert.equal(properties.state, 'NeedRegistration');
    assert.equal((properties as SelfHostedIntegrationRuntimeStatus).autoUpdate, 'Off');
    assert.ok((await namesOf(integrationRuntimes)).includes(name));
    await integrationRuntimes.beginDeleteAndWait(resourceGroup, workspace, name);
    await assert.rejects(integrationRuntimes.get(resourceGroup, workspace, name), refused(404));
    assert.ok(!(await namesOf(integrationRuntimes)).includes(name));
  },

  'the keys and the machines of a self-hosted runtime': async (signIn) => {
    const client = await synapseClient(signIn);
    const keys = await client.integrationRuntimeAuthKeysOperations.list(resourceGroup, workspace, runtime);
    const { authKey1 } = await client.integrationRuntimeAuthKeysOperations.regenerate(
      resourceGroup,
      workspace,
      runtime,
      {
        keyName: 'authKey1',
      },
    );
    const after = await client.integrationRuntimeAuthKeysOperations.list(resourceGroup, workspace, runtime);
    assert.ok(authKey1 !== undefined && authKey1 !== keys.authKey1 && authKey1 === after.authKey1);
    assert.equal(after.authKey2, keys.authKey2);

    const { nodes } = await client.integrationRuntimeMonitoringDataOperations.list(resourceGroup, workspace, runtime);
    assert.equal(nodes?.length, 2);
    const info = await client.integrationRuntimeConnectionInfos.get(resourceGroup, workspace, runtime);
    assert.equal(info.isIdentityCertExprired, false);
    await client.integrationRuntimeCredentials.sync(resourceGroup, workspace, runtime);
    const read = await client.integrationRuntimeNodes.get(resourceGroup, workspace, runtime, node);
    assert.equal(read.versionStatus, 'UpdateAvailable');
    await client.integrationRuntimes.upgrade(resourceGroup, workspace, runtime);
    const changed = await client.integrationRuntimeNodes.update(resourceGroup, workspace, runtime, node, {
      concurrentJobsLimit: 2,
    });
    assert.deepEqual([changed.versionStatus, changed.concurrentJobsLimit], ['UpToDate', 2]);
    const { ipAddress = '' } = await client.integrationRuntimeNodeIpAddressOperations.get(
      resourceGroup,
      workspace,
      runtime,
      node,
    );
    assert.match(ipAddress, /^10\./);
    await client.integrationRuntimeNodes.delete(resourceGroup, workspace, runtime, node);
    await assert.rejects(client.integrationRuntimeNodes.get(resourceGroup, workspace, runtime, node), refused(404));
  },

  'a runtime for SSIS is started and stopped': async (signIn) => {
    const client = await synapseClient(signIn);
    const { integrationRuntimes, integrationRuntimeObjectMetadata: metadata } = client;
    const started = await integrationRuntimes.beginStartAndWait(resourceGroup, workspace, ssis);
    assert.equal(started.properties?.state, 'Started');
    const refreshed = await metadata.beginRefreshAndWait(resourceGroup, workspace, ssis);
    assert.equal(refreshed.status, 'Succeeded');
    const { value } = await metadata.list(resourceGroup, workspace, ssis, {
      getMetadataRequest: { metadataPath: 'Warehouse' },
    });
    assert.deepEqual(
      value?.map(({ name, type }) => [name, type]),
      [
        ['Nightly', 'Project'],
        ['Production', 'Environment'],
      ],
    );
    await integrationRuntimes.beginEnableInteractiveQueryAndWait(resourceGroup, workspace, ssis);
    await integrationRuntimes.beginDisableInteractiveQueryAndWait(resourceGroup, workspace, ssis);
    const outbound = await integrationRuntimes.listOutboundNetworkDependenciesEndpoints(resourceGroup, workspace, ssis);
    assert.ok((outbound.value?.length ?? 0) > 1);
    await integrationRuntimes.beginStopAndWait(resourceGroup, workspace, ssis);
    const { properties } = await client.integrationRuntimeStatusOperations.get(resourceGroup, workspace, ssis);
    assert.equal(properties.state, 'Stopped');
  },
};

async function namesOf(runtimes: IntegrationRuntimes): Promise<(string | undefined)[]> {
  return (await allOf(runtimes.listByWorkspace(resourceGroup, workspace))).map(({ name }) => name);
}
