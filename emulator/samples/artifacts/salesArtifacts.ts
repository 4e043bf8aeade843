import {
  activity,
  copy,
  library,
  notebook,
  pipeline,
  reference,
  schedule,
  sparkJobDefinition,
  type SampleArtifacts,
} from './shapes.ts';

const lake = 'abfss://workspace@contososales.dfs.core.windows.net';

/** One of everything that a workspace in use has. */
export function salesArtifacts(): SampleArtifacts {
  return {
    notebooks: {
      'Load orders': notebook(
        { pool: 'sparksmall', folder: 'Ingest', description: 'Loads the orders of a day into the lake.' },
        '# Orders\nOne file a day and region.',
        'run_date = "2024-03-17"\nregions = ["EMEA", "APAC"]',
        'orders = spark.read.option("header", True).csv(f"landing/orders/{run_date}")\norders.write.mode("append").parquet("curated/orders")',
      ),
      'Sales exploration': notebook(
        { pool: 'sparksmall', folder: 'Exploration/Mei' },
        '%%sql\nSELECT region, SUM(amount) FROM curated.orders GROUP BY region',
        'print("done")',
      ),
      'Forecast (draft)': notebook({ pool: 'sparklarge' }, 'import pandas as pd'),
      Notes: notebook({}, '# Notes\nNo pool is attached to this notebook.'),
    },
    pipelines: {
      'Daily load': pipeline(
        {
          folder: 'Loads',
          description: 'Orders of the day before, every night.',
          parameters: {
            runDate: { type: 'String', defaultValue: '' },
            regions: { type: 'Array', defaultValue: ['EMEA', 'APAC', 'AMER'] },
            fullReload: { type: 'Bool', defaultValue: false },
          },
        },
        copy('Copy orders', 'DelimitedTextSource', 'ParquetSink', 'OrdersCsv', 'OrdersParquet'),
        activity('SynapseNotebook', 'Load orders', { notebook: reference('Load orders', 'Notebook') }, 'Copy orders'),
        activity(
          'ExecutePipeline',
          'Refresh warehouse',
          { pipeline: reference('Refresh warehouse', 'Pipeline'), waitOnCompletion: true },
          'Load orders',
        ),
        activity(
          'WebActivity',
          'Tell the team',
          { method: 'POST', url: '@pipeline().globalParameters.teamHook' },
          'Copy orders:Failed',
        ),
      ),
      'Refresh warehouse': pipeline(
        { folder: 'Loads' },
        activity('ExecuteDataFlow', 'Clean customers', { dataflow: reference('Clean customers', 'DataFlow') }),
        {
          ...activity('SqlPoolStoredProcedure', 'Merge', { storedProcedureName: 'dbo.MergeOrders' }, 'Clean customers'),
          sqlPool: { referenceName: 'SalesDW', type: 'SqlPoolReference' },
        },
      ),
      'Hourly stock': pipeline(
        { folder: 'Loads', parameters: { warehouse: { type: 'String' } } },
        activity('ForEach', 'Each warehouse', {
          items: { value: "@split(pipeline().parameters.warehouse, ',')", type: 'Expression' },
          activities: [copy('Copy stock', 'DelimitedTextSource', 'SqlDWSink', 'OrdersCsv', 'StockTable')],
        }),
      ),
      'Check quality': pipeline(
        {},
        {
          ...activity('Script', 'Count gaps', { scripts: [{ type: 'Query', text: 'SELECT COUNT(*) FROM gaps' }] }),
          linkedServiceName: reference('CRM', 'LinkedService'),
        },
        activity(
          'Fail',
          'Too many gaps',
          { message: 'More than 100 gaps in curated.orders.', errorCode: 'GAPS' },
          'Count gaps',
        ),
      ),
    },
    triggers: {
      'Every night': schedule(
        'Started',
        { frequency: 'Day', interval: 1, schedule: { hours: [2], minutes: [15] } },
        { 'Daily load': { runDate: '@trigger().scheduledTime' } },
        'After the shops have closed.',
      ),
      'Every four hours': schedule(
        'Started',
        { frequency: 'Hour', interval: 4 },
        { 'Hourly stock': { warehouse: 'HAM,LYS' } },
      ),
      'Monday mornings': schedule(
        'Started',
        { frequency: 'Week', interval: 1, schedule: { weekDays: ['Monday'], hours: [6], minutes: [30] } },
        { 'Check quality': {} },
      ),
      'Catch up': {
        annotations: [],
        runtimeState: 'Stopped',
        pipeline: { pipelineReference: reference('Daily load', 'Pipeline'), parameters: { fullReload: true } },
        type: 'TumblingWindowTrigger',
        typeProperties: {
          frequency: 'Hour',
          interval: 24,
          startTime: '2024-01-01T00:00:00Z',
          delay: '00:00:00',
          maxConcurrency: 4,
        },
      },
      'New file': {
        annotations: [],
        runtimeState: 'Stopped',
        pipelines: [{ pipelineReference: reference('Hourly stock', 'Pipeline') }],
        type: 'BlobEventsTrigger',
        typeProperties: {
          blobPathBeginsWith: '/landing/blobs/stock/',
          ignoreEmptyBlobs: true,
          scope:
            '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-lake/providers/Microsoft.Storage/storageAccounts/contososales',
          events: ['Microsoft.Storage.BlobCreated'],
        },
      },
    },
    datasets: {
      OrdersCsv: dataset('DelimitedText', 'LandingZone', {
        location: inLake('landing', 'orders.csv'),
        columnDelimiter: ';',
        firstRowAsHeader: true,
      }),
      OrdersParquet: dataset('Parquet', 'contoso-sales-WorkspaceDefaultStorage', {
        location: inLake('workspace', 'orders.parquet'),
        compressionCodec: 'snappy',
      }),
      StockTable: dataset('AzureSqlDWTable', 'contoso-sales-WorkspaceDefaultSqlServer', {
        schema: 'dbo',
        table: 'Stock',
      }),
    },
    linkedServices: {
      LandingZone: {
        annotations: [],
        type: 'AzureBlobFS',
        typeProperties: { url: 'https://contosolanding.dfs.core.windows.net' },
      },
      CRM: {
        annotations: ['source system'],
        type: 'AzureSqlDatabase',
        typeProperties: {
          connectionString: 'Data Source=tcp:crm.database.windows.net,1433;Initial Catalog=CRM;User ID=reader',
          password: {
            type: 'AzureKeyVaultSecret',
            store: reference('Secrets of sales', 'LinkedService'),
            secretName: 'crm-reader',
          },
        },
      },
      Archive: {
        annotations: [],
        type: 'AzureStorage',
        typeProperties: { connectionString: { type: 'SecureString', value: '**********' } },
      },
      'Secrets of sales': {
        annotations: [],
        type: 'AzureKeyVault',
        typeProperties: { baseUrl: 'https://contoso-sales.vault.azure.net' },
      },
    },
    dataFlows: {
      'Clean customers': {
        type: 'MappingDataFlow',
        folder: { name: 'Customers' },
        typeProperties: {
          sources: [{ dataset: reference('OrdersCsv', 'Dataset'), name: 'raw' }],
          sinks: [{ dataset: reference('OrdersParquet', 'Dataset'), name: 'clean' }],
          transformations: [{ name: 'trimmed' }],
          scriptLines: [
            'source(allowSchemaDrift: true) ~> raw',
            'raw derive(name = trim(name)) ~> trimmed',
            'trimmed sink() ~> clean',
          ],
        },
      },
    },
    credentials: {
      LandingIdentity: {
        type: 'ManagedIdentity',
        typeProperties: {
          resourceId:
            '/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/rg-lake/providers/Microsoft.ManagedIdentity/userAssignedIdentities/landing',
        },
      },
    },
    sparkJobDefinitions: {
      'Nightly aggregation': sparkJobDefinition('sparksmall', `${lake}/jobs/aggregate.py`, {
        description: 'Totals by region and product.',
        folder: { name: 'Loads' },
      }),
      'Rebuild history': sparkJobDefinition('sparklarge', `${lake}/jobs/rebuild.py`),
    },
    kqlScripts: {
      'Slow queries': {
        content: { query: 'Queries | where Duration > 1m | take 100', metadata: { language: 'kql' } },
      },
    },
    sparkConfigurations: {
      LargeShuffle: {
        description: 'For joins of whole years.',
        configs: { 'spark.sql.shuffle.partitions': '800', 'spark.executor.memoryOverhead': '4g' },
        annotations: [],
        notes: '',
      },
    },
    libraries: Object.fromEntries(
      ['contoso_sales-1.4.2-py3-none-any.whl', 'postgresql-42.7.3.jar'].map((name) => [
        name,
        library('contoso-sales', name),
      ]),
    ),
  };
}

function dataset(type: string, linkedService: string, typeProperties: object): object {
  return {
    linkedServiceName: reference(linkedService, 'LinkedService'),
    annotations: [],
    type,
    typeProperties,
    schema: [],
  };
}

function inLake(fileSystem: string, fileName: string): object {
  return { type: 'AzureBlobFSLocation', fileSystem, fileName };
}
