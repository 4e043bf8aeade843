import type { Tokens } from '../auth/tokens.ts';
import type { Route } from '../http/routes.ts';
import type { Application } from '../store/application.ts';
import { roleAssignmentRoutes } from './accessControl/roleAssignments.ts';
import { roleDefinitionRoutes } from './accessControl/roleDefinitions.ts';
import type { Context } from './context.ts';
import { entraRoutes } from './entra/entra.ts';
import { resourceGraphRoutes } from './resourceGraph/resourceGraph.ts';
import { bigDataPoolRoutes } from './resourceManager/bigDataPools.ts';
import { operationRoutes } from './resourceManager/operations.ts';
import { sqlPoolRoutes } from './resourceManager/sqlPools.ts';
import { subscriptionRoutes } from './resourceManager/subscriptions.ts';
import { workspaceRoutes } from './resourceManager/workspaces.ts';

/** Everything that the emulator serves. */
export function allRoutes(context: Context, tokens: Tokens, application: Application): Route[] {
  return [
    ...entraRoutes(context, tokens, application),
    ...subscriptionRoutes(context),
    ...resourceGraphRoutes(context),
    ...workspaceRoutes(context),
    ...sqlPoolRoutes(context),
    ...bigDataPoolRoutes(context),
    ...operationRoutes(context),
    ...roleAssignmentRoutes(context),
    ...roleDefinitionRoutes(),
  ];
}
