import { notebook, reference, type SampleArtifacts } from './artifacts/shapes.ts';

const description = 'Example description';
const parameters = { OutputBlobNameList: ['exampleoutput.csv'] };
const expression = (value: string): object => ({ value, type: 'Expression' });

/** Also what the run of it was told to do. */
export const copyActivity = {
  type: 'Copy',
  typeProperties: { source: { type: 'BlobSource' }, sink: { type: 'BlobSink' }, dataIntegrationUnits: 32 },
  inputs: [{ ...reference('exampleDataset', 'Dataset'), parameters: { MyFolderPath: 'in', MyFileName: 'in.csv' } }],
  outputs: [
    {
      ...reference('exampleDataset', 'Dataset'),
      parameters: { MyFolderPath: 'out', MyFileName: expression('@item()') },
    },
  ],
  name: 'ExampleCopyActivity',
};

/** Artifacts of `exampleWorkspace`, as the examples of the development endpoint's specifications name them. */
export function exampleArtifacts(): SampleArtifacts {
  const flow = (name: string, dataset: string): object => ({ dataset: reference(dataset, 'Dataset'), name });
  return {
    credentials: {
      exampleCredential: { type: 'ManagedIdentity', typeProperties: { resourceId: '/subscriptions/x' }, description },
    },
    dataFlows: {
      exampleDataFlow: {
        description,
        type: 'MappingDataFlow',
        typeProperties: {
          sources: [flow('source1', 'CurrencyDatasetUSD')],
          sinks: [flow('USDSink', 'USDOutput')],
          script: 'source() ~> source1',
        },
      },
    },
    datasets: {
      exampleDataset: {
        type: 'AzureBlob',
        typeProperties: {
          folderPath: expression('@dataset().MyFolderPath'),
          fileName: expression('@dataset().MyFileName'),
          format: { type: 'TextFormat' },
        },
        description,
        linkedServiceName: reference('exampleLinkedService', 'LinkedService'),
        parameters: { MyFolderPath: { type: 'String' }, MyFileName: { type: 'String' } },
      },
    },
    kqlScripts: { testScript: { content: { query: 'Logs | take 10' } } },
    libraries: {
      'exampleLibraryName.jar': {
        name: 'exampleLibraryName.jar',
        path: 'exampleWorkspace/libraries/exampleLibraryName.jar',
        containerName: 'exampleContainer',
        type: 'jar',
        uploadedTimestamp: '2020-10-23T07:59:29.1573546+00:00',
        provisioningStatus: 'Succeeded',
        creatorId: '2222222e-222d-222f-2222-22a2f222d2f2',
      },
    },
    linkedServices: {
      exampleLinkedService: {
        type: 'AzureStorage',
        typeProperties: {
          connectionString: { type: 'SecureString', value: '**********' },
          encryptedCredential: 'e30=',
        },
        description,
      },
    },
    managedPrivateEndpoints: Object.fromEntries(
      ['myPrivateEndpoint', 'myPrivateEndpoint1', 'myPrivateEndpoint2'].map((name) => [
        name,
        {
          privateLinkResourceId: '/subscriptions/x',
          groupId: 'blob',
          connectionState: { status: 'Approved', description: '', actionsRequired: '' },
          fqdns: ['host.domain.tld'],
          isCompliant: true,
        },
      ]),
    ),
    notebooks: {
      exampleNotebook: {
        ...notebook({ pool: 'exampleBigDataPool', description: 'A sample Notebook' }),
        metadata: {
          language_info: { name: 'python' },
          kernelspec: { name: 'exampleName', display_name: 'exampleDisplayName' },
        },
        cells: [
          {
            cell_type: 'code',
            metadata: {},
            source: ['print("Hello")'],
            attachments: {},
            outputs: [
              { execution_count: 3, output_type: 'execute_result', data: { 'text/plain': 'Hello' }, metadata: {} },
            ],
          },
        ],
      },
    },
    pipelines: {
      examplePipeline: {
        description,
        activities: [
          {
            type: 'ForEach',
            typeProperties: {
              isSequential: true,
              items: expression('@pipeline().parameters.OutputBlobNameList'),
              activities: [copyActivity],
            },
            name: 'ExampleForeachActivity',
          },
        ],
        parameters: { OutputBlobNameList: { type: 'Array' } },
        variables: { TestVariableArray: { type: 'Array' } },
        lastPublishTime: '2018-06-16T00:37:42Z',
      },
    },
    sparkJobDefinitions: {
      exampleSparkJobDefinition: {
        description: 'A sample spark job definition',
        targetBigDataPool: { referenceName: 'exampleBigDataPool', type: 'BigDataPoolReference' },
        requiredSparkVersion: '3.3',
        jobProperties: {
          name: 'exampleSparkJobDefinition',
          file: 'abfss://test@test.dfs.core.windows.net/artefacts/sample.jar',
          className: 'dev.test.tools.sample.Main',
          conf: {},
          args: ['exampleArg'],
          jars: [],
          pyFiles: [],
          files: [],
          archives: [],
          driverMemory: '28g',
          driverCores: 4,
          executorMemory: '28g',
          executorCores: 4,
          numExecutors: 2,
        },
      },
    },
    triggers: {
      exampleTrigger: {
        type: 'ScheduleTrigger',
        typeProperties: {
          recurrence: {
            frequency: 'Minute',
            interval: 4,
            startTime: '2018-06-16T00:39:14.905167Z',
            endTime: '2018-06-16T00:55:14.905167Z',
            timeZone: 'UTC',
          },
        },
        pipelines: [{ pipelineReference: reference('examplePipeline', 'Pipeline'), parameters }],
        description,
        runtimeState: 'Stopped',
      },
    },
  };
}
