import type { Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { accepted } from '../../longRunning/operationReplies.ts';
import type { Workspace } from '../../store/model.ts';
import { synapseManagementVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { objectBody, type JsonObject } from '../requestBody.ts';
import { workspaceBody } from './bodies.ts';
import { subscriptionOf, workspaceOf, type WorkspaceParameters } from './lookUp.ts';
import { resourceGroupNotFound } from './notFound.ts';
import { page } from './paging.ts';
import { regionId, workspaceId } from './resourceIds.ts';
import { createdWorkspace, requirePassword, requireSameLocation, updateWorkspace } from './workspaceChanges.ts';

const inSubscription = '/subscriptions/{subscriptionId}/providers/Microsoft.Synapse/workspaces';
const inGroup =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Synapse/workspaces';
const one = `${inGroup}/{workspaceName}` as const;

/** Specification `workspace.json`; who answers what and when: recording azure-cli.workspaces.json. */
export function workspaceRoutes(context: Context): Route[] {
  const { store, operations } = context;
  const common = { service: 'resourceManager', apiVersions: synapseManagementVersions } as const;
  const body =
    ({ request }: Call) =>
    (workspace: Workspace): object =>
      workspaceBody(workspace, request.addressed.urls);

  /** 201 with Azure-AsyncOperation and without Location, whatever the specification says. */
  function provision(call: Call, workspace: Workspace): Reply {
    workspace.properties.provisioningState = 'Provisioning';
    const operation = operations.start({
      scopePath: workspaceId(workspace),
      fails: call.operationFails,
      succeeded: () => {
        workspace.properties.provisioningState = 'Succeeded';
        workspace.properties.extraProperties = { WorkspaceType: 'Normal', IsScopeEnabled: false };
      },
      failed: () => (workspace.properties.provisioningState = 'Failed'),
      result: (urls) => ({ status: 200, body: workspaceBody(workspace, urls) }),
    });
    const { apiVersion } = call;
    return accepted(operation, call.request.addressed.urls, {
      status: 201,
      body: body(call)(workspace),
      apiVersion,
      retryAfter: operations.retryAfter,
      urls: ['status'],
    });
  }

  function update(workspace: Workspace, change: JsonObject): void {
    if (!context.anyNames) requirePassword(change, workspace.properties.sqlAdministratorLogin ?? '');
    updateWorkspace(workspace, change);
  }

  function remove(call: Call<keyof WorkspaceParameters>): Reply {
    const { subscriptionId, resourceGroupName, workspaceName } = call.parameters;
    const workspace = store.workspaceAt(subscriptionId, resourceGroupName, workspaceName);
    if (workspace === undefined) return { status: 204 };
    workspace.properties.provisioningState = 'Deleting';
    const operation = operations.start({
      // The workspace's own path is gone when the operation ends, so its URLs are the region's.
      scopePath: regionId(workspace),
      fails: call.operationFails,
      succeeded: () => store.removeWorkspace(workspace),
      failed: () => (workspace.properties.provisioningState = 'Succeeded'),
      result: () => ({ status: 204 }),
    });
    const { apiVersion } = call;
    return accepted(operation, call.request.addressed.urls, {
      status: 202,
      apiVersion,
      retryAfter: operations.retryAfter,
      urls: ['status', 'result'],
    });
  }

  return [
    route({
      ...common,
      operationId: 'Workspaces_List',
      method: 'GET',
      path: inSubscription,
      handle: (call) =>
        page(call, context, store.workspacesOf(subscriptionOf(store, call.parameters.subscriptionId)), body(call)),
    }),
    route({
      ...common,
      operationId: 'Workspaces_ListByResourceGroup',
      method: 'GET',
      path: inGroup,
      handle: (call) => {
        const { subscriptionId, resourceGroupName } = call.parameters;
        const group = subscriptionOf(store, subscriptionId).resourceGroups.get(resourceGroupName);
        if (group === undefined) throw resourceGroupNotFound(resourceGroupName);
        return page(call, context, group.workspaces, body(call));
      },
    }),
    route({
      ...common,
      operationId: 'Workspaces_Get',
      method: 'GET',
      path: one,
      handle: (call) => ({ status: 200, body: body(call)(workspaceOf(store, call.parameters)) }),
    }),
    route({
      ...common,
      operationId: 'Workspaces_CreateOrUpdate',
      method: 'PUT',
      path: one,
      handle: (call) => {
        const { subscriptionId, resourceGroupName, workspaceName } = call.parameters;
        const change = objectBody(call.request);
        const existing = store.workspaceAt(subscriptionId, resourceGroupName, workspaceName);
        if (existing === undefined) return provision(call, createdWorkspace(call, context, change));
        requireSameLocation(existing, change);
        update(existing, change);
        return provision(call, existing);
      },
    }),
    route({
      ...common,
      operationId: 'Workspaces_Update',
      method: 'PATCH',
      path: one,
      handle: (call) => {
        const workspace = workspaceOf(store, call.parameters);
        update(workspace, objectBody(call.request));
        return provision(call, workspace);
      },
    }),
    route({ ...common, operationId: 'Workspaces_Delete', method: 'DELETE', path: one, handle: remove }),
  ];
}
