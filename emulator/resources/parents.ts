import type { Call } from '../http/routes.ts';
import { permitted, type Right } from '../services/accessControl/rights.ts';
import { artifactVersions, synapseManagementVersions } from '../services/apiVersions.ts';
import { parentWorkspaceOf, type WorkspaceParameters } from '../services/resourceManager/lookUp.ts';
import { resourceNotFound } from '../services/resourceManager/notFound.ts';
import { sqlPoolId, workspaceId } from '../services/resourceManager/resourceIds.ts';
import { requireOnline } from '../services/sqlPool/requireOnline.ts';
import type { SqlPool, Workspace } from '../store/model.ts';
import type { Resource } from '../store/resources.ts';
import type { Asked, Parent, ResourceGroup } from './group.ts';
import { found, typeOf } from './shapes.ts';

const workspaceType = 'Microsoft.Synapse/workspaces';
const workspacePath =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Synapse/workspaces/{workspaceName}';
const common = { service: 'resourceManager', apiVersions: synapseManagementVersions } as const;

/** A workspace of Resource Manager. */
export const inWorkspace: Parent<Workspace> = {
  ...common,
  path: workspacePath,
  type: workspaceType,
  find: (call, context) => {
    const workspace = parentWorkspaceOf(context.store, workspaceParameters(call));
    return { call, context, workspace, owner: workspace, id: workspaceId(workspace) };
  },
};

/** A SQL pool of Resource Manager, in whatever state it is. */
export const inSqlPool: Parent<SqlPool> = {
  ...common,
  path: `${workspacePath}/sqlPools/{sqlPoolName}`,
  type: `${workspaceType}/sqlPools`,
  find: (call, context) => {
    const { workspaceName, resourceGroupName } = workspaceParameters(call);
    const workspace = parentWorkspaceOf(context.store, workspaceParameters(call));
    const name = parameterOf(call, 'sqlPoolName');
    const pool = workspace.sqlPools.get(name);
    if (pool === undefined) throw resourceNotFound(`workspaces/${workspaceName}/sqlPools/${name}`, resourceGroupName);
    return { call, context, workspace, owner: pool, id: sqlPoolId(workspace, pool) };
  },
};

/** A SQL pool that has to answer itself, with its schemas for example. */
export const inOnlineSqlPool: Parent<SqlPool> = {
  ...inSqlPool,
  find: (call, context, asked) => {
    const place = inSqlPool.find(call, context, asked);
    requireOnline(place.owner);
    return place;
  },
};

/** A development endpoint. @param rights that the caller has to have there */
export function atEndpoint(
  rights: Readonly<Record<Asked, Right>>,
  apiVersions: readonly string[] = artifactVersions,
): Parent<Workspace> {
  return {
    service: 'workspace',
    apiVersions,
    path: '',
    type: workspaceType,
    find: (call, context, asked) => {
      const workspace = permitted(call, context, rights[asked]);
      return { call, context, workspace, owner: workspace, id: workspaceId(workspace) };
    },
  };
}

/** A resource of another group: a table in a schema. What belongs to it goes with it. */
export function below<Owner extends object>(group: ResourceGroup<Owner>): Parent<Resource> {
  const { parent, path, parameter } = group;
  return {
    service: parent.service,
    apiVersions: parent.apiVersions,
    path: `${parent.path}/${path}${parameter === undefined ? '' : `/{${parameter}}`}`,
    type: typeOf(group),
    find: (call, context, asked) => {
      const place = parent.find(call, context, asked);
      const { resource, spoken } = found(group, place, parameter === undefined ? '' : parameterOf(call, parameter));
      return { ...place, owner: resource, id: spoken.id };
    },
  };
}

function workspaceParameters(call: Call): WorkspaceParameters {
  const [subscriptionId, resourceGroupName, workspaceName] = [
    parameterOf(call, 'subscriptionId'),
    parameterOf(call, 'resourceGroupName'),
    parameterOf(call, 'workspaceName'),
  ];
  return { subscriptionId, resourceGroupName, workspaceName };
}

/** A path parameter of the route that is being served. */
export function parameterOf({ parameters }: Call, name: string): string {
  const value = parameters[name];
  if (value === undefined) throw new Error(`The path has no parameter ${name}`);
  return value;
}
