import assert from 'node:assert/strict';
import { allOf, refused, sample, synapseClient } from './clients.ts';
import type { Scenarios } from './signIn.ts';

const { resourceGroup, workspace, sqlPool } = sample;
const pool = [resourceGroup, workspace, sqlPool] as const;

export const sqlPoolPartScenarios: Scenarios = {
  'the policies of a SQL pool are read and set': async (signIn) => {
    const client = await synapseClient(signIn);
    const { sqlPoolTransparentDataEncryptions: encryption, sqlPoolGeoBackupPolicies: backup } = client;
    await encryption.createOrUpdate(...pool, 'current', { status: 'Disabled' });
    assert.equal((await encryption.get(...pool, 'current')).status, 'Disabled');
    assert.equal((await allOf(encryption.list(...pool))).length, 1);
    await backup.createOrUpdate(...pool, 'Default', { state: 'Disabled' });
    assert.equal((await backup.get(...pool, 'Default')).state, 'Disabled');
    assert.equal((await allOf(backup.list(...pool)))[0]?.storageType, 'Premium');

    const { sqlPoolBlobAuditingPolicies: auditing, sqlPoolSecurityAlertPolicies: alerts } = client;
    const storageEndpoint = 'https://audit.blob.core.windows.net/';
    await auditing.createOrUpdate(...pool, { state: 'Enabled', storageEndpoint, storageAccountAccessKey: 'secret' });
    const audited = await auditing.get(...pool);
    assert.deepEqual([audited.state, audited.storageEndpoint], ['Enabled', storageEndpoint]);
    assert.ok(!audited.storageAccountAccessKey);
    assert.equal((await allOf(auditing.listBySqlPool(...pool))).length, 1);
    await alerts.createOrUpdate(...pool, 'default', { state: 'Enabled', emailAddresses: ['a@contoso.com'] });
    const alert = await alerts.get(...pool, 'default');
    assert.deepEqual(
      [alert.state, alert.emailAddresses, alert.storageAccountAccessKey],
      ['Enabled', ['a@contoso.com'], ''],
    );
    assert.equal((await allOf(alerts.list(...pool))).length, 1);

    const { sqlPoolMetadataSyncConfigs: sync, sqlPoolConnectionPolicies: connections } = client;
    await sync.create(...pool, { enabled: true, syncIntervalInMinutes: 5 });
    assert.equal((await sync.get(...pool)).syncIntervalInMinutes, 5);
    assert.equal((await connections.get(...pool, 'default')).proxyPort, '1433');
  },

  'what a SQL pool does and takes': async (signIn) => {
    const client = await synapseClient(signIn);
    assert.equal((await client.sqlPoolDataWarehouseUserActivities.get(...pool, 'current')).activeQueriesCount, 3);
    const usages = await allOf(client.sqlPoolUsages.list(...pool));
    assert.ok(usages.some(({ name, currentValue = 0 }) => name === 'database_size' && currentValue > 1e9));
    const [link] = await allOf(client.sqlPoolReplicationLinks.list(...pool));
    const read = await client.sqlPoolReplicationLinks.getByName(...pool, link?.name ?? '');
    assert.equal(read.partnerServer, 'contoso-sales-dr');
    await client.sqlPools.beginPauseAndWait(...pool);
    const [last] = await allOf(client.sqlPoolOperations.list(...pool));
    assert.deepEqual([last?.databaseName, last?.state], [sqlPool, 'Succeeded']);
    assert.equal(
      (await client.sqlPoolOperationResults.getLocationHeaderResult(...pool, `sql01emu-${last?.name ?? ''}`)).name,
      sqlPool,
    );
    await assert.rejects(allOf(client.sqlPoolSchemas.list(...pool)), refused(409));
    await client.sqlPools.beginResumeAndWait(...pool);
  },

  'restore points of a SQL pool are made and deleted': async (signIn) => {
    const { sqlPoolRestorePoints: points } = await synapseClient(signIn);
    const made = await points.beginCreateAndWait(...pool, { restorePointLabel: 'made by a real client' });
    assert.equal(made.restorePointLabel, 'made by a real client');
    const name = made.name ?? '';
    assert.equal((await points.get(...pool, name)).restorePointType, 'DISCRETE');
    assert.ok((await allOf(points.list(...pool))).some((point) => point.name === name));
    await points.delete(...pool, name);
    await assert.rejects(points.get(...pool, name), refused(404));
  },

  'tables of a SQL pool, and what their columns hold': async (signIn) => {
    const client = await synapseClient(signIn);
    const schemas = (await allOf(client.sqlPoolSchemas.list(...pool))).map(({ name }) => name);
    assert.deepEqual(schemas, ['dbo', 'stage', 'audit']);
    assert.equal((await client.sqlPoolSchemas.get(...pool, 'DBO')).name, 'dbo');
    const tables = await allOf(client.sqlPoolTables.listBySchema(...pool, 'dbo'));
    assert.equal((await client.sqlPoolTables.get(...pool, 'dbo', 'DimProduct')).name, tables[1]?.name);
    const columns = await allOf(client.sqlPoolTableColumns.listByTableName(...pool, 'dbo', 'DimProduct'));
    assert.equal(columns.find(({ name }) => name === 'ListPrice')?.columnType, 'money');

    const { sqlPoolSensitivityLabels: labels } = client;
    const column = [...pool, 'dbo', 'DimProduct', 'ListPrice'] as const;
    const recommended = async () => (await allOf(labels.listRecommended(...pool))).map(({ id }) => id ?? '');
    assert.ok((await recommended()).some((id) => id.includes('/ListPrice/')));
    await labels.disableRecommendation(...column);
    assert.ok(!(await recommended()).some((id) => id.includes('/ListPrice/')));
    await labels.enableRecommendation(...column);
    await labels.createOrUpdate(...column, { labelName: 'Confidential', informationType: 'Financial' });
    assert.equal((await labels.get(...column, 'current')).labelName, 'Confidential');
    await labels.update(...pool, {
      operations: [{ op: 'remove', schema: 'dbo', table: 'DimProduct', column: 'ListPrice' }],
    });
    await assert.rejects(labels.get(...column, 'current'), refused(404));
    await labels.createOrUpdate(...column, { labelName: 'Public' });
    assert.ok((await allOf(labels.listCurrent(...pool))).some(({ labelName }) => labelName === 'Public'));
    await labels.delete(...column);
  },

  'workload groups of a SQL pool': async (signIn) => {
    const { sqlPoolWorkloadGroup: groups } = await synapseClient(signIn);
    const shares = { minResourcePercent: 10, maxResourcePercent: 50, minResourcePercentPerRequest: 2.5 };
    await groups.beginCreateOrUpdateAndWait(...pool, 'loads', shares);
    const read = await groups.get(...pool, 'LOADS');
    assert.deepEqual([read.name, read.minResourcePercentPerRequest, read.importance], ['loads', 2.5, 'normal']);
    assert.equal((await allOf(groups.list(...pool))).length, 1);
    const { sqlPoolWorkloadClassifier: classifiers } = await synapseClient(signIn);
    await classifiers.beginCreateOrUpdateAndWait(...pool, 'loads', 'nightly', { memberName: 'loader' });
    const classifier = await classifiers.get(...pool, 'Loads', 'Nightly');
    assert.deepEqual([classifier.name, classifier.memberName, classifier.importance], ['nightly', 'loader', 'normal']);
    assert.equal((await allOf(classifiers.list(...pool, 'loads'))).length, 1);
    await classifiers.beginDeleteAndWait(...pool, 'loads', 'nightly');
    await assert.rejects(classifiers.get(...pool, 'loads', 'nightly'), refused(404));
    await groups.beginDeleteAndWait(...pool, 'loads');
    await assert.rejects(groups.get(...pool, 'loads'), refused(404));
  },

  'the security of a SQL pool is scanned': async (signIn) => {
    const client = await synapseClient(signIn);
    const { sqlPoolVulnerabilityAssessments: assessments, sqlPoolVulnerabilityAssessmentScans: scans } = client;
    const container = 'https://scans.blob.core.windows.net/va';
    await assessments.createOrUpdate(...pool, 'default', {
      storageContainerPath: container,
      storageContainerSasKey: 's',
    });
    assert.equal((await assessments.get(...pool, 'default')).storageContainerPath, container);
    assert.equal((await allOf(assessments.list(...pool))).length, 1);
    const scan = [...pool, 'default', 'by-a-real-client'] as const;
    await scans.beginInitiateScanAndWait(...scan);
    assert.equal((await scans.get(...scan)).state, 'Failed');
    assert.ok((await allOf(scans.list(...pool, 'default'))).some(({ scanId }) => scanId === 'by-a-real-client'));
    const { exportedReportLocation = '' } = await scans.export(...scan);
    assert.ok(exportedReportLocation.startsWith(container));

    const { sqlPoolVulnerabilityAssessmentRuleBaselines: baselines } = client;
    const rule = [...pool, 'default', 'VA2108', 'default'] as const;
    await baselines.createOrUpdate(...rule, { baselineResults: [{ result: ['reader', 'SELECT'] }] });
    assert.deepEqual((await baselines.get(...rule)).baselineResults, [{ result: ['reader', 'SELECT'] }]);
    await baselines.delete(...rule);
    await assert.rejects(baselines.get(...rule), refused(404));
    await assessments.delete(...pool, 'default');
    await assert.rejects(assessments.get(...pool, 'default'), refused(404));
  },
};
