import { ServiceError } from '../../http/serviceError.ts';
import type { BigDataPool, BigDataPoolProperties, Workspace } from '../../store/model.ts';
import type { Context } from '../context.ts';
import { objectMember, tagsMember, type JsonObject } from '../requestBody.ts';
import { validateBigDataPoolSize } from './bigDataPoolSize.ts';
import { requiredLocation, validateBigDataPoolName } from './validation.ts';

/** Stores what a PUT says. The body is the whole pool: what it leaves out goes back to its default. */
export function putBigDataPool(workspace: Workspace, name: string, body: JsonObject, { clock }: Context): BigDataPool {
  validateBigDataPoolName(name);
  const location = requiredLocation(body);
  const sent = objectMember(body, 'properties') ?? {};
  validateBigDataPoolSize(sent);
  const tags = tagsMember(body);
  const existing = workspace.bigDataPools.get(name);
  const state = existing?.properties.provisioningState;
  if (state === 'Provisioning' || state === 'Deleting') {
    throw new ServiceError(409, 'Conflict', `The Spark pool '${name}' cannot be changed: its state is ${state}.`);
  }
  const properties: BigDataPoolProperties = {
    ...bigDataPoolProperties(existing?.properties.creationDate ?? new Date(clock()).toISOString(), sent),
    provisioningState: 'Provisioning',
  };
  const pool: BigDataPool = { name: existing?.name ?? name, location, properties, ...(tags && { tags }) };
  workspace.bigDataPools.set(name, pool);
  return pool;
}

/** The members of a pool with the values that the service fills in (recording azure-cli.spark_pool.json). */
export function bigDataPoolProperties(creationDate: string, sent: JsonObject): BigDataPoolProperties {
  const spark = objectMember(sent, 'sparkConfigProperties');
  const libraries = objectMember(sent, 'libraryRequirements');
  return {
    sparkVersion: '3.4',
    nodeCount: 0,
    nodeSize: 'Small',
    nodeSizeFamily: 'MemoryOptimized',
    isComputeIsolationEnabled: false,
    sessionLevelPackagesEnabled: false,
    cacheSize: 50,
    isAutotuneEnabled: false,
    ...sent,
    autoScale: { enabled: false, minNodeCount: 0, maxNodeCount: 0, ...objectMember(sent, 'autoScale') },
    autoPause: { enabled: false, delayInMinutes: 0, ...objectMember(sent, 'autoPause') },
    dynamicExecutorAllocation: { enabled: false, ...objectMember(sent, 'dynamicExecutorAllocation') },
    ...(spark && { sparkConfigProperties: { configurationType: 'File', ...spark, time: creationDate } }),
    ...(libraries && { libraryRequirements: { ...libraries, time: creationDate } }),
    creationDate,
    provisioningState: 'Succeeded',
  };
}
