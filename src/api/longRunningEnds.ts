/**
 * How long-running operations really end, by operation id: what was recorded from the service, not what the
 * specifications promise (`final-state-via` is wrong in places). The generator puts these into the declarations. It
 * refuses a long-running operation without an entry, and an entry without such an operation.
 *
 * `source` is one of: a file of the folder `recorded` in the specifications folder; `table of operations`, which is that
 * folder's operations.md where it tells of a recording that the folder does not hold; `specification only`, where
 * nobody has seen the operation end.
 */
export type KnownEnd =
  /** Read the resource with this GET operation of the same specification file; its reply is the result. */
  | { readonly then: 'get'; readonly operation: string; readonly source: string }
  /**
   * The last reply of the Location URL is the result. Its type is what the operation declares, or, where it declares
   * nothing (or something else), the reply of the GET operation `like` of the same specification file.
   */
  | { readonly then: 'location'; readonly like?: string; readonly source: string }
  /** No result is left to read. */
  | { readonly then: 'nothing'; readonly source: string };

const specification = 'specification only';
const table = 'table of operations';

const management: Readonly<Record<string, KnownEnd>> = {
  // 201 with Azure-AsyncOperation and, against the specification, no Location; a status holds nothing but the status.
  Workspaces_CreateOrUpdate: { then: 'get', operation: 'Workspaces_Get', source: 'azure-cli.workspaces' },
  // 201 likewise, or 200 at once when nothing has to be done.
  Workspaces_Update: { then: 'get', operation: 'Workspaces_Get', source: 'azure-cli.workspaces' },
  // Both URLs are regional, below the subscription; Location ends in 204.
  Workspaces_Delete: { then: 'nothing', source: 'azure-cli.workspaces' },

  // Location ends in 201 with the pool, but what comes with the first 202 is half empty: one way to read a pool.
  SqlPools_Create: { then: 'get', operation: 'SqlPools_Get', source: 'azure-cli.sql_pool' },
  // These three have URLs below the pool, whose Location answers a database of Azure SQL (`kind`, empty `sku`), no pool.
  SqlPools_Update: { then: 'get', operation: 'SqlPools_Get', source: 'azure-cli.sql_pool' },
  SqlPools_Pause: { then: 'get', operation: 'SqlPools_Get', source: 'azure-cli.sql_pool' },
  SqlPools_Resume: { then: 'get', operation: 'SqlPools_Get', source: 'azure-cli.sql_pool' },
  SqlPools_Delete: { then: 'nothing', source: 'azure-cli.sql_pool' },
  // What a Location of the pool answers: 202, then 200 or 201. After a pause it is that database, whatever is declared.
  SqlPoolOperationResults_GetLocationHeaderResult: { then: 'location', source: 'azure-cli.sql_pool' },
  SqlPoolRestorePoints_Create: { then: 'location', source: specification },
  SqlPoolVulnerabilityAssessmentScans_InitiateScan: { then: 'nothing', source: specification },
  SqlPoolWorkloadGroup_CreateOrUpdate: { then: 'get', operation: 'SqlPoolWorkloadGroup_Get', source: specification },
  SqlPoolWorkloadGroup_Delete: { then: 'nothing', source: specification },
  SqlPoolWorkloadClassifier_CreateOrUpdate: {
    then: 'get',
    operation: 'SqlPoolWorkloadClassifier_Get',
    source: specification,
  },
  SqlPoolWorkloadClassifier_Delete: { then: 'nothing', source: specification },

  BigDataPools_CreateOrUpdate: { then: 'get', operation: 'BigDataPools_Get', source: 'azure-cli.spark_pool' },
  // Location only, although the specification names Azure-AsyncOperation; it ends in 204.
  BigDataPools_Delete: { then: 'nothing', source: 'azure-cli.spark_pool' },

  // 201 with both URLs, for a change too; Location ends in 200 with the rule.
  IpFirewallRules_CreateOrUpdate: { then: 'location', source: 'azure-cli.ip_firewall_rules' },
  IpFirewallRules_Delete: { then: 'nothing', source: 'azure-cli.ip_firewall_rules' },
  IpFirewallRules_ReplaceAll: { then: 'location', source: specification },

  // Location only, after the record of an artifact; it ends in 200 with the runtime, or empty after a deletion.
  IntegrationRuntimes_Create: { then: 'location', source: 'azure-cli.integration_runtime' },
  IntegrationRuntimes_Delete: { then: 'nothing', source: 'azure-cli.integration_runtime' },
  // Both URLs are below the runtime, all in lower case; Location ends in 200 with its status, after a stop empty.
  IntegrationRuntimes_Start: { then: 'location', source: 'azure-cli.integration_runtime' },
  IntegrationRuntimes_Stop: { then: 'nothing', source: 'azure-cli.integration_runtime' },
  IntegrationRuntimes_EnableInteractiveQuery: { then: 'nothing', source: specification },
  IntegrationRuntimes_DisableInteractiveQuery: { then: 'nothing', source: specification },
  IntegrationRuntimeObjectMetadata_Refresh: { then: 'location', source: specification },

  // 202 with both URLs and no body; Location ends in 200 with the administrator, after a deletion in 204.
  WorkspaceAadAdmins_CreateOrUpdate: { then: 'location', source: 'azure-cli.sql_aad_admin' },
  WorkspaceAadAdmins_Delete: { then: 'nothing', source: 'azure-cli.sql_aad_admin' },
  // 201 with Azure-AsyncOperation alone.
  WorkspaceManagedIdentitySqlControlSettings_CreateOrUpdate: {
    then: 'get',
    operation: 'WorkspaceManagedIdentitySqlControlSettings_Get',
    source: table,
  },
};

/**
 * Artifacts: 202 with a record and a Location, which answers 202 until it ends in 200 with the resource, or empty after
 * a deletion. No recording shows another way, so those that nobody recorded are taken to do the same.
 */
const artifacts: Readonly<Record<string, KnownEnd>> = {
  SqlScript_CreateOrUpdateSqlScript: { then: 'location', source: 'azure-cli.sqlscript' },
  SqlScript_DeleteSqlScript: { then: 'nothing', source: 'azure-cli.sqlscript' },
  // Ends in the script under its new name. The other renamings may as well, but none was recorded.
  SqlScript_RenameSqlScript: {
    then: 'location',
    like: 'SqlScript_GetSqlScript',
    source: 'azure-sdk-for-net.sqlscript.excerpt',
  },
  Notebook_CreateOrUpdateNotebook: { then: 'location', source: 'azure-cli.notebook' },
  Notebook_DeleteNotebook: { then: 'nothing', source: 'azure-cli.notebook' },
  Notebook_RenameNotebook: { then: 'nothing', source: specification },
  Pipeline_CreateOrUpdatePipeline: { then: 'location', source: 'azure-cli.pipeline' },
  Pipeline_DeletePipeline: { then: 'nothing', source: 'azure-cli.pipeline' },
  Pipeline_RenamePipeline: { then: 'nothing', source: specification },
  SparkJobDefinition_CreateOrUpdateSparkJobDefinition: { then: 'location', source: 'azure-cli.spark_job_definition' },
  SparkJobDefinition_DeleteSparkJobDefinition: { then: 'nothing', source: 'azure-cli.spark_job_definition' },
  SparkJobDefinition_RenameSparkJobDefinition: { then: 'nothing', source: specification },
  // The batch job that was started, which goes on for as long as it likes.
  SparkJobDefinition_ExecuteSparkJobDefinition: { then: 'location', source: specification },
  SparkJobDefinition_DebugSparkJobDefinition: { then: 'location', source: specification },
  LinkedService_CreateOrUpdateLinkedService: { then: 'location', source: 'azure-cli.linked_service' },
  LinkedService_DeleteLinkedService: { then: 'nothing', source: 'azure-cli.linked_service' },
  LinkedService_RenameLinkedService: { then: 'nothing', source: specification },
  Dataset_CreateOrUpdateDataset: { then: 'location', source: specification },
  Dataset_DeleteDataset: { then: 'nothing', source: specification },
  Dataset_RenameDataset: { then: 'nothing', source: specification },
  DataFlow_CreateOrUpdateDataFlow: { then: 'location', source: specification },
  DataFlow_DeleteDataFlow: { then: 'nothing', source: specification },
  DataFlow_RenameDataFlow: { then: 'nothing', source: specification },
  DataFlowDebugSession_CreateDataFlowDebugSession: { then: 'location', source: specification },
  DataFlowDebugSession_ExecuteCommand: { then: 'location', source: specification },
  Trigger_CreateOrUpdateTrigger: { then: 'location', source: specification },
  Trigger_DeleteTrigger: { then: 'nothing', source: specification },
  Trigger_SubscribeTriggerToEvents: { then: 'location', source: specification },
  Trigger_UnsubscribeTriggerFromEvents: { then: 'location', source: specification },
  // 200 without a body at once, although these two are declared as long-running.
  Trigger_StartTrigger: { then: 'nothing', source: table },
  Trigger_StopTrigger: { then: 'nothing', source: table },
  // Location leads to `/libraryOperationResults/…`; the 202 has the record only, which is all that is declared.
  Library_Create: { then: 'location', like: 'Library_GetOperationResult', source: table },
  Library_Flush: { then: 'location', like: 'Library_GetOperationResult', source: table },
  Library_Delete: { then: 'nothing', source: specification },
  Credential_CreateOrUpdate: { then: 'location', source: specification },
  Credential_Delete: { then: 'nothing', source: specification },
  KqlScript_CreateOrUpdate: { then: 'location', source: specification },
  KqlScript_DeleteByName: { then: 'nothing', source: specification },
  KqlScript_Rename: { then: 'nothing', source: specification },
};

export const longRunningEnds: Readonly<Record<string, KnownEnd>> = { ...management, ...artifacts };
