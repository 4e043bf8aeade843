import * as vscode from 'vscode';
import { actionPrefix } from './builtInRoles.ts';

let known: ReadonlyMap<string, string> | undefined;

/**
 * What a data action lets people do, in plain words (recorded role definitions have all that there are). One that is not
 * known is shown as it is.
 */
export function actionWords(id: string): string {
  known ??= new Map(
    Object.entries(allWords()).map(([action, words]) => [(actionPrefix + action).toLowerCase(), words]),
  );
  return known.get(id.toLowerCase()) ?? id;
}

// prettier-ignore
function allWords(): Readonly<Record<string, string>> {
  return {
    'read': vscode.l10n.t('See the workspace, its pools and who has access'),
    'roleAssignments/write': vscode.l10n.t('Give Synapse roles to others'),
    'roleAssignments/delete': vscode.l10n.t('Take Synapse roles from others'),
    'managedPrivateEndpoints/write': vscode.l10n.t('Create managed private endpoints'),
    'managedPrivateEndpoints/delete': vscode.l10n.t('Delete managed private endpoints'),
    'bigDataPools/useCompute/action': vscode.l10n.t('Run notebooks and jobs on Apache Spark pools'),
    'bigDataPools/viewLogs/action': vscode.l10n.t('Read logs of Apache Spark pools'),
    'scopePools/useCompute/action': vscode.l10n.t('Run jobs on SCOPE pools'),
    'scopePools/viewLogs/action': vscode.l10n.t('Read logs of SCOPE pools'),
    'integrationRuntimes/useCompute/action': vscode.l10n.t('Run activities on integration runtimes'),
    'integrationRuntimes/viewLogs/action': vscode.l10n.t('Read logs of integration runtimes'),
    'artifacts/read': vscode.l10n.t('Read everything that is published'),
    'notebooks/write': vscode.l10n.t('Publish and change notebooks'),
    'sparkJobDefinitions/write': vscode.l10n.t('Publish and change Apache Spark job definitions'),
    'scopeJobDefinitions/write': vscode.l10n.t('Publish and change SCOPE job definitions'),
    'sqlScripts/write': vscode.l10n.t('Publish and change SQL scripts'),
    'dataFlows/write': vscode.l10n.t('Publish and change data flows'),
    'dataMappers/write': vscode.l10n.t('Publish and change data mappers'),
    'pipelines/write': vscode.l10n.t('Publish and change pipelines'),
    'triggers/write': vscode.l10n.t('Publish and change triggers'),
    'datasets/write': vscode.l10n.t('Publish and change datasets'),
    'linkedServices/write': vscode.l10n.t('Publish and change linked services'),
    'credentials/write': vscode.l10n.t('Publish and change credentials'),
    'notebooks/delete': vscode.l10n.t('Delete notebooks'),
    'sparkJobDefinitions/delete': vscode.l10n.t('Delete Apache Spark job definitions'),
    'scopeJobDefinitions/delete': vscode.l10n.t('Delete SCOPE job definitions'),
    'sqlScripts/delete': vscode.l10n.t('Delete SQL scripts'),
    'dataFlows/delete': vscode.l10n.t('Delete data flows'),
    'dataMappers/delete': vscode.l10n.t('Delete data mappers'),
    'pipelines/delete': vscode.l10n.t('Delete pipelines'),
    'triggers/delete': vscode.l10n.t('Delete triggers'),
    'datasets/delete': vscode.l10n.t('Delete datasets'),
    'linkedServices/delete': vscode.l10n.t('Delete linked services'),
    'credentials/delete': vscode.l10n.t('Delete credentials'),
    'cancelPipelineRun/action': vscode.l10n.t('Cancel pipeline runs'),
    'notebooks/viewOutputs/action': vscode.l10n.t('See outputs of notebooks'),
    'pipelines/viewOutputs/action': vscode.l10n.t('See outputs of pipelines'),
    'linkedServices/useSecret/action': vscode.l10n.t('Use the secrets of linked services'),
    'credentials/useSecret/action': vscode.l10n.t('Use the secrets of credentials'),
    'libraries/delete': vscode.l10n.t('Delete libraries of Apache Spark pools'),
    'libraries/write': vscode.l10n.t('Upload libraries for Apache Spark pools'),
    'kqlScripts/write': vscode.l10n.t('Publish and change KQL scripts'),
    'kqlScripts/delete': vscode.l10n.t('Delete KQL scripts'),
    'sparkConfigurations/write': vscode.l10n.t('Publish and change Apache Spark configurations'),
    'sparkConfigurations/delete': vscode.l10n.t('Delete Apache Spark configurations'),
    'linkConnections/read': vscode.l10n.t('See link connections'),
    'linkConnections/write': vscode.l10n.t('Publish and change link connections'),
    'linkConnections/delete': vscode.l10n.t('Delete link connections'),
    'linkConnections/useCompute/action': vscode.l10n.t('Start and stop link connections'),
  };
}
