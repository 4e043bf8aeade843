import assert from 'node:assert/strict';
import type { ArtifactsClient } from '@azure/synapse-artifacts';
import { allOf, artifactsClient, refused } from './clients.ts';
import type { Scenarios } from './signIn.ts';

interface Named {
  readonly name?: string;
  readonly etag?: string;
}

/** What a client of Azure's can do with one type of artifacts. */
interface Kind {
  readonly list: () => { byPage(): AsyncIterable<readonly Named[]> };
  readonly put: (name: string, options?: { ifMatch: string }) => Promise<Named>;
  readonly get: (name: string) => Promise<Named>;
  readonly rename?: (name: string, newName: string) => Promise<unknown>;
  readonly remove: (name: string) => Promise<unknown>;
}

const reference = { type: 'BigDataPoolReference', referenceName: 'sparksmall' } as const;

function kindsOf(client: ArtifactsClient): Readonly<Record<string, Kind>> {
  const {
    notebookOperations: notebooks,
    pipelineOperations: pipelines,
    triggerOperations: triggers,
    datasetOperations: datasets,
    dataFlowOperations: dataFlows,
    linkedServiceOperations: linkedServices,
    sparkJobDefinitionOperations: jobs,
    sparkConfigurationOperations: configurations,
    kqlScriptOperations: kql,
    kqlScripts,
  } = client;
  const linkedServiceName = { type: 'LinkedServiceReference', referenceName: 'LandingZone' } as const;
  return {
    notebooks: {
      list: () => notebooks.listNotebooksByWorkspace(),
      put: (name, options) =>
        notebooks.beginCreateOrUpdateNotebookAndWait(
          name,
          { name, properties: { metadata: {}, nbformat: 4, nbformatMinor: 2, cells: [] } },
          options,
        ),
      get: (name) => notebooks.getNotebook(name),
      rename: (name, newName) => notebooks.beginRenameNotebookAndWait(name, { newName }),
      remove: (name) => notebooks.beginDeleteNotebookAndWait(name),
    },
    pipelines: {
      list: () => pipelines.listPipelinesByWorkspace(),
      put: (name, options) =>
        pipelines.beginCreateOrUpdatePipelineAndWait(
          name,
          { activities: [{ type: 'Wait', name: 'Wait', waitTimeInSeconds: 1 }] },
          options,
        ),
      get: (name) => pipelines.getPipeline(name),
      rename: (name, newName) => pipelines.beginRenamePipelineAndWait(name, { newName }),
      remove: (name) => pipelines.beginDeletePipelineAndWait(name),
    },
    triggers: {
      list: () => triggers.listTriggersByWorkspace(),
      put: (name, options) =>
        triggers.beginCreateOrUpdateTriggerAndWait(
          name,
          { properties: { type: 'ScheduleTrigger', recurrence: { frequency: 'Hour', interval: 1 } } },
          options,
        ),
      get: (name) => triggers.getTrigger(name),
      remove: (name) => triggers.beginDeleteTriggerAndWait(name),
    },
    datasets: {
      list: () => datasets.listDatasetsByWorkspace(),
      put: (name, options) =>
        datasets.beginCreateOrUpdateDatasetAndWait(
          name,
          { properties: { type: 'Parquet', linkedServiceName } },
          options,
        ),
      get: (name) => datasets.getDataset(name),
      rename: (name, newName) => datasets.beginRenameDatasetAndWait(name, { newName }),
      remove: (name) => datasets.beginDeleteDatasetAndWait(name),
    },
    'data flows': {
      list: () => dataFlows.listDataFlowsByWorkspace(),
      put: (name, options) =>
        dataFlows.beginCreateOrUpdateDataFlowAndWait(name, { properties: { type: 'MappingDataFlow' } }, options),
      get: (name) => dataFlows.getDataFlow(name),
      rename: (name, newName) => dataFlows.beginRenameDataFlowAndWait(name, { newName }),
      remove: (name) => dataFlows.beginDeleteDataFlowAndWait(name),
    },
    'linked services': {
      list: () => linkedServices.listLinkedServicesByWorkspace(),
      put: (name, options) =>
        linkedServices.beginCreateOrUpdateLinkedServiceAndWait(
          name,
          { properties: { type: 'AzureBlobFS', url: 'https://lake.dfs.core.windows.net' } },
          options,
        ),
      get: (name) => linkedServices.getLinkedService(name),
      rename: (name, newName) => linkedServices.beginRenameLinkedServiceAndWait(name, { newName }),
      remove: (name) => linkedServices.beginDeleteLinkedServiceAndWait(name),
    },
    'Spark job definitions': {
      list: () => jobs.listSparkJobDefinitionsByWorkspace(),
      put: (name, options) =>
        jobs.beginCreateOrUpdateSparkJobDefinitionAndWait(name, { properties: definition }, options),
      get: (name) => jobs.getSparkJobDefinition(name),
      rename: (name, newName) => jobs.beginRenameSparkJobDefinitionAndWait(name, { newName }),
      remove: (name) => jobs.beginDeleteSparkJobDefinitionAndWait(name),
    },
    'Spark configurations': {
      list: () => configurations.listSparkConfigurationsByWorkspace(),
      put: (name, options) =>
        configurations.beginCreateOrUpdateSparkConfigurationAndWait(
          name,
          { properties: { configs: { 'spark.executor.memory': '4g' } } },
          options,
        ),
      get: (name) => configurations.getSparkConfiguration(name),
      rename: (name, newName) => configurations.beginRenameSparkConfigurationAndWait(name, { newName }),
      remove: (name) => configurations.beginDeleteSparkConfigurationAndWait(name),
    },
    'KQL scripts': {
      list: () => kqlScripts.listAll(),
      put: (name) => kql.beginCreateOrUpdateAndWait(name, { properties: { content: { query: 'Logs | take 1' } } }),
      get: (name) => kql.getByName(name),
      rename: (name, newName) => kql.beginRenameAndWait(name, { newName }),
      remove: (name) => kql.beginDeleteByNameAndWait(name),
    },
  };
}

export const definition = {
  targetBigDataPool: reference,
  jobProperties: {
    name: 'made by a client',
    file: 'abfss://x@lake.dfs.core.windows.net/job.py',
    driverMemory: '28g',
    driverCores: 4,
    executorMemory: '28g',
    executorCores: 4,
    numExecutors: 2,
  },
};

async function liveThrough({ list, put, get, rename, remove }: Kind): Promise<void> {
  const name = 'Made by a client (1)';
  const created = await put(name);
  assert.equal(created.name, name);
  const read = await get(name);
  assert.equal(read.etag, created.etag);
  const pages = await allOf(list().byPage());
  assert.ok(pages.flat().some((each) => each.name === name));
  const updated = await put(name, { ifMatch: read.etag ?? '' });
  if (read.etag !== undefined) assert.notEqual(updated.etag, read.etag);
  const newName = rename === undefined ? name : `${name} renamed`;
  await rename?.(name, newName);
  if (rename !== undefined) await assert.rejects(get(name), refused(404));
  assert.equal((await get(newName)).name, newName);
  await remove(newName);
  await assert.rejects(get(newName), refused(404));
}

export const artifactScenarios: Scenarios = {
  // Side by side, because clients wait two seconds between the questions how far an operation is.
  'artifacts of nine types are listed, made, changed, renamed and deleted': async (signIn) => {
    const kinds = Object.entries(kindsOf(await artifactsClient(signIn)));
    assert.equal(kinds.length, 9);
    await Promise.all(
      kinds.map(([name, kind]) =>
        liveThrough(kind).catch((error: unknown) => {
          throw new Error(`${name}: ${String(error)}`, { cause: error });
        }),
      ),
    );
  },

  'notebooks are summed up, and workspace defaults stay as they are': async (signIn) => {
    const { notebookOperations, linkedServiceOperations } = await artifactsClient(signIn);
    const summary = (await allOf(notebookOperations.listNotebookSummaryByWorkSpace().byPage())).flat();
    assert.ok(summary.length > 2);
    const name = 'contoso-sales-WorkspaceDefaultStorage';
    const own = await linkedServiceOperations.getLinkedService(name);
    assert.equal(own.properties.type, 'AzureBlobFS');
    await assert.rejects(
      linkedServiceOperations.beginDeleteLinkedServiceAndWait(name),
      refused(400, 'ResourceNotUpdatable'),
    );
  },

  'a library is made, filled and flushed, then deleted': async (signIn) => {
    const { library: libraries } = await artifactsClient(signIn);
    const name = 'made_by_a_client-1.0-py3-none-any.whl';
    await libraries.beginCreateAndWait(name);
    await libraries.append(name, Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe]), { blobConditionAppendPosition: 0 });
    await libraries.append(name, 'more', { blobConditionAppendPosition: 6 });
    await libraries.beginFlushAndWait(name);
    const made = await libraries.get(name);
    assert.equal(made.properties?.provisioningStatus, 'Succeeded');
    const names = (await allOf(libraries.list().byPage())).flat().map((each) => each.name);
    assert.ok(names.includes(name) && names.length > 1);
    await libraries.beginDeleteAndWait(name);
    await assert.rejects(libraries.get(name), refused(404, 'LibraryDoesNotExistInWorkspace'));
  },

  'pools, runtimes and tokens are read at the endpoint': async (signIn) => {
    const { bigDataPools, sqlPools, integrationRuntimes, workspaceGitRepoManagement } = await artifactsClient(signIn);
    assert.ok((await bigDataPools.list()).value?.some(({ name }) => name === 'sparksmall'));
    assert.equal((await bigDataPools.get('sparksmall')).nodeSize, 'Small');
    assert.ok((await sqlPools.list()).value?.some(({ name }) => name === 'SalesDW'));
    assert.equal((await sqlPools.get('SalesDW')).status, 'Online');
    const [runtime] = (await integrationRuntimes.list()).value;
    assert.ok(runtime?.name);
    assert.equal((await integrationRuntimes.get(runtime.name)).name, runtime.name);
    const { gitHubAccessToken } = await workspaceGitRepoManagement.getGitHubAccessToken({
      gitHubClientId: 'client',
      gitHubAccessCode: 'code',
      gitHubAccessTokenBaseUrl: 'https://github.com/login/oauth/access_token',
    });
    assert.ok(gitHubAccessToken);
  },
};
