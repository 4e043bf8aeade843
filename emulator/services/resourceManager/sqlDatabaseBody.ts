import { idOf } from '../../store/ids.ts';
import type { SqlPool, Workspace } from '../../store/model.ts';
import { sqlPoolId } from './resourceIds.ts';

/** What `operationResults` of a pool answers: the Azure SQL database behind it (recording azure-cli.sql_pool.json). */
export function sqlDatabaseBody(workspace: Workspace, pool: SqlPool): object {
  const { collation, maxSizeBytes, status, creationDate } = pool.properties;
  const secondary = pairedRegions[pool.location];
  return {
    sku: {},
    kind: 'v12.0,user,datawarehouse,gen2',
    properties: {
      collation,
      maxSizeBytes,
      status,
      databaseId: idOf('database', workspace.name, pool.name),
      creationDate,
      currentServiceObjectiveName: pool.skuName,
      ...(secondary !== undefined && { defaultSecondaryLocation: secondary }),
      catalogCollation: 'SQL_Latin1_General_CP1_CI_AS',
    },
    location: pool.location,
    ...(pool.tags && { tags: pool.tags }),
    id: sqlPoolId(workspace, pool),
    name: pool.name,
    type: 'Microsoft.Synapse/workspaces/sqlPools',
  };
}

/** Where Azure keeps a region's second copies, for the regions of the samples; the first is recorded. */
const pairedRegions: Readonly<Record<string, string>> = {
  eastus: 'westus',
  eastus2: 'centralus',
  centralus: 'eastus2',
  westeurope: 'northeurope',
  northeurope: 'westeurope',
  uksouth: 'ukwest',
  swedencentral: 'swedensouth',
  switzerlandnorth: 'switzerlandwest',
  australiaeast: 'australiasoutheast',
  japaneast: 'japanwest',
  brazilsouth: 'southcentralus',
};
