import type { ServiceUrls } from '../../http/serviceUrls.ts';
import { route, type Route } from '../../http/routes.ts';
import type { Workspace } from '../../store/model.ts';
import { permitted } from '../accessControl/rights.ts';
import { artifactVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { isObject } from '../requestBody.ts';
import { workspaceBody } from '../resourceManager/bodies.ts';

/** What this endpoint's specification does not know of Resource Manager's workspace: it is that of an older version. */
const later = ['publicNetworkAccess', 'cspWorkspaceAdminProperties', 'trustedServiceBypassEnabled'];

/** The workspace as its own endpoint tells it, above all the repository of one in Git mode: specification `workspace.json`. */
export function workspaceInformationRoutes(context: Context): Route[] {
  return [
    route({
      service: 'workspace',
      apiVersions: artifactVersions,
      operationId: 'Workspace_Get',
      method: 'GET',
      path: '/workspace',
      handle: (call) => ({
        status: 200,
        body: olderBody(permitted(call, context, 'read'), call.request.addressed.urls),
      }),
    }),
  ];
}

function olderBody(workspace: Workspace, urls: ServiceUrls): object {
  const body = workspaceBody(workspace, urls);
  const properties = isObject(body['properties']) ? body['properties'] : {};
  const storage = isObject(properties['defaultDataLakeStorage']) ? properties['defaultDataLakeStorage'] : {};
  const { accountUrl, filesystem } = storage;
  const kept = Object.entries(properties).filter(([name]) => !later.includes(name));
  return { ...body, properties: { ...Object.fromEntries(kept), defaultDataLakeStorage: { accountUrl, filesystem } } };
}
