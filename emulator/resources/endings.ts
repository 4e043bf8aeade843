import type { Reply } from '../http/exchange.ts';
import type { ErrorDetail } from '../http/serviceError.ts';
import { accepted } from '../longRunning/operationReplies.ts';
import { acceptedArtifact, operationScope } from '../services/artifacts/artifactOperations.ts';
import { regionId, workspaceId } from '../services/resourceManager/resourceIds.ts';
import type { Members, Resource } from '../store/resources.ts';
import type { Change } from './change.ts';

/** How a change is answered, and when it comes true. */
export type Ending = (change: Change) => Reply;

interface AtOnceOptions {
  readonly created?: 200 | 201;
  readonly changed?: 200 | 201;
  readonly deleted?: 200 | 204;
}

/** At once: 200 with the resource, or 201 where that is said; a deletion has no body. */
export function atOnce({ created = 200, changed = 200, deleted = 200 }: AtOnceOptions = {}): Ending {
  return (change) => {
    const resource = change.carryOut(change.place.context.clock());
    if (resource === undefined) return { status: deleted };
    return { status: change.kind === 'create' ? created : changed, body: change.body(resource) };
  };
}

interface LaterOptions {
  readonly status: 201 | 202;
  /** Which URLs the answer names: Azure-AsyncOperation, Location. */
  readonly urls: readonly ('status' | 'result')[];
  /** Below what the operation is asked about. */
  readonly scope?: 'workspace' | 'region';
  /** What comes with the first answer: nothing, the resource as it is meanwhile, or an artifact's record of this type. */
  readonly body?: 'resource' | { readonly record: string };
  /** Status of `operationResults` at the end; 204 has no body. */
  readonly result?: 200 | 201 | 204;
  /** The members that are stored until the operation ends; absent: nothing is seen of it before. */
  readonly meanwhile?: (wanted: Members, before: Members | undefined) => Members;
}

/** An operation of Resource Manager. */
export function later(options: LaterOptions): Ending {
  const { status, urls, scope = 'workspace', body, result = 200, meanwhile } = options;
  return (change) => {
    const { place, wanted, existing } = change;
    const { call, context, workspace } = place;
    const { operations, clock } = context;
    let resource: Resource | undefined;
    const operation = change.start({
      scopePath: scope === 'workspace' ? workspaceId(workspace) : regionId(workspace),
      succeeded: () => {
        resource = change.carryOut(operation.endTime);
      },
      failed: () => meanwhile && change.undo(),
      result: () => ({ status: result, ...(result !== 204 && resource && { body: change.body(resource) }) }),
    });
    const early = meanwhile && wanted ? change.carryOut(clock(), meanwhile(wanted.members, existing?.members)) : wanted;
    const content =
      body === 'resource' ? early && change.body(early) : body && recordOf(change, body.record, operation.id);
    return accepted(operation, call.request.addressed.urls, {
      status,
      ...(content !== undefined && { body: content }),
      apiVersion: call.apiVersion,
      retryAfter: operations.retryAfter,
      urls,
    });
  };
}

interface ArtifactEnding {
  readonly obstacle?: ((change: Change) => ErrorDetail | undefined) | undefined;
  readonly gone?: 'told';
}

/**
 * An artifact.
 *
 * @param record type that the record tells: `Pipeline`
 * @param results where Location leads to, below the endpoint
 * @param more `obstacle`: why the operation fails in the end, asked before it begins; `gone`: whether the end of a deletion tells
 *   what was there (libraries: their specification wants a body), which is empty by default (recorded)
 */
export function asArtifact(
  record: string,
  results = 'operationResults',
  { obstacle, gone }: ArtifactEnding = {},
): Ending {
  return (change) => {
    const { call, context, workspace } = change.place;
    const found = obstacle?.(change);
    let resource: Resource | undefined;
    const operation = change.start({
      scopePath: operationScope(workspace, results),
      obstacle: () => found,
      succeeded: () => {
        resource = change.carryOut(operation.endTime) ?? (gone === 'told' ? change.existing : undefined);
      },
      failed: () => undefined,
      result: () => ({ status: 200, ...(resource && { body: change.body(resource) }) }),
    });
    const { retryAfter } = context.operations;
    return acceptedArtifact(operation, {
      call,
      workspace,
      results,
      body: recordOf(change, record, operation.id),
      ...(change.kind !== 'delete' && { retryAfter }),
    });
  };
}

const states = { create: 'Creating', update: 'Updating', rename: 'Renaming', delete: 'Deleting' } as const;

/** What a change of an artifact is accepted with; half empty for a deletion. The id's type has its capital here. */
function recordOf(change: Change, type: string, operationId: string): object {
  const { group, place, kind, existing, wanted } = change;
  const kept = kind === 'delete' ? undefined : (existing ?? wanted);
  const name = existing?.name ?? change.name;
  return {
    id: `${place.id}/${group.path}/${name}`,
    recordId: kept?.recordId ?? 0,
    state: states[kind],
    created: kept === undefined ? noTime : timeOf(kept.created),
    changed: kept === undefined ? noTime : timeOf(place.context.clock()),
    type,
    name,
    operationId,
    ...(kept && { artifactId: kept.artifactId }),
  };
}

const noTime = '0001-01-01T00:00:00';

/** With seven decimals, as recorded. */
function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '0000Z');
}
