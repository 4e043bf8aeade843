import type { Route } from '../http/routes.ts';
import { checkAccessRoutes } from './accessControl/checkAccess.ts';
import { roleAssignmentRoutes } from './accessControl/roleAssignments.ts';
import { roleDefinitionRoutes } from './accessControl/roleDefinitions.ts';
import { artifactOperationRoutes } from './artifacts/artifactOperations.ts';
import { workspaceInformationRoutes } from './artifacts/workspaceInformation.ts';
import { artifactGroupRoutes } from './artifacts/artifactGroupRoutes.ts';
import type { Context } from './context.ts';
import { debugSessionRoutes } from './dataFlows/debugSessions.ts';
import { endpointRuntimeRoutes } from './endpoint/integrationRuntimes.ts';
import { endpointPoolRoutes } from './endpoint/pools.ts';
import { gitHubTokenRoutes } from './endpoint/gitHubToken.ts';
import { entraRoutes } from './entra/entra.ts';
import type { GrantParts } from './entra/grants.ts';
import { pipelineRunRoutes } from './pipelines/pipelineRuns.ts';
import { directoryObjectRoutes } from './graph/directoryObjects.ts';
import { directoryListRoutes } from './graph/lists.ts';
import { resourceGraphRoutes } from './resourceGraph/resourceGraph.ts';
import { azureRoleRoutes } from './authorization/azureRoleRoutes.ts';
import { bigDataPoolRoutes } from './resourceManager/bigDataPools.ts';
import { firewallRuleRoutes } from './resourceManager/firewallRules.ts';
import { managementGroupRoutes } from './resourceManager/managementGroups.ts';
import { operationRoutes } from './resourceManager/operations.ts';
import { providerRoutes } from './resourceManager/provider.ts';
import { resourceGroupRoutes } from './resourceManager/resourceGroups.ts';
import { sqlPoolRoutes } from './resourceManager/sqlPools.ts';
import { subscriptionRoutes } from './resourceManager/subscriptions.ts';
import { workspaceRoutes } from './resourceManager/workspaces.ts';
import { monitoringRoutes } from './spark/monitoring.ts';
import { sparkBatchRoutes } from './spark/sparkBatches.ts';
import { sparkSessionRoutes } from './spark/sparkSessions.ts';
import { sparkStatementRoutes } from './spark/sparkStatements.ts';
import { sqlScriptRoutes } from './sqlScripts/sqlScripts.ts';
import { triggerRunRoutes } from './triggers/triggerRuns.ts';

/** Everything that the emulator serves. */
export function allRoutes(context: Context, grants: GrantParts): Route[] {
  return [
    ...entraRoutes(context, grants),
    ...subscriptionRoutes(context),
    ...resourceGroupRoutes(context),
    ...resourceGraphRoutes(context),
    ...workspaceRoutes(context),
    ...sqlPoolRoutes(context),
    ...bigDataPoolRoutes(context),
    ...firewallRuleRoutes(context),
    ...managementGroupRoutes(context),
    ...providerRoutes(context),
    ...operationRoutes(context),
    ...azureRoleRoutes(context),
    ...roleAssignmentRoutes(context),
    ...roleDefinitionRoutes(context),
    ...checkAccessRoutes(context),
    ...workspaceInformationRoutes(context),
    ...sqlScriptRoutes(context),
    ...sparkBatchRoutes(context),
    ...sparkSessionRoutes(context),
    ...sparkStatementRoutes(context),
    ...monitoringRoutes(context),
    ...pipelineRunRoutes(context),
    ...triggerRunRoutes(context),
    ...debugSessionRoutes(context),
    ...gitHubTokenRoutes(context),
    ...endpointPoolRoutes(context),
    ...endpointRuntimeRoutes(context),
    ...artifactGroupRoutes(context),
    ...artifactOperationRoutes(context),
    ...directoryObjectRoutes(context),
    ...directoryListRoutes(context),
  ];
}
