import type { Directory } from '../store/directory.ts';
import { idOf } from '../store/ids.ts';
import type { SqlPool, SqlPoolStatus, Subscription, Tags, Tenant, Workspace } from '../store/model.ts';
import { lazy } from '../store/lazy.ts';
import { newWorkspace } from '../store/newWorkspace.ts';
import type { Work } from '../store/work.ts';
import type { SampleScript } from '../store/sqlScripts.ts';
import { bigDataPoolProperties } from '../services/resourceManager/bigDataPoolChanges.ts';
import { setFirewallRule } from '../services/resourceManager/firewallRuleChanges.ts';
import { bigDataPoolId, sqlPoolId } from '../services/resourceManager/resourceIds.ts';
import { defaultCollation, maxSizeBytes } from '../services/resourceManager/sqlPoolChanges.ts';
import { transitionOf } from '../services/resourceManager/sqlPoolTransition.ts';
import type { JsonObject } from '../services/requestBody.ts';
import { artifactsFrom, type SampleArtifacts } from './artifacts/shapes.ts';
import { slowStart, type SampleParts } from './sample.ts';

export interface WorkspaceValues {
  readonly tenant: Tenant;
  readonly subscription: Subscription;
  readonly resourceGroupName: string;
  readonly name: string;
  readonly location: string;
  /** Object id of the person who made it. */
  readonly creator: string;
  readonly tags?: Tags;
  readonly sqlScripts?: () => Iterable<SampleScript>;
  readonly artifacts?: () => SampleArtifacts;
  readonly work?: (work: Work) => void;
  /** Address ranges of its firewall, as name, first and last address; every address without it. */
  readonly firewall?: readonly (readonly [name: string, start: string, end: string])[];
}

/** What the portal makes of "Allow connections from all IP addresses". */
const allowAll = ['allowAll', '0.0.0.0', '255.255.255.255'] as const;

/** What the portal makes of "Allow Azure services and resources to access this workspace". */
export const azureServices = ['AllowAllWindowsAzureIps', '0.0.0.0', '0.0.0.0'] as const;

/** A workspace that is ready. */
export function addWorkspace({ store }: SampleParts, values: WorkspaceValues): Workspace {
  const { tenant, subscription, name, creator, tags } = values;
  const directory: Directory = tenant.directory;
  const workspace = newWorkspace({
    tenantId: tenant.tenantId,
    subscriptionId: subscription.subscriptionId,
    resourceGroupName: values.resourceGroupName,
    name,
    location: values.location,
    directory,
    creator: { id: creator, type: directory.get(creator)?.type ?? 'User' },
    defaultDataLakeStorage: {
      createManagedPrivateEndpoint: false,
      accountUrl: `https://lake${idOf('storage', name).slice(0, 8)}.dfs.core.windows.net`,
      filesystem: 'workspace',
    },
    sqlAdministratorLogin: 'sqladminuser',
    ...(values.sqlScripts && { sqlScripts: values.sqlScripts }),
    ...(values.artifacts && { artifacts: artifactsFrom(lazy(values.artifacts)) }),
    ...(values.work && { work: values.work }),
  });
  workspace.properties.provisioningState = 'Succeeded';
  workspace.properties.extraProperties = { WorkspaceType: 'Normal', IsScopeEnabled: false };
  if (tags) workspace.tags = tags;
  for (const [ruleName, start, end] of values.firewall ?? [allowAll]) {
    setFirewallRule(workspace, ruleName, { startIpAddress: start, endIpAddress: end }, -Infinity);
  }
  store.addWorkspace(workspace);
  return workspace;
}

/** @param status a pool in transition arrives while people watch; Scaling ends with the size of `to` */
export function addSqlPool(
  { operations, operationTime }: SampleParts,
  workspace: Workspace,
  values: { name: string; skuName: string; status: SqlPoolStatus; to?: string; created?: string; tags?: Tags },
): void {
  const { name, skuName, status, tags, created = '2024-03-11T09:12:44.373Z' } = values;
  const isSettled = status === 'Online' || status === 'Paused';
  const pool: SqlPool = {
    name,
    location: workspace.location,
    skuName,
    ...(tags && { tags }),
    properties: {
      status: isSettled ? status : status === 'Resuming' ? 'Paused' : 'Online',
      maxSizeBytes,
      collation: defaultCollation,
      creationDate: created,
      storageAccountType: 'GRS',
      provisioningState: 'Succeeded',
    },
  };
  workspace.sqlPools.set(name, pool);
  if (isSettled) return;
  const transition = {
    through: status,
    to: status === 'Pausing' ? 'Paused' : 'Online',
    ...(values.to !== undefined && { skuName: values.to }),
  } as const;
  operations.start({
    ...transitionOf(pool, transition),
    scopePath: sqlPoolId(workspace, pool),
    duration: operationTime * slowStart,
    result: () => ({ status: 200 }),
  });
}

/** @param properties as a PUT would have them */
export function addBigDataPool(workspace: Workspace, name: string, properties: JsonObject, tags?: Tags): void {
  const created = '2024-03-12T07:28:46.976Z';
  workspace.bigDataPools.set(name, {
    name,
    location: workspace.location,
    ...(tags && { tags }),
    properties: {
      ...bigDataPoolProperties(created, properties),
      lastSucceededTimestamp: '2024-03-12T07:29:35.98Z',
    },
  });
}

/** A Spark pool that is still being made when the emulator starts. */
export function addProvisioningBigDataPool(
  { operations, operationTime }: SampleParts,
  workspace: Workspace,
  name: string,
  properties: JsonObject,
): void {
  addBigDataPool(workspace, name, properties);
  const pool = workspace.bigDataPools.get(name);
  if (pool === undefined) return;
  pool.properties.provisioningState = 'Provisioning';
  delete pool.properties.lastSucceededTimestamp;
  operations.start({
    scopePath: bigDataPoolId(workspace, pool),
    duration: operationTime * slowStart,
    succeeded: () => (pool.properties.provisioningState = 'Succeeded'),
    failed: () => (pool.properties.provisioningState = 'Failed'),
    result: () => ({ status: 200 }),
  });
}
