import type { Admissions } from './admissions.ts';
import type { CaseInsensitiveMap } from './caseInsensitiveMap.ts';
import type { Directory } from './directory.ts';
import type { SqlScripts } from './sqlScripts.ts';

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
  readonly identity: { readonly type: 'SystemAssigned'; readonly tenantId: string; readonly principalId: string };
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
