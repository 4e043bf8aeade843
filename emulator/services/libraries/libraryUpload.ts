import type { Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { RunningWrites } from '../../longRunning/runningWrites.ts';
import { changeOf } from '../../resources/change.ts';
import { asArtifact } from '../../resources/endings.ts';
import type { Place } from '../../resources/group.ts';
import { groupRoutes } from '../../resources/groupRoutes.ts';
import { collectionOf, found, spokenOf } from '../../resources/shapes.ts';
import type { Workspace } from '../../store/model.ts';
import type { Members, Resource } from '../../store/resources.ts';
import { artifactVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { isObject, type JsonObject } from '../requestBody.ts';
import { libraries } from './libraries.ts';

const one = '/libraries/{libraryName}';

/** Bytes of a block, as the service takes them. */
const largestBlock = 4 * 1024 * 1024;

type LibraryCall = Call<'libraryName'>;

/**
 * Workspace packages: specification `library.json`. They come in three steps, told by the table of operations: made, filled
 * block by block, and flushed, after which they can be used.
 */
export function libraryRoutes(context: Context): Route[] {
  const running = new RunningWrites(context.unverified);
  const common = { service: 'workspace', apiVersions: artifactVersions } as const;
  const ends = asArtifact('LibraryArtifact', 'libraryOperationResults');

  const placeOf = (call: LibraryCall): Place<Workspace> => libraries.parent.find(call, context, 'write');

  function changed(place: Place<Workspace>, existing: Resource | undefined, name: string, members: Members): Reply {
    const collection = collectionOf(context, libraries, place);
    return ends(
      changeOf({
        kind: existing === undefined ? 'create' : 'update',
        group: libraries,
        place,
        collection,
        running,
        name,
        existing,
        wanted: collection.made(name, members, context.clock()),
      }),
    );
  }

  function append(call: LibraryCall): Reply {
    const place = placeOf(call);
    const { resource, spoken } = changing(place, call.parameters.libraryName);
    const { bytes, headers } = call.request;
    if (bytes > largestBlock) {
      const text = `A block has at most ${String(largestBlock)} bytes, not ${String(bytes)}.`;
      throw libraries.dialect.refused(413, 'RequestEntityTooLarge', text, spoken);
    }
    const sizes = place.workspace.work().librarySizes;
    const key = resource.name.toLowerCase();
    const size = sizes.get(key) ?? 0;
    const position = headers['x-ms-blob-condition-appendpos'];
    if (position !== undefined && Number(position) !== size) {
      const text = `The block is to begin at ${String(position)}, but the library has ${String(size)} bytes.`;
      throw libraries.dialect.refused(412, 'AppendPositionConditionNotMet', text, spoken);
    }
    sizes.set(key, size + bytes);
    return { status: 201 };
  }

  return [
    ...groupRoutes(context, libraries),
    route({
      ...common,
      operationId: 'Library_Append',
      method: 'PUT',
      path: one,
      query: { comp: 'appendblock' },
      handle: append,
    }),
    route({
      ...common,
      operationId: 'Library_Create',
      method: 'PUT',
      path: one,
      handle: (call) => {
        const place = placeOf(call);
        const { libraryName: name } = call.parameters;
        if (libraries.names.resolve(name) === undefined) {
          const text = `'${name}' ${libraries.names.rule}`;
          throw libraries.dialect.refused(400, 'BadRequest', text, spokenOf(libraries, place, name));
        }
        const existing = collectionOf(context, libraries, place).get(name);
        place.workspace.work().librarySizes.set(name.toLowerCase(), 0);
        return changed(place, existing, existing?.name ?? name, {
          properties: newLibrary(place.workspace, name, call.caller.objectId, context.clock()),
        });
      },
    }),
    route({
      ...common,
      operationId: 'Library_Flush',
      method: 'POST',
      path: `${one}/flush`,
      handle: (call) => {
        const place = placeOf(call);
        const { resource } = changing(place, call.parameters.libraryName);
        const { properties } = resource.members;
        if (!isObject(properties)) throw new ServiceError(500, 'InternalError', 'The library has no properties.');
        const flushed = { ...properties, provisioningStatus: 'Succeeded', uploadedTimestamp: timeOf(context.clock()) };
        return changed(place, resource, resource.name, { properties: flushed });
      },
    }),
  ];
}

/** A library that is there. @throws ServiceError 404, as changes are refused */
function changing(place: Place<Workspace>, name: string): ReturnType<typeof found> {
  const spoken = spokenOf(libraries, place, name);
  if (collectionOf(place.context, libraries, place).get(name) !== undefined) return found(libraries, place, name);
  throw (libraries.dialect.unknown ?? libraries.dialect.notFound)(spoken);
}

/** Not to be used before it is flushed; what that is called, nobody recorded. */
function newLibrary(workspace: Workspace, name: string, creatorId: string, now: number): JsonObject {
  return {
    name,
    path: `${workspace.name}/libraries/${name}`,
    containerName: 'prep',
    uploadedTimestamp: timeOf(now),
    type: /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '',
    provisioningStatus: 'NotSucceeded',
    creatorId,
  };
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '0000+00:00');
}
