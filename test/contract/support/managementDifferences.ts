import type { Difference } from './askExamples.ts';

const lastPage =
  'The last page of a list has no link (recorded of workspaces); the example has an empty or a strange one.';
const kind = 'Not in the recorded policy (azure-cli.sql_pool_audit_policy).';
const notRestored =
  'Only a pool that was restored has a moment that it was restored from; the recorded ones have none.';
const database = 'Location answers the database behind the pool (azure-cli.sql_pool), which has other members.';

const tier = 'Recorded without (azure-cli.sql_pool).';

/** Where an example of the management plane is not as the service is. */
export const managementDifferences: readonly Difference[] = [
  ...['SqlPools_Pause', 'SqlPools_Resume'].flatMap((operation) => [
    { operation, what: '$.properties.provisioningState: missing', why: database },
    { operation, what: '$.properties.restorePointInTime: missing', why: notRestored },
    { operation, what: '$.sku.name: missing', why: database },
  ]),
  ...['provisioningState', 'storageAccountType'].map((name) => ({
    operation: 'SqlPools_Update',
    what: `$.properties.${name}: missing`,
    why: database,
  })),
  { operation: 'SqlPools_Update', what: '$.sku.name: missing', why: database },
  ...['SqlPools_Update', 'SqlPools_Create'].flatMap((operation) => [
    { operation, what: '$.properties.restorePointInTime: missing', why: notRestored },
    { operation, what: '$.properties.recoverableDatabaseId: missing', why: notRestored },
    { operation, what: '$.sku.tier: missing', why: tier },
  ]),
  {
    operation: 'Workspaces_ListByResourceGroup',
    what: '$.value[].properties.sqlAdministratorLoginPassword: missing',
    why: 'No service gives a password back.',
  },
  {
    operation: 'Workspaces_Get',
    what: '$.properties.extraProperties.IsScopeEnabled: boolean instead of string',
    why: 'Recorded as a boolean (azure-cli.workspaces).',
  },
  { operation: 'BigDataPools_ListByWorkspace', what: '$.nextLink: missing', why: lastPage },
  { operation: 'IntegrationRuntimeObjectMetadata_List', what: '$.nextLink: missing', why: lastPage },
  { operation: 'IpFirewallRules_ListByWorkspace', what: '$.nextLink: missing', why: lastPage },
  { operation: 'SqlPoolBlobAuditingPolicies_Get', what: '$.kind: missing', why: kind },
  { operation: 'SqlPoolBlobAuditingPolicies_CreateOrUpdate', what: '$.kind: missing', why: kind },
  { operation: 'SqlPoolBlobAuditingPolicies_ListBySqlPool', what: '$.value[].kind: missing', why: kind },
  {
    operation: 'SqlPoolTransparentDataEncryptions_CreateOrUpdate',
    what: '$.location: null instead of string',
    why: 'A PUT is answered with null there (azure-cli.sql_pool_tde).',
  },
  { operation: 'SqlPools_Get', what: '$.properties.restorePointInTime: missing', why: notRestored },
  { operation: 'SqlPools_ListByWorkspace', what: '$.value[].properties.restorePointInTime: missing', why: notRestored },
  { operation: 'SqlPools_Get', what: '$.sku.tier: missing', why: tier },
];
