import type { SampleScript } from '../../store/sqlScripts.ts';
import { byAzureCli, byStudio, serverless } from './authors.ts';

const finance = { pool: 'FinanceDW', database: 'FinanceDW' };

/** Of the workspace in Git mode: the live state, which is what was published last. */
export function* financeScripts(): Generator<SampleScript> {
  yield byStudio('Trial balance', balance, { folder: 'Closing', target: finance, resultLimit: -1 });
  yield byStudio('Open items', openItems, { folder: 'Closing/Receivables', target: finance, resultLimit: 5000 });
  yield byAzureCli('hotfix_rates', "UPDATE dbo.Rate SET Value = 1.0834 WHERE Currency = 'USD';\n", 'Hotfixes', finance);
}

/** Of the workspace that is reached over private endpoints alone. */
export function* peopleScripts(): Generator<SampleScript> {
  yield byStudio('Head count', 'SELECT Department, COUNT(*) AS Heads FROM dbo.Employee GROUP BY Department;\n', {
    folder: 'Reports',
    target: { pool: 'PeopleDW', database: 'PeopleDW' },
    resultLimit: 5000,
  });
}

/** Of the workspace in which the sample's user may read and nothing else. */
export function* logisticsScripts(): Generator<SampleScript> {
  const target = { pool: 'RoutesDW', database: 'RoutesDW' };
  yield byStudio('Late deliveries', 'SELECT * FROM dbo.Delivery WHERE ArrivedAt > PromisedAt;\n', {
    folder: 'Reports',
    target,
    resultLimit: 5000,
  });
  yield byStudio('Routes', 'SELECT TOP 100 * FROM dbo.Route;\n', { target });
  yield byAzureCli(
    'load_deliveries',
    "COPY INTO dbo.Delivery FROM 'https://logistics.dfs.core.windows.net/in/';\n",
    'Load',
    target,
  );
}

/** Of the partner's workspace in which the sample's user may do everything. */
export function* retailScripts(): Generator<SampleScript> {
  const target = { pool: 'RetailDW', database: 'RetailDW' };
  yield byStudio('Baskets', 'SELECT TOP 100 * FROM dbo.Basket;\n', { folder: 'Shared', target, resultLimit: 5000 });
  yield byStudio('Stores', 'SELECT * FROM dbo.Store;\n', { target: serverless });
}

const balance = `SELECT Account, SUM(Debit) - SUM(Credit) AS Balance
FROM dbo.Entry
WHERE Period = FORMAT(EOMONTH(GETDATE(), -1), 'yyyy-MM')
GROUP BY Account
ORDER BY Account;
`;

const openItems = `SELECT Customer, Invoice, DueDate, Amount
FROM dbo.Receivable
WHERE PaidAt IS NULL AND DueDate < GETDATE()
ORDER BY DueDate;
`;
