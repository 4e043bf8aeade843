import { route, type Call, type Route } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import type { CaseInsensitiveMap } from '../../store/caseInsensitiveMap.ts';
import type { Workspace } from '../../store/model.ts';
import { permitted } from '../accessControl/rights.ts';
import { artifactVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { isObject, type JsonObject } from '../requestBody.ts';
import { bigDataPoolBody, sqlPoolBody } from '../resourceManager/bodies.ts';

interface Kind<Pool> {
  readonly of: (workspace: Workspace) => CaseInsensitiveMap<Pool>;
  readonly body: (workspace: Workspace, pool: Pool) => object;
  /** Members that the older models here do not have; all that was recorded is one Spark pool that has it. */
  readonly later: string;
  /** In words. */
  readonly type: string;
}

const common = { service: 'workspace', apiVersions: artifactVersions, method: 'GET' } as const;

/**
 * Pools as the workspace's own endpoint tells them: as Resource Manager does (recording azure-cli.notebook.json), to everybody who
 * has any role.
 */
export function endpointPoolRoutes(context: Context): Route[] {
  function one<Pool>(call: Call, name: string, { of, body, later, type }: Kind<Pool>): object {
    const workspace = permitted(call, context, 'read');
    const pool = of(workspace).get(name);
    if (pool !== undefined)
      return later === 'isAutotuneEnabled' ? body(workspace, pool) : without(later, body(workspace, pool));
    throw new ServiceError(404, 'NotFound', `The workspace '${workspace.name}' has no ${type} '${name}'.`);
  }

  const sql = {
    of: ({ sqlPools }: Workspace) => sqlPools,
    body: sqlPoolBody,
    later: 'storageAccountType',
    type: 'SQL pool',
  };
  const spark = {
    of: ({ bigDataPools }: Workspace) => bigDataPools,
    body: bigDataPoolBody,
    later: 'isAutotuneEnabled',
    type: 'Spark pool',
  };

  function all<Pool>(call: Call, { of, body, later }: Kind<Pool>): object {
    const workspace = permitted(call, context, 'read');
    return { value: [...of(workspace)].map((pool) => without(later, body(workspace, pool))) };
  }

  return [
    route({
      ...common,
      operationId: 'SqlPools_List',
      path: '/sqlPools',
      handle: (call) => ({ status: 200, body: all(call, sql) }),
    }),
    route({
      ...common,
      operationId: 'SqlPools_Get',
      path: '/sqlPools/{sqlPoolName}',
      handle: (call) => ({ status: 200, body: one(call, call.parameters.sqlPoolName, sql) }),
    }),
    route({
      ...common,
      operationId: 'BigDataPools_List',
      path: '/bigDataPools',
      handle: (call) => ({ status: 200, body: all(call, spark) }),
    }),
    route({
      ...common,
      operationId: 'BigDataPools_Get',
      path: '/bigDataPools/{bigDataPoolName}',
      handle: (call) => ({ status: 200, body: one(call, call.parameters.bigDataPoolName, spark) }),
    }),
  ];
}

function without(later: string, body: object): object {
  const { properties, ...rest } = body as JsonObject;
  const kept = Object.entries(isObject(properties) ? properties : {}).filter(([name]) => name !== later);
  return { ...rest, properties: Object.fromEntries(kept) };
}
