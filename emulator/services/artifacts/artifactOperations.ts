import type { Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import type { Operation } from '../../longRunning/operations.ts';
import type { Workspace } from '../../store/model.ts';
import { artifactVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { addressedWorkspace } from '../workspaceEndpoint.ts';

/**
 * What the operations of a workspace's artifacts are found by.
 *
 * @param results path of their results; notebooks and libraries have one of their own
 */
export function operationScope({ name }: Pick<Workspace, 'name'>, results = 'operationResults'): string {
  return results === 'operationResults' ? `/workspaces/${name}` : `/workspaces/${name}/${results}`;
}

/** How a change of an artifact is accepted. */
export interface Acceptance {
  readonly call: Call;
  readonly workspace: Workspace;
  /** The artifact's record; what changes no artifact has none. */
  readonly body?: object;
  /** Path of the result: `operationResults`. */
  readonly results?: string;
  /** Seconds; the answer to a deletion has none (recording azure-sdk-for-net.sqlscript.excerpt). */
  readonly retryAfter?: number;
}

/** 202 with the artifact's record and the place where its result will be. */
export function acceptedArtifact(
  operation: Operation,
  { call, workspace, body, results, retryAfter }: Acceptance,
): Reply {
  return {
    status: 202,
    headers: {
      'Access-Control-Allow-Headers': 'Location',
      'Access-Control-Expose-Headers': 'Location, Retry-After',
      Location: locationOf(operation, workspace, call, results),
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    },
    ...(body && { body }),
  };
}

/** Paths of operations' results, and what the specifications call the question. */
const resultPaths = {
  operationResults: 'OperationResult_Get',
  notebookOperationResults: 'NotebookOperationResult_Get',
  libraryOperationResults: 'Library_GetOperationResult',
} as const;

/**
 * `GET /operationResults/{operationId}` of the development endpoint: 202 while it runs, then the operation's own result.
 * That an operation failed is told with HTTP 200 (azure-rest-api-specs#22035).
 */
export function artifactOperationRoutes(context: Context): Route[] {
  const { operations, store } = context;

  function result(call: Call<'operationId'>, results: string): Reply {
    const workspace = addressedWorkspace(call, store);
    const { operationId } = call.parameters;
    const operation = operations.find(operationScope(workspace, results), operationId);
    if (operation === undefined) {
      throw unknown(operationId);
    }
    const { urls } = call.request.addressed;
    switch (operation.status) {
      case 'Succeeded':
        return operation.result(urls);
      case 'Failed':
        return { status: 200, body: { status: 'Failed', error: operation.error } };
      case 'InProgress':
        return {
          status: 202,
          headers: {
            Location: locationOf(operation, workspace, call, results),
            'Retry-After': String(operations.retryAfter),
          },
          body: { status: 'InProgress' },
        };
    }
  }

  /** The state alone, whose 200 is the end; nobody recorded anybody asking for it. */
  function status(call: Call<'operationId'>): Reply {
    const { operationId } = call.parameters;
    const workspace = addressedWorkspace(call, store);
    const found = Object.keys(resultPaths).map((results) =>
      operations.find(operationScope(workspace, results), operationId),
    );
    const operation = found.find((each) => each !== undefined);
    if (operation === undefined) throw unknown(operationId);
    const body = { status: operation.status, ...(operation.error && { error: operation.error }) };
    if (operation.status !== 'InProgress') return { status: 200, body };
    return { status: 202, headers: { 'Retry-After': String(operations.retryAfter) }, body };
  }

  const common = { service: 'workspace', apiVersions: artifactVersions, method: 'GET' } as const;
  return [
    ...Object.entries(resultPaths).map(([results, operationId]) =>
      route({
        ...common,
        operationId,
        path: `/${results}/{operationId}`,
        handle: (call) => result(call, results),
      }),
    ),
    route({ ...common, operationId: 'OperationStatus_Get', path: '/operationStatuses/{operationId}', handle: status }),
  ];
}

function unknown(operationId: string): ServiceError {
  return new ServiceError(404, 'NotFound', `There is no operation '${operationId}'.`);
}

/** In the version of the request, where results have that version; previews of KQL scripts and Spark configurations have none. */
function locationOf({ id }: Operation, { name }: Workspace, call: Call, results = 'operationResults'): string {
  const version = artifactVersions.includes(call.apiVersion) ? call.apiVersion : artifactVersions[0];
  return `${call.request.addressed.urls.workspace(name)}/${results}/${id}?api-version=${String(version)}`;
}
