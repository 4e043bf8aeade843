import type { Subscription, Tenant } from '../store/model.ts';
import { financeArtifacts, peopleArtifacts } from './artifacts/otherArtifacts.ts';
import { salesArtifacts } from './artifacts/salesArtifacts.ts';
import { salesWork } from './artifacts/salesWork.ts';
import { addFinanceParts, addSalesParts } from './contosoParts.ts';
import type { People } from './people.ts';
import { Grants } from './roles.ts';
import type { SampleParts } from './sample.ts';
import { financeScripts, peopleScripts } from './scripts/otherScripts.ts';
import { salesScripts } from './scripts/salesScripts.ts';
import { addBigDataPool, addProvisioningBigDataPool, addSqlPool, addWorkspace, azureServices } from './workspaces.ts';

/** Five production workspaces: one rich, one in Git mode, one behind private endpoints, one without pools. */
export function addContosoWorkspaces(
  parts: SampleParts,
  tenant: Tenant,
  subscription: Subscription,
  people: People,
): void {
  const common = { tenant, subscription };
  const production = { environment: 'production' };

  const sales = addWorkspace(parts, {
    ...common,
    name: 'contoso-sales',
    resourceGroupName: 'rg-analytics-prod',
    location: 'westeurope',
    creator: people.alex,
    tags: { ...production, 'cost center': '4711' },
    sqlScripts: salesScripts,
    artifacts: salesArtifacts,
    work: salesWork(parts.clock, people),
  });
  addSqlPool(parts, sales, { name: 'SalesDW', skuName: 'DW1000c', status: 'Online', tags: production });
  addSqlPool(parts, sales, { name: 'SalesArchive', skuName: 'DW100c', status: 'Paused' });
  addSqlPool(parts, sales, { name: 'SalesNightly', skuName: 'DW500c', status: 'Resuming' });
  addBigDataPool(sales, 'sparksmall', {
    nodeSize: 'Small',
    autoScale: { enabled: true, minNodeCount: 3, maxNodeCount: 10 },
    autoPause: { enabled: true, delayInMinutes: 15 },
  });
  addBigDataPool(sales, 'sparklarge', { nodeSize: 'Large', nodeCount: 5 });
  addSalesParts(parts, sales, people);
  new Grants(sales, tenant.directory)
    .add('Synapse Administrator', people.admins)
    .add('Synapse Contributor', people.engineers)
    .add('Synapse Artifact User', people.analysts)
    .add('Synapse SQL Administrator', people.zoe)
    .add('Apache Spark Administrator', people.bjorn)
    .add('Synapse Artifact Publisher', people.pipelines)
    .add('Synapse Monitoring Operator', people.monitoring)
    .add('Synapse Linked Data Manager', people.sean)
    .add('Synapse User', people.priya)
    .add('Synapse Compute Operator', people.mei, 'bigDataPools/sparksmall')
    .add('Synapse Contributor', people.priya, 'bigDataPools/sparklarge')
    .add('Synapse Compute Operator', people.pipelines, 'integrationRuntimes/AutoResolveIntegrationRuntime')
    .add('Synapse User', people.analysts, 'scopePools/scope1')
    .add('Synapse Credential User', people.pipelines, 'credentials/WorkspaceSystemIdentity')
    .add('Synapse Credential User', people.monitoring, 'linkedServices/contoso-sales-WorkspaceDefaultStorage');

  const finance = addWorkspace(parts, {
    ...common,
    name: 'contoso-finance',
    resourceGroupName: 'rg-finance',
    location: 'northeurope',
    creator: people.zoe,
    tags: production,
    firewall: [azureServices, ['Headquarters', '203.0.113.0', '203.0.113.255']],
    sqlScripts: financeScripts,
    artifacts: financeArtifacts,
  });
  finance.properties.workspaceRepositoryConfiguration = {
    type: 'WorkspaceGitHubConfiguration',
    accountName: 'contoso',
    repositoryName: 'finance-synapse',
    collaborationBranch: 'main',
    rootFolder: '/',
    lastCommitId: '7fd1a60b01f91b314f59955a4e4d4e80d8edf11d',
  };
  addSqlPool(parts, finance, { name: 'FinanceDW', skuName: 'DW200c', status: 'Scaling', to: 'DW400c' });
  addSqlPool(parts, finance, { name: 'Close_2024', skuName: 'DW3000c', status: 'Paused' });
  addBigDataPool(finance, 'forecast', {
    nodeSize: 'Medium',
    autoScale: { enabled: true, minNodeCount: 3, maxNodeCount: 40 },
  });
  addFinanceParts(parts, finance);
  new Grants(finance, tenant.directory)
    .add('Synapse Administrator', people.admins)
    .add('Synapse Administrator', people.alex)
    .add('Synapse Artifact Publisher', people.pipelines);

  const restricted = addWorkspace(parts, {
    ...common,
    name: 'contoso-people',
    resourceGroupName: 'rg-hr_(restricted)',
    location: 'westeurope',
    creator: people.sean,
    sqlScripts: peopleScripts,
    artifacts: peopleArtifacts,
  });
  restricted.properties.publicNetworkAccess = 'Disabled';
  restricted.properties.managedVirtualNetwork = 'default';
  restricted.properties.managedVirtualNetworkSettings = { preventDataExfiltration: true };
  addSqlPool(parts, restricted, { name: 'PeopleDW', skuName: 'DW100c', status: 'Paused' });
  new Grants(restricted, tenant.directory).add('Synapse Administrator', people.admins);

  const devices = addWorkspace(parts, {
    ...common,
    name: 'contoso-iot-01',
    resourceGroupName: 'rg-analytics-prod',
    location: 'eastus',
    creator: people.bjorn,
    firewall: [['Mobile networks', '192.0.0.0', '223.255.255.255']],
  });
  addBigDataPool(devices, 'telemetry', {
    nodeSize: 'Medium',
    nodeCount: 8,
    autoPause: { enabled: true, delayInMinutes: 60 },
  });
  addProvisioningBigDataPool(parts, devices, 'streaming', { nodeSize: 'Large', nodeCount: 3 });
  new Grants(devices, tenant.directory)
    .add('Synapse Administrator', people.admins)
    .add('Synapse Contributor', people.engineers, 'bigDataPools/telemetry');

  const poolless = addWorkspace(parts, {
    ...common,
    name: 'contoso-serverless',
    resourceGroupName: 'rg-analytics-prod',
    location: 'uksouth',
    creator: people.alex,
  });
  new Grants(poolless, tenant.directory).add('Synapse Administrator', people.admins);
}
