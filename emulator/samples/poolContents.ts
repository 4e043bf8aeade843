import { restorePoint, restorePoints } from '../services/sqlPool/restorePoints.ts';
import { sensitivityLabels } from '../services/sqlPool/sensitivityLabels.ts';
import { columns, schemas, tables } from '../services/sqlPool/tables.ts';
import { vulnerabilityAssessments } from '../services/sqlPool/vulnerabilityAssessments.ts';
import { scanRecord, vulnerabilityScans } from '../services/sqlPool/vulnerabilityScans.ts';
import { usages } from '../services/sqlPool/usages.ts';
import { userActivities } from '../services/sqlPool/userActivities.ts';
import { replicationLinks } from '../services/sqlPool/replicationLinks.ts';
import { regionName } from '../services/sqlPool/regionNames.ts';
import { collectionOf } from '../resources/shapes.ts';
import { idOf } from '../store/ids.ts';
import type { SqlPool, Workspace } from '../store/model.ts';
import type { Store } from '../store/store.ts';

/** Tables as `schema.table: column type, …`. */
export type TableText = `${string}.${string}: ${string}`;

export interface PoolContents {
  readonly tables?: readonly TableText[];
  /** Columns that get a recommendation although their names do not call for one. */
  readonly recommended?: readonly string[];
  /** Moments of restore points; with a label where somebody has made it. */
  readonly restorePoints?: readonly (readonly [time: string, label?: string])[];
  /** Scans of its security, by name. */
  readonly scans?: Readonly<Record<string, 'Passed' | 'Failed' | 'FailedToRun'>>;
  /** Who gets the results of recurring scans. */
  readonly scanMails?: readonly string[];
  /** Rows that rule VA1001 may find. */
  readonly baseline?: readonly (readonly string[])[];
  /** Columns with the label that people gave them: `dbo.Customers.Email`. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Where the reports of its scans are kept. */
  readonly scanContainer?: string;
  readonly bytes?: number;
  readonly runningQueries?: number;
  /** Workspace and region of a copy. */
  readonly copy?: { readonly workspace: string; readonly location: string; readonly id?: string };
}

/** When what a sample has of a pool came about. */
const time = Date.parse('2024-05-28T02:00:00Z');

/** Puts into a pool what people have in theirs. */
export function fillPool(store: Store, workspace: Workspace, pool: SqlPool, contents: PoolContents): void {
  const within = { owner: pool, workspace };
  const part = { store };
  for (const table of contents.tables ?? []) addTable(store, workspace, pool, table);
  const points = collectionOf(part, restorePoints, within);
  for (const [moment, label] of contents.restorePoints ?? []) {
    const { name, members } = restorePoint(pool.location, Date.parse(moment), label);
    points.put(name, members, Date.parse(moment));
  }
  for (const [column, labelName] of Object.entries(contents.labels ?? {})) {
    addLabel(store, workspace, pool, column, 'current', labelName);
  }
  for (const column of contents.recommended ?? []) {
    addLabel(store, workspace, pool, column, 'recommended', 'Confidential');
  }
  const assessments = collectionOf(part, vulnerabilityAssessments, within);
  const {
    scans = {},
    scanContainer: container,
    scanMails: emails = [],
    baseline,
    bytes,
    runningQueries,
    copy,
  } = contents;
  const assessment = assessments.put(
    'default',
    {
      properties: {
        ...(container !== undefined && { storageContainerPath: container }),
        recurringScans: { isEnabled: emails.length > 0, emailSubscriptionAdmins: true, emails },
      },
    },
    time,
  );
  const all = collectionOf(part, vulnerabilityScans, { owner: assessment, workspace });
  for (const [name, state] of Object.entries(scans)) all.put(name, scanRecord(name, time, state, container), time);
  if (baseline !== undefined) {
    const baselineResults = baseline.map((result) => ({ result }));
    for (const name of ['master', 'default']) {
      store.resources.of(assessment, 'rules/va1001/baselines').put(name, { properties: { baselineResults } }, time);
    }
  }
  if (bytes !== undefined) {
    const sizes = collectionOf(part, usages, within);
    for (const { name, members } of [...sizes]) {
      sizes.put(name, { ...members, currentValue: name === 'database_size' ? bytes : Math.ceil(bytes * 1.2) }, time);
    }
  }
  if (runningQueries !== undefined) {
    collectionOf(part, userActivities, within).put('current', { activeQueriesCount: runningQueries }, time);
  }
  if (copy !== undefined) {
    const members = {
      location: regionName(pool.location),
      properties: {
        partnerServer: copy.workspace,
        partnerDatabase: pool.name,
        partnerLocation: regionName(copy.location),
        role: 'Primary',
        partnerRole: 'Secondary',
        replicationMode: 'ASYNC',
        startTime: new Date(time).toISOString(),
        percentComplete: 100,
        replicationState: 'CATCH_UP',
        isTerminationAllowed: true,
      },
    };
    const id = copy.id ?? idOf('replication link', workspace.name, pool.name);
    collectionOf(part, replicationLinks, within).put(id, members, time);
  }
}

/** @param path `dbo.Customers.Email` */
function addLabel(
  store: Store,
  workspace: Workspace,
  pool: SqlPool,
  path: string,
  source: 'current' | 'recommended',
  labelName: string,
): void {
  const [schemaName = '', tableName = '', columnName = ''] = path.split('.');
  const part = { store };
  const schema = collectionOf(part, schemas, { owner: pool, workspace }).get(schemaName);
  const table = schema && collectionOf(part, tables, { owner: schema, workspace }).get(tableName);
  const column = table && collectionOf(part, columns, { owner: table, workspace }).get(columnName);
  if (column === undefined) throw new Error(`The sample has no column ${path}`);
  const labels = collectionOf(part, sensitivityLabels, { owner: column, workspace });
  const informationType = 'Contact Info';
  const properties = {
    labelName,
    labelId: idOf('sensitivity label', labelName),
    informationType,
    informationTypeId: idOf('information type', informationType),
    rank: 'Medium',
  };
  labels.put(source, { properties }, time);
}

/** Types without a length: `nvarchar`, as the service tells them. */
function addTable(store: Store, workspace: Workspace, pool: SqlPool, text: TableText): void {
  const [, schemaName = '', tableName = '', list = ''] = /^([^.]+)\.([^:]+): (.*)$/.exec(text) ?? [];
  const allSchemas = collectionOf({ store }, schemas, { owner: pool, workspace });
  const schema = allSchemas.get(schemaName) ?? allSchemas.put(schemaName, {}, time);
  const table = collectionOf({ store }, tables, { owner: schema, workspace }).put(tableName, {}, time);
  const all = collectionOf({ store }, columns, { owner: table, workspace });
  for (const column of list.split(', ')) {
    const [name = '', columnType = ''] = column.split(' ');
    all.put(name, { properties: { columnType } }, time);
  }
}
