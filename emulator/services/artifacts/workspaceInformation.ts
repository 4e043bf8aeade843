import { route, type Route } from '../../http/routes.ts';
import { permitted } from '../accessControl/rights.ts';
import { artifactVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { workspaceBody } from '../resourceManager/bodies.ts';

/** The workspace as its own endpoint tells it, above all the repository of one in Git mode: specification `workspace.json`. */
export function workspaceInformationRoutes(context: Context): Route[] {
  return [
    route({
      service: 'workspace',
      apiVersions: artifactVersions,
      operationId: 'Workspace_Get',
      method: 'GET',
      path: '/workspace',
      handle: (call) => {
        const workspace = permitted(call, context, 'read');
        return { status: 200, body: workspaceBody(workspace, call.request.addressed.urls) };
      },
    }),
  ];
}
