import type { Route } from '../../http/routes.ts';
import { groupRoutes } from '../../resources/groupRoutes.ts';
import type { Context } from '../context.ts';
import { managedPrivateEndpoints } from '../endpoint/managedPrivateEndpoints.ts';
import { libraryRoutes } from '../libraries/libraryUpload.ts';
import { pipelineActionRoutes } from '../pipelines/pipelineActions.ts';
import { jobDefinitionActionRoutes } from '../spark/jobDefinitionActions.ts';
import * as groups from './artifactGroups.ts';

/** Artifacts that are declared as data, and what can be done with some of them. */
export function artifactGroupRoutes(context: Context): Route[] {
  return [
    ...Object.values(groups).flatMap((group) => groupRoutes(context, group)),
    ...groupRoutes(context, managedPrivateEndpoints),
    ...pipelineActionRoutes(context),
    ...jobDefinitionActionRoutes(context),
    ...libraryRoutes(context),
  ];
}
