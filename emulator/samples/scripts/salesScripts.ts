import type { SampleScript } from '../../store/sqlScripts.ts';
import { byAzureCli, byStudio, serverless } from './authors.ts';

const dedicated = { pool: 'SalesDW', database: 'SalesDW' };
const lake = { pool: 'Built-in', database: 'lake' };

/** What a workspace has after some years: made in Studio, by the Azure CLI and by hand, some in folders, some not. */
export function* salesScripts(): Generator<SampleScript> {
  yield byStudio('SQL script 1', '', { target: serverless, resultLimit: 5000 });
  yield byStudio('Top customers', topCustomers, {
    folder: 'Reports',
    description: 'Customers by revenue of the last full quarter.',
    target: dedicated,
    resultLimit: 5000,
  });
  yield byStudio('Revenue by region', revenueByRegion, {
    folder: 'Reports/Monthly',
    target: dedicated,
    resultLimit: -1,
  });
  yield byStudio('Revenue by region (old)', revenueByRegion.replaceAll('\n', '\r\n'), {
    folder: 'Reports/Monthly/Archive',
    target: { pool: 'SalesArchive', database: 'SalesArchive' },
    resultLimit: 5000,
  });
  yield byStudio('Explore raw orders', exploreOrders, { folder: 'Lake', target: lake });
  yield byAzureCli('create_external_tables', externalTables, 'Lake/Set-up', lake);
  yield byAzureCli('load_dim_customer', loadCustomers, 'Load/Dimensions', dedicated);
  yield byAzureCli('load_dim_product', loadCustomers.replaceAll('Customer', 'Product'), 'Load/Dimensions', dedicated);
  yield byAzureCli('load_fact_sales', loadSales, 'Load', dedicated);
  yield byStudio('Scratch', 'SELECT 1;\n');
  yield { name: 'Grants', properties: grants };
}

const topCustomers = `-- Customers by revenue of the last full quarter
SELECT TOP (20) c.CustomerKey, c.Name, SUM(s.Amount) AS Revenue
FROM dbo.FactSales AS s
JOIN dbo.DimCustomer AS c ON c.CustomerKey = s.CustomerKey
WHERE s.OrderDate >= DATEADD(quarter, DATEDIFF(quarter, 0, GETDATE()) - 1, 0)
  AND s.OrderDate < DATEADD(quarter, DATEDIFF(quarter, 0, GETDATE()), 0)
GROUP BY c.CustomerKey, c.Name
ORDER BY Revenue DESC;
`;

const revenueByRegion = `SELECT r.Name AS Region, YEAR(s.OrderDate) AS [Year], MONTH(s.OrderDate) AS [Month], SUM(s.Amount) AS Revenue
FROM dbo.FactSales AS s
JOIN dbo.DimRegion AS r ON r.RegionKey = s.RegionKey
GROUP BY r.Name, YEAR(s.OrderDate), MONTH(s.OrderDate)
ORDER BY [Year], [Month], Region;
`;

const exploreOrders = `SELECT TOP 100 *
FROM OPENROWSET(
    BULK 'https://contososales.dfs.core.windows.net/raw/orders/year=*/month=*/*.parquet',
    FORMAT = 'PARQUET'
) AS [orders];
`;

const externalTables = `IF NOT EXISTS (SELECT * FROM sys.external_file_formats WHERE name = 'Parquet')
\tCREATE EXTERNAL FILE FORMAT [Parquet] WITH (FORMAT_TYPE = PARQUET);
GO

IF NOT EXISTS (SELECT * FROM sys.external_data_sources WHERE name = 'raw')
\tCREATE EXTERNAL DATA SOURCE [raw] WITH (LOCATION = 'https://contososales.dfs.core.windows.net/raw');
GO

CREATE EXTERNAL TABLE dbo.Orders (OrderId bigint, CustomerId int, OrderDate date, Amount decimal(18, 2))
WITH (LOCATION = 'orders/**', DATA_SOURCE = [raw], FILE_FORMAT = [Parquet]);
GO
`;

const loadCustomers = `MERGE dbo.DimCustomer AS target
USING staging.Customer AS source ON target.CustomerId = source.CustomerId
WHEN MATCHED THEN UPDATE SET Name = source.Name, ChangedAt = SYSUTCDATETIME()
WHEN NOT MATCHED THEN INSERT (CustomerId, Name, ChangedAt) VALUES (source.CustomerId, source.Name, SYSUTCDATETIME());
`;

const loadSales = `COPY INTO dbo.FactSales
FROM 'https://contososales.dfs.core.windows.net/curated/sales/'
WITH (FILE_TYPE = 'PARQUET', CREDENTIAL = (IDENTITY = 'Managed Identity'));
`;

/**
 * Written by hand against the REST API, with members that no client knows, at every level; the numbers are such that
 * nothing but their digits holds them.
 */
const grants = String.raw`{"schemaVersion":1.0,"type":"SqlQuery","content":{"query":"GRANT SELECT ON SCHEMA::dbo TO [analysts];\r\n-- caf\u00e9\r\n","metadata":{"language":"sql","reviewed":{"by":"Zo\u00eb","ticket":12345678901234567890}},"currentConnection":{"type":"SqlPool","poolName":"SalesDW","databaseName":"SalesDW","applicationIntent":"ReadWrite","timeoutSeconds":3.0e1},"resultLimit":5000,"2":"second","1":"first"},"folder":{"name":"Security"},"tolerance":0.10000000000000000001,"labels":[]}`;
