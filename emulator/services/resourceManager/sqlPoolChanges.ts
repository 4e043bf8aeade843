import { ServiceError } from '../../http/serviceError.ts';
import type { SqlPool, Tags, Workspace } from '../../store/model.ts';
import type { Context } from '../context.ts';
import { objectMember, stringMember, tagsMember, type JsonObject } from '../requestBody.ts';
import { invalid, requiredLocation, validateSqlPoolName, validateSqlPoolSize } from './validation.ts';

/** 240 TiB less the log: what the recorded pools have. */
export const maxSizeBytes = 263_882_790_666_240;
export const defaultCollation = 'SQL_Latin1_General_CP1_CI_AS';

/** What a PUT makes of a pool, and what remains to be done when it has ended. */
export function createdSqlPool(
  workspace: Workspace,
  name: string,
  body: JsonObject,
  { clock }: Context,
): { pool: SqlPool; created: () => void } {
  validateSqlPoolName(name);
  const location = requiredLocation(body);
  const skuName = sizeOf(body);
  const tags = tagsMember(body);
  const existing = workspace.sqlPools.get(name);
  if (existing !== undefined) return replacement(existing, skuName, tags);
  if (skuName === undefined) throw invalid('SQL pool', 'MissingSku', "'sku.name' is required.");
  const properties = objectMember(body, 'properties') ?? {};
  const pool: SqlPool = {
    name,
    location,
    skuName,
    ...(tags && { tags }),
    properties: {
      maxSizeBytes: 0,
      collation: stringMember(properties, 'collation') ?? defaultCollation,
      creationDate: '0001-01-01T00:00:00',
      storageAccountType: stringMember(properties, 'storageAccountType') ?? 'GRS',
      provisioningState: 'Provisioning',
    },
  };
  workspace.sqlPools.set(name, pool);
  const created = (): void => {
    const { collation, storageAccountType } = pool.properties;
    const creationDate = new Date(clock()).toISOString();
    // Order of members as recorded.
    pool.properties = {
      status: 'Online',
      maxSizeBytes,
      collation,
      creationDate,
      storageAccountType,
      provisioningState: 'Succeeded',
    };
  };
  return { pool, created };
}

/** A PUT on a pool that is there: its size and tags become those of the body. */
function replacement(
  pool: SqlPool,
  skuName: string | undefined,
  tags: Tags | undefined,
): { pool: SqlPool; created: () => void } {
  const { provisioningState, status } = pool.properties;
  if (provisioningState !== 'Succeeded' || (status !== 'Online' && status !== 'Paused')) {
    throw new ServiceError(409, 'Conflict', `Another operation on the SQL pool '${pool.name}' is in progress.`);
  }
  pool.properties.provisioningState = 'Provisioning';
  if (tags === undefined) delete pool.tags;
  else pool.tags = tags;
  const created = (): void => {
    pool.properties.provisioningState = 'Succeeded';
    if (skuName !== undefined) pool.skuName = skuName;
  };
  return { pool, created };
}

export interface SqlPoolUpdate {
  readonly skuName?: string;
  readonly tags?: Tags;
}

/** What a PATCH asks for. An empty `sku` is what the Azure CLI sends when it changes only tags. */
export function sqlPoolUpdate(body: JsonObject): SqlPoolUpdate {
  const skuName = sizeOf(body);
  const tags = tagsMember(body);
  return { ...(skuName !== undefined && { skuName }), ...(tags && { tags }) };
}

function sizeOf(body: JsonObject): string | undefined {
  const size = stringMember(objectMember(body, 'sku') ?? {}, 'name');
  // Clients write an empty text for what they do not change.
  return size === undefined || size === '' ? undefined : validateSqlPoolSize(size);
}
