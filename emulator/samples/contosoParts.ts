import type { Workspace } from '../store/model.ts';
import { addAdministrator } from './administrators.ts';
import type { People } from './people.ts';
import { fillPool, type PoolContents } from './poolContents.ts';
import { addDataFlowRuntime, addSelfHostedRuntime, addSsisRuntime } from './runtimes.ts';
import type { SampleParts } from './sample.ts';
import { olderVersion } from '../services/integrationRuntimes/runtimeNodes.ts';

const gibibyte = 1024 ** 3;

const salesWarehouse: PoolContents = {
  tables: [
    'dbo.DimCustomer: CustomerKey int, FirstName nvarchar, LastName nvarchar, EmailAddress nvarchar, Phone varchar, City nvarchar, ValidFrom datetime2',
    'dbo.DimProduct: ProductKey int, Name nvarchar, Category nvarchar, ListPrice money, IsActive bit',
    'dbo.DimDate: DateKey int, Date date, Quarter tinyint, Year smallint',
    'dbo.FactSales: SalesKey bigint, CustomerKey int, ProductKey int, DateKey int, Quantity int, SalesAmount decimal, TaxAmount decimal',
    'dbo.FactReturns: ReturnKey bigint, SalesKey bigint, DateKey int, Reason nvarchar',
    'stage.Orders: OrderId varchar, Payload nvarchar, LoadedAt datetime2',
    'stage.Customers: CustomerId varchar, Payload nvarchar, LoadedAt datetime2',
    'audit.Loads: LoadId uniqueidentifier, StartedAt datetime2, EndedAt datetime2, RowCount bigint, Succeeded bit',
  ],
  labels: { 'dbo.DimCustomer.EmailAddress': 'Confidential - GDPR', 'dbo.DimCustomer.Phone': 'Confidential - GDPR' },
  restorePoints: [
    ['2024-05-31T02:14:06Z'],
    ['2024-05-31T10:14:07Z'],
    ['2024-05-31T18:14:07Z'],
    ['2024-04-02T16:40:12Z', 'Before the new product hierarchy'],
  ],
  scans: { 'scan-2024-05-19': 'Failed', 'scan-2024-05-26': 'Passed' },
  scanContainer: 'https://contososecurity.blob.core.windows.net/vulnerability-assessment',
  scanMails: ['zoe.lukasz@contoso.onmicrosoft.com'],
  baseline: [
    ['sales_reader', 'SELECT'],
    ['sales_loader', 'INSERT'],
  ],
  bytes: 412 * gibibyte,
  runningQueries: 3,
  copy: { workspace: 'contoso-sales-dr', location: 'northeurope' },
};

/** What the richest workspace has beside its pools and scripts. */
export function addSalesParts({ store }: SampleParts, workspace: Workspace, people: People): void {
  const warehouse = workspace.sqlPools.get('SalesDW');
  if (warehouse !== undefined) fillPool(store, workspace, warehouse, salesWarehouse);
  const archive = workspace.sqlPools.get('SalesArchive');
  if (archive !== undefined) {
    fillPool(store, workspace, archive, {
      tables: [
        'dbo.FactSales2019: SalesKey bigint, SalesAmount decimal',
        'dbo.FactSales2020: SalesKey bigint, SalesAmount decimal',
      ],
      restorePoints: [['2024-01-15T08:00:00Z', 'Before it was paused']],
      bytes: 96 * gibibyte,
    });
  }
  addAdministrator(store, workspace, 'Synapse Administrators', people.admins);
  addSelfHostedRuntime(store, workspace, {
    name: 'OnPremises',
    description: 'Reads from the shops’ own databases',
    machines: {
      'SHIR-BER-01': {},
      'SHIR-BER-02': { version: olderVersion },
      'SHIR-BER-03': { status: 'Offline', version: olderVersion },
    },
  });
  addSsisRuntime(store, workspace, { name: 'SsisWarehouse', state: 'Stopped' });
  addDataFlowRuntime(store, workspace, 'DataFlows-WestEurope');
}

export function addFinanceParts({ store }: SampleParts, workspace: Workspace): void {
  const warehouse = workspace.sqlPools.get('FinanceDW');
  if (warehouse !== undefined) {
    fillPool(store, workspace, warehouse, {
      tables: [
        'dbo.GeneralLedger: EntryId bigint, AccountNumber varchar, Amount decimal, PostedOn date',
        'dbo.Suppliers: SupplierId int, Name nvarchar, Iban varchar, TaxId varchar',
      ],
      restorePoints: [['2024-05-31T23:05:00Z', 'Close of May']],
      scans: { 'scan-2024-05-26': 'Failed' },
      bytes: 58 * gibibyte,
    });
  }
  // Nobody has registered a machine yet.
  addSelfHostedRuntime(store, workspace, { name: 'LedgerGateway', machines: {} });
}
