/** One operation group: one exported const in one file of `src/api`. */
export interface Group {
  /** Name of the const; the file is named after it (`SqlPools` → `sqlPools.generated.ts`). */
  readonly name: string;
  /** Folder below `src/api`; the groups of a folder share its models. */
  readonly service: 'arm' | 'resourceGraph' | 'synapse';
  /** Specification files, relative to the folder of all specifications. */
  readonly files: readonly string[];
  /** First parts of the operation ids (before `_`) where they differ from `name`. */
  readonly prefixes?: readonly string[];
  /** The operations that are wanted; without it, all with the prefix. */
  readonly only?: readonly string[];
  /** Member names by operation id, where the rule (see memberNames.ts) gives none that reads well. */
  readonly members?: Readonly<Record<string, string>>;
  /** Path parameters that always have the same value here (Livy's version). */
  readonly pathValues?: Readonly<Record<string, string>>;
  /**
   * Path parameters whose values are paths themselves (the scope of an Azure role assignment). By hand, because the
   * specifications' mark for it, `x-ms-skip-url-encoding`, is also on plain names, which must be encoded. The service
   * layer encodes every slash: it has to honour `wholePaths` before such a group is declared.
   */
  readonly wholePaths?: readonly string[];
  /** Ids of POST operations that change nothing, so that the service layer may repeat them. */
  readonly readOnly?: readonly string[];
  /** Resource Graph's paging, which the specification does not declare: its rows are in `items`, next pages by `$skipToken`. */
  readonly skipTokenItems?: string;
}

const management = 'synapse/resource-manager/Microsoft.Synapse/stable/2021-06-01';
const workspace = 'synapse/data-plane/Microsoft.Synapse/stable/2020-12-01';
const subscriptions = 'resources/resource-manager/Microsoft.Resources/stable/2022-12-01/subscriptions.json';

/** What `src/api` declares. A new group is a row here (and, for long-running operations, rows in longRunningEnds.ts). */
export const groups: readonly Group[] = [
  {
    name: 'Subscriptions',
    service: 'arm',
    files: [subscriptions],
    only: ['Subscriptions_List', 'Subscriptions_Get'],
  },
  { name: 'Tenants', service: 'arm', files: [subscriptions] },
  {
    name: 'ResourceGraph',
    service: 'resourceGraph',
    files: ['resourcegraph/resource-manager/Microsoft.ResourceGraph/stable/2022-10-01/resourcegraph.json'],
    prefixes: ['Resources'],
    members: { Resources: 'resources' },
    skipTokenItems: 'data',
  },
  { name: 'Workspaces', service: 'synapse', files: [`${management}/workspace.json`] },
  { name: 'SqlPools', service: 'synapse', files: [`${management}/sqlPool.json`] },
  { name: 'BigDataPools', service: 'synapse', files: [`${management}/bigDataPool.json`] },
  { name: 'RoleAssignments', service: 'synapse', files: [`${workspace}/roleAssignments.json`] },
  { name: 'RoleDefinitions', service: 'synapse', files: [`${workspace}/roleDefinitions.json`] },
];

/**
 * The workspace endpoint answers some calls in the models of the management plane's preview of 2019, whose names are
 * those of 2021.
 */
export const modelSuffixes: Readonly<Record<string, string>> = {
  'synapse/resource-manager/Microsoft.Synapse/preview/2019-06-01-preview/': 'Preview2019',
};
