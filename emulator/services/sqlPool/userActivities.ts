import { armDialect } from '../../resources/dialects.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { oneOf } from '../../resources/names.ts';
import { inSqlPool } from '../../resources/parents.ts';
import type { SqlPool } from '../../store/model.ts';

/** How many queries are running; a sample says how many there are while the pool is online. */
export const userActivities: ResourceGroup<SqlPool> = {
  parent: inSqlPool,
  path: 'dataWarehouseUserActivities',
  parameter: 'dataWarehouseUserActivityName',
  names: oneOf('current'),
  dialect: armDialect,
  initial: () => [{ name: 'current', members: { activeQueriesCount: 0 } }],
  shape: ({ place: { owner }, resource }) => ({
    properties: {
      activeQueriesCount: owner.properties.status === 'Online' ? resource.members['activeQueriesCount'] : 0,
    },
  }),
  get: { id: 'SqlPoolDataWarehouseUserActivities_Get' },
};
