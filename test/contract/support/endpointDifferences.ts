import type { Difference } from './askExamples.ts';

const notMore = 'Built-in roles, and there are no others, have data actions alone (recorded).';
const early = 'It was recorded to be absent, or null, while a job waits.';

export const endpointDifferences: readonly Difference[] = [
  {
    operation: 'RoleAssignments_CheckPrincipalAccess',
    what: '$.AccessDecisions[].roleAssignment: missing',
    why: 'The example asks for actions that no role has; a refusal has no assignment to tell.',
  },
  ...['actions', 'notActions', 'notDataActions'].flatMap((name) => [
    { operation: 'RoleDefinitions_ListRoleDefinitions', what: `$[].permissions[].${name}: empty`, why: notMore },
    { operation: 'RoleDefinitions_GetRoleDefinitionById', what: `$.permissions[].${name}: empty`, why: notMore },
  ]),
  {
    operation: 'Notebook_GetNotebookSummaryByWorkSpace',
    what: '$.value[].properties.cells: empty',
    why: 'A summary has not what is in the notebooks: the example is that of the whole list.',
  },
  ...['SparkBatch_CreateSparkBatchJob', 'SparkSession_CreateSparkSession'].flatMap((operation) =>
    ['$.errorInfo: missing', '$.appId: null instead of string', '$.log: null instead of array'].map((what) => ({
      operation,
      what,
      why: early,
    })),
  ),
  ...['SparkBatch_GetSparkBatchJob', 'SparkSession_GetSparkSession'].map((operation) => ({
    operation,
    what: '$.errorInfo: missing',
    why: 'Only jobs that failed were recorded to have it.',
  })),
  ...['SparkJobDefinition_ExecuteSparkJobDefinition', 'SparkJobDefinition_DebugSparkJobDefinition'].flatMap(
    (operation) =>
      [
        ...[
          'livyInfo.startingAt',
          'livyInfo.runningAt',
          'schedulerInfo.scheduledAt',
          'pluginInfo.preparationStartedAt',
        ],
        ...['pluginInfo.resourceAcquisitionStartedAt', 'pluginInfo.submissionStartedAt', 'appId'],
      ]
        .map((member) => `$.${member}: null instead of string`)
        .concat('$.appInfo: null instead of object', '$.log: null instead of array')
        .map((what) => ({ operation, what, why: early })),
  ),
  {
    operation: 'Dataset_CreateOrUpdateDataset',
    what: '$.properties.schema: missing',
    why: 'The example answers with a schema that its request does not have.',
  },
  {
    operation: 'DataFlowDebugSession_QueryDataFlowDebugSessionsByWorkspace',
    what: '$.value[].dataflowName: missing',
    why: 'The specification spells it dataFlowName.',
  },
  {
    operation: 'Library_Delete',
    what: '$.artifactId: missing',
    why: 'What a deletion is accepted with is half empty (recorded of other artifacts).',
  },
];
