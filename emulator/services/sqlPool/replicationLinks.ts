import { armDialect } from '../../resources/dialects.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { anyName } from '../../resources/names.ts';
import { inSqlPool } from '../../resources/parents.ts';
import type { SqlPool } from '../../store/model.ts';

/** Copies of the pool in other regions, as a sample brings them along: specification `sqlPool.json`. */
export const replicationLinks: ResourceGroup<SqlPool> = {
  parent: inSqlPool,
  path: 'replicationLinks',
  parameter: 'linkId',
  names: anyName,
  dialect: armDialect,
  list: { id: 'SqlPoolReplicationLinks_List' },
  get: { id: 'SqlPoolReplicationLinks_GetByName' },
};
