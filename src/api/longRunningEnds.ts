/**
 * How long-running operations really end, by operation id: what was recorded from the service, not what the
 * specifications promise (`final-state-via` is wrong in places). The generator puts these into the declarations. It
 * refuses a long-running operation without an entry, and an entry without such an operation.
 *
 * Names of recordings are files of the folder `recorded` beside the specifications.
 */
export type KnownEnd =
  /** Read the resource with this GET operation of the same specification file; its reply is the result. */
  | { readonly then: 'get'; readonly operation: string; readonly source: string }
  /** The last reply of the Location URL is the result. */
  | { readonly then: 'location'; readonly source: string }
  /** No result is left to read. */
  | { readonly then: 'nothing'; readonly source: string };

export const longRunningEnds: Readonly<Record<string, KnownEnd>> = {
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

  BigDataPools_CreateOrUpdate: { then: 'get', operation: 'BigDataPools_Get', source: 'azure-cli.spark_pool' },
  // Location only, although the specification names Azure-AsyncOperation; it ends in 204.
  BigDataPools_Delete: { then: 'nothing', source: 'azure-cli.spark_pool' },
};
