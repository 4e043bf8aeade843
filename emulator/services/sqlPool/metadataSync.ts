import { armDialect } from '../../resources/dialects.ts';
import { atOnce } from '../../resources/endings.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { flag, or, properties, whole } from '../../resources/members.ts';
import { always } from '../../resources/names.ts';
import { inSqlPool } from '../../resources/parents.ts';
import type { SqlPool } from '../../store/model.ts';

const stored = properties({ enabled: or(flag, false), syncIntervalInMinutes: or(whole, 0) });

/** Whether the pool's metadata is kept in step with Spark: specification `sqlPool.json`, not recorded. */
export const metadataSync: ResourceGroup<SqlPool> = {
  parent: inSqlPool,
  path: 'metadataSync/config',
  names: always('config'),
  dialect: armDialect,
  initial: () => [{ name: 'config', members: stored({}) }],
  get: { id: 'SqlPoolMetadataSyncConfigs_Get' },
  put: { id: 'SqlPoolMetadataSyncConfigs_Create', members: stored, ends: atOnce() },
};
