import type { Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import type { ServiceUrls } from '../../http/serviceUrls.ts';
import type { Operation } from '../../longRunning/operations.ts';
import type { Workspace } from '../../store/model.ts';
import { artifactVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { addressedWorkspace } from '../workspaceEndpoint.ts';

/** What the operations of a workspace's artifacts are found by. */
export function operationScope({ name }: Pick<Workspace, 'name'>): string {
  return `/workspaces/${name}`;
}

/** How a change of an artifact is accepted. */
export interface Acceptance {
  readonly call: Call;
  readonly workspace: Workspace;
  readonly body: object;
  /** Seconds; the answer to a deletion has none (recording azure-sdk-for-net.sqlscript.excerpt). */
  readonly retryAfter?: number;
}

/** 202 with the artifact's record and the place where its result will be. */
export function acceptedArtifact(operation: Operation, { call, workspace, body, retryAfter }: Acceptance): Reply {
  return {
    status: 202,
    headers: {
      'Access-Control-Allow-Headers': 'Location',
      'Access-Control-Expose-Headers': 'Location, Retry-After',
      Location: locationOf(operation, workspace, call.request.addressed.urls, call.apiVersion),
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    },
    body,
  };
}

/**
 * `GET /operationResults/{operationId}` of the development endpoint: 202 while it runs, then the operation's own result.
 * That an operation failed is told with HTTP 200 (azure-rest-api-specs#22035).
 */
export function artifactOperationRoutes(context: Context): Route[] {
  const { operations, store } = context;

  function result(call: Call<'operationId'>): Reply {
    const workspace = addressedWorkspace(call, store);
    const { operationId } = call.parameters;
    const operation = operations.find(operationScope(workspace), operationId);
    if (operation === undefined) {
      throw new ServiceError(404, 'NotFound', `There is no operation '${operationId}'.`);
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
            Location: locationOf(operation, workspace, urls, call.apiVersion),
            'Retry-After': String(operations.retryAfter),
          },
          body: { status: 'InProgress' },
        };
    }
  }

  return [
    route({
      service: 'workspace',
      apiVersions: artifactVersions,
      operationId: 'OperationResult_Get',
      method: 'GET',
      path: '/operationResults/{operationId}',
      handle: result,
    }),
  ];
}

function locationOf({ id }: Operation, { name }: Workspace, urls: ServiceUrls, apiVersion: string): string {
  return `${urls.workspace(name)}/operationResults/${id}?api-version=${apiVersion}`;
}
