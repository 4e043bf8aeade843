import type { Reply } from '../../http/exchange.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { accepted } from '../../longRunning/operationReplies.ts';
import { armDialect } from '../../resources/dialects.ts';
import { atOnce } from '../../resources/endings.ts';
import type { Place, ResourceGroup } from '../../resources/group.ts';
import { members, required, text } from '../../resources/members.ts';
import { anyName } from '../../resources/names.ts';
import { inSqlPool } from '../../resources/parents.ts';
import { bodyOf, collectionOf } from '../../resources/shapes.ts';
import type { SqlPool } from '../../store/model.ts';
import type { NewResource, Resource } from '../../store/resources.ts';
import { objectBody, objectMember } from '../requestBody.ts';
import { workspaceId } from '../resourceManager/resourceIds.ts';
import { requireOnline } from './requireOnline.ts';

/** Documentation of restore points: so many that people have made. */
const mostOfPeople = 42;

const definition = members({ restorePointLabel: required(text) });

/** Named after the moment, in ticks as .NET counts them. @param label of one that somebody has made */
export function restorePoint(location: string, time: number, label?: string): NewResource {
  return {
    name: String(116_444_736_000_000_000n + BigInt(time) * 10_000n),
    members: {
      location,
      properties: {
        restorePointType: 'DISCRETE',
        restorePointCreationDate: new Date(time).toISOString(),
        ...(label !== undefined && { restorePointLabel: label }),
      },
    },
  };
}

/**
 * Restore points: specification `sqlPool.json`, not recorded. One is made by POST, which is accepted with both URLs of the
 * workspace, as for the pool itself.
 */
export const restorePoints: ResourceGroup<SqlPool> = {
  parent: inSqlPool,
  path: 'restorePoints',
  parameter: 'restorePointName',
  names: anyName,
  dialect: armDialect,
  list: { id: 'SqlPoolRestorePoints_List' },
  get: { id: 'SqlPoolRestorePoints_Get' },
  remove: { id: 'SqlPoolRestorePoints_Delete', ends: atOnce() },
  groupActions: [{ id: 'SqlPoolRestorePoints_Create', path: 'restorePoints', asked: 'write', answer: create }],
};

function create(place: Place<SqlPool>): Reply {
  const { call, context, owner, workspace } = place;
  requireOnline(owner);
  const { restorePointLabel } = definition(objectBody(call.request));
  const points = collectionOf(context, restorePoints, place);
  const made = [...points].filter(
    ({ members: { properties } }) => objectMember({ properties }, 'properties')?.['restorePointLabel'],
  );
  if (made.length >= mostOfPeople) {
    const message = `A SQL pool can have ${mostOfPeople} restore points that people have made.`;
    throw new ServiceError(409, 'RestorePointLimitReached', message);
  }
  const { operations, clock } = context;
  const wanted = restorePoint(owner.location, clock(), String(restorePointLabel));
  let stored: Resource | undefined;
  const operation = operations.start({
    scopePath: workspaceId(workspace),
    fails: call.operationFails,
    succeeded: () => {
      stored = points.put(wanted.name, wanted.members, clock());
    },
    failed: () => undefined,
    result: () => ({ status: 201, ...(stored && { body: bodyOf(restorePoints, { place, resource: stored }) }) }),
  });
  return accepted(operation, call.request.addressed.urls, {
    status: 202,
    apiVersion: call.apiVersion,
    retryAfter: operations.retryAfter,
    urls: ['status', 'result'],
  });
}
