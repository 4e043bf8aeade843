import type { Admissions } from './admissions.ts';
import type { CaseInsensitiveMap } from './caseInsensitiveMap.ts';
import type { Directory } from './directory.ts';
import type { NewResource } from './resources.ts';
import type { SqlScripts } from './sqlScripts.ts';
import type { Work } from './work.ts';

/*
 * What the emulator remembers. Members that go over the wire have the service's names and shapes; what only the
 * emulator needs stands beside them. Member sets follow the recordings azure-cli.{workspaces,sql_pool,spark_pool,
 * access_control}.json.
 */

export type Tags = Readonly<Record<string, string>>;

export interface Tenant {
  readonly tenantId: string;
  readonly displayName: string;
  readonly defaultDomain: string;
  readonly countryCode: string;
  /** The tenant that the sample's user belongs to; in the others that user is a guest. */
  readonly home: boolean;
  readonly directory: Directory;
}

export interface Subscription {
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly resourceGroups: CaseInsensitiveMap<ResourceGroup>;
}

export interface ResourceGroup {
  readonly name: string;
  readonly workspaces: CaseInsensitiveMap<Workspace>;
}

export interface WorkspaceProperties {
  defaultDataLakeStorage: unknown;
  encryption: unknown;
  provisioningState: 'Provisioning' | 'Succeeded' | 'Deleting' | 'Failed';
  managedResourceGroupName: string;
  sqlAdministratorLogin?: string;
  privateEndpointConnections: readonly unknown[];
  workspaceUID: string;
  extraProperties: { WorkspaceType: string; IsScopeEnabled?: boolean };
  publicNetworkAccess: string;
  cspWorkspaceAdminProperties: { initialWorkspaceAdminObjectId: string };
  trustedServiceBypassEnabled: boolean;
  managedVirtualNetwork?: string;
  managedVirtualNetworkSettings?: unknown;
  workspaceRepositoryConfiguration?: unknown;
  purviewConfiguration?: unknown;
}

export interface WorkspaceIdentity {
  /** `SystemAssigned`, with those that people assigned beside it `SystemAssigned,UserAssigned`. */
  readonly type: string;
  readonly tenantId: string;
  readonly principalId: string;
  /** By resource id. */
  readonly userAssignedIdentities?: Readonly<
    Record<string, { readonly clientId: string; readonly principalId: string }>
  >;
}

/** An address range of the workspace's IP firewall. */
export interface FirewallRule {
  readonly name: string;
  properties: {
    provisioningState: 'Provisioning' | 'Succeeded' | 'Deleting' | 'Failed';
    startIpAddress: string;
    endIpAddress: string;
  };
}

export interface Workspace {
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly name: string;
  readonly location: string;
  identity: WorkspaceIdentity;
  tags?: Tags;
  properties: WorkspaceProperties;
  readonly sqlPools: CaseInsensitiveMap<SqlPool>;
  readonly bigDataPools: CaseInsensitiveMap<BigDataPool>;
  readonly roleAssignments: CaseInsensitiveMap<RoleAssignment>;
  /** As Resource Manager tells them; what the development endpoint goes by lags behind. */
  readonly firewallRules: CaseInsensitiveMap<FirewallRule>;
  readonly admissions: Admissions;
  /** Made on first use, because a sample may have thousands. */
  readonly sqlScripts: () => SqlScripts;
  /** Likewise: jobs and runs. */
  readonly work: () => Work;
  /** What it has from the beginning of a type of artifacts: `pipelines`. Asked once. */
  readonly artifacts: (path: string) => Iterable<NewResource>;
}

/** `properties.status` of a dedicated SQL pool: its power state. */
export type SqlPoolStatus = 'Online' | 'Paused' | 'Pausing' | 'Resuming' | 'Scaling';

export interface SqlPool {
  readonly name: string;
  readonly location: string;
  skuName: string;
  tags?: Tags;
  properties: {
    /** Absent until the pool has been created. */
    status?: SqlPoolStatus;
    maxSizeBytes: number;
    collation: string;
    /** Of a pool that was made of a restore point. */
    restorePointInTime?: string;
    creationDate: string;
    storageAccountType: string;
    provisioningState: 'Provisioning' | 'Succeeded' | 'Deleting' | 'Failed';
  };
}

export interface BigDataPool {
  readonly name: string;
  readonly location: string;
  tags?: Tags;
  properties: BigDataPoolProperties;
}

/** The members that the emulator itself reads or sets; the others of a PUT come back as they were sent. */
export interface BigDataPoolProperties {
  readonly [name: string]: unknown;
  provisioningState: 'Provisioning' | 'Succeeded' | 'Deleting' | 'Failed';
  creationDate: string;
  lastSucceededTimestamp?: string;
}

export interface RoleAssignment {
  readonly id: string;
  readonly roleDefinitionId: string;
  readonly principalId: string;
  readonly scope: string;
  /** Old ones have none (azure-cli#22078). */
  readonly principalType?: string;
}
