import { queryParameter } from '../../http/exchange.ts';
import { armDialect } from '../../resources/dialects.ts';
import type { Asset, ResourceGroup } from '../../resources/group.ts';
import { anyName } from '../../resources/names.ts';
import { below, inOnlineSqlPool } from '../../resources/parents.ts';
import type { SqlPool } from '../../store/model.ts';
import type { Resource } from '../../store/resources.ts';

/*
 * What is in the pool, as far as Resource Manager tells it: specification `sqlPool.json`. A sample brings the tables along; a
 * new pool has the schema that every database has.
 */

const common = { names: anyName, dialect: armDialect } as const;

export const schemas: ResourceGroup<SqlPool> = {
  ...common,
  parent: inOnlineSqlPool,
  path: 'schemas',
  parameter: 'schemaName',
  initial: () => [{ name: 'dbo', members: {} }],
  list: { id: 'SqlPoolSchemas_List', keeps: isAskedFor },
  get: { id: 'SqlPoolSchemas_Get' },
};

export const tables: ResourceGroup<Resource> = {
  ...common,
  parent: below(schemas),
  path: 'tables',
  parameter: 'tableName',
  list: { id: 'SqlPoolTables_ListBySchema', keeps: isAskedFor },
  get: { id: 'SqlPoolTables_Get' },
};

export const columns: ResourceGroup<Resource> = {
  ...common,
  parent: below(tables),
  path: 'columns',
  parameter: 'columnName',
  list: { id: 'SqlPoolTableColumns_ListByTableName', keeps: isAskedFor },
};

/** `$filter=name eq 'x'`; every other filter leaves everything in, because nobody knows what the service understands. */
function isAskedFor({ place, resource }: Asset): boolean {
  const [, name] =
    /^\s*name\s+eq\s+'((?:[^']|'')*)'\s*$/i.exec(queryParameter(place.call.request, '$filter') ?? '') ?? [];
  return name === undefined || name.replaceAll("''", "'").toLowerCase() === resource.name.toLowerCase();
}
