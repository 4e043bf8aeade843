import type { Reply } from '../../http/exchange.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { armDialect } from '../../resources/dialects.ts';
import type { Asset, Place, ResourceGroup } from '../../resources/group.ts';
import { choice, members, object, required, text } from '../../resources/members.ts';
import { anyName } from '../../resources/names.ts';
import { inOnlineSqlPool } from '../../resources/parents.ts';
import { bodyOf, collectionOf, found } from '../../resources/shapes.ts';
import type { SqlPool } from '../../store/model.ts';
import type { Resource } from '../../store/resources.ts';
import { isObject, objectBody, objectMember } from '../requestBody.ts';
import { page } from '../resourceManager/paging.ts';
import { isShown, labelMembers, sensitivityLabels } from './sensitivityLabels.ts';
import { columns, schemas, tables } from './tables.ts';

/** The labels of all columns of a pool, and many of them changed at once. */
export const labelLists: ResourceGroup<SqlPool> = {
  parent: inOnlineSqlPool,
  path: 'sensitivityLabels',
  names: anyName,
  dialect: armDialect,
  groupActions: [
    {
      id: 'SqlPoolSensitivityLabels_ListCurrent',
      method: 'GET',
      path: 'currentSensitivityLabels',
      asked: 'read',
      answer: (place) => listed(place, 'current'),
    },
    {
      id: 'SqlPoolSensitivityLabels_ListRecommended',
      method: 'GET',
      path: 'recommendedSensitivityLabels',
      asked: 'read',
      answer: (place) => listed(place, 'recommended'),
    },
    {
      id: 'SqlPoolSensitivityLabels_Update',
      method: 'PATCH',
      path: 'currentSensitivityLabels',
      asked: 'write',
      answer: update,
    },
  ],
};

function listed(place: Place<SqlPool>, source: string): Reply {
  const labels = [...allColumns(place)].flatMap((column) => {
    const resource = collectionOf(place.context, sensitivityLabels, column).get(source);
    return resource === undefined ? [] : [{ place: column, resource }];
  });
  const shown = source === 'current' ? labels : labels.filter(isShown);
  return page(place.call, place.context, shown, (label) => bodyOf(sensitivityLabels, label));
}

/** Each column as the place of its labels. */
function* allColumns(pool: Place<SqlPool>): Generator<Place<Resource>> {
  for (const schema of inside(pool, schemas)) {
    for (const table of inside(schema, tables)) yield* inside(table, columns);
  }
}

function inside<Owner extends object>(place: Place<Owner>, group: ResourceGroup<Owner>): Place<Resource>[] {
  return [...collectionOf(place.context, group, place)].map((resource) => placeOf({ place, resource }, group.path));
}

function placeOf<Owner extends object>({ place, resource }: Asset<Owner>, path: string): Place<Resource> {
  return { ...place, owner: resource, id: `${place.id}/${path}/${resource.name}` };
}

const operation = members({
  op: required(choice('set', 'remove')),
  schema: required(text),
  table: required(text),
  column: required(text),
  sensitivityLabel: object,
});

/** All of them or none: what cannot be done is found before anything is done. */
function update(pool: Place<SqlPool>): Reply {
  const { operations } = objectBody(pool.call.request);
  if (!Array.isArray(operations)) throw new ServiceError(400, 'InvalidRequestContent', "'operations' must be a list.");
  const changes = operations.map((each) => {
    const wanted = operation(isObject(each) ? (objectMember(each, 'properties') ?? {}) : {});
    const { op, sensitivityLabel } = wanted;
    const schema = placeOf(
      { place: pool, resource: found(schemas, pool, String(wanted['schema'])).resource },
      schemas.path,
    );
    const table = placeOf(
      { place: schema, resource: found(tables, schema, String(wanted['table'])).resource },
      tables.path,
    );
    const column = placeOf(
      { place: table, resource: found(columns, table, String(wanted['column'])).resource },
      columns.path,
    );
    const label = op === 'set' ? labelMembers(isObject(sensitivityLabel) ? sensitivityLabel : {}) : undefined;
    return { labels: collectionOf(pool.context, sensitivityLabels, column), label };
  });
  for (const { labels, label } of changes) {
    if (label === undefined) labels.delete('current');
    else labels.put('current', label, pool.context.clock());
  }
  return { status: 200 };
}
