import { armDialect } from '../../resources/dialects.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { anyName } from '../../resources/names.ts';
import { inSqlPool } from '../../resources/parents.ts';
import type { SqlPool } from '../../store/model.ts';

/** How much room the pool takes: specification `sqlPool.json`. No resource: there is no id and no type. */
export const usages: ResourceGroup<SqlPool> = {
  parent: inSqlPool,
  path: 'usages',
  names: anyName,
  dialect: { ...armDialect, head: () => ({}) },
  initial: () => [
    { name: 'database_size', members: { displayName: 'Database Size', currentValue: 4_194_304 } },
    { name: 'database_allocated_size', members: { displayName: 'Database Allocated Size', currentValue: 16_777_216 } },
  ],
  shape: ({ place: { owner }, resource: { name, members } }) => ({
    name,
    resourceName: owner.name,
    ...members,
    limit: owner.properties.maxSizeBytes,
    unit: 'Bytes',
  }),
  list: { id: 'SqlPoolUsages_List' },
};
