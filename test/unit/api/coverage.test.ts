import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { specificationsFolder } from '../../../scripts/generateApi/specifications.ts';
import { everyOperation } from './support/everyOperation.ts';

/** A row of the table of operations in the specifications folder. */
interface Listed {
  readonly operationId: string;
  readonly plane: 'management' | 'data' | 'arm';
  readonly method: string;
  readonly path: string;
  readonly apiVersion: string;
  readonly group: string;
  readonly lro: boolean;
  readonly pageable: boolean;
  readonly nextLinkName: string | null;
}

const file = path.join(specificationsFolder(), 'operations.json');
const skip = existsSync(file) ? false : 'no table of operations: the specifications folder is not there';

/** Why rows are not declared, by their group in the table. */
const leftOut: Readonly<Record<string, string>> = {
  '(other)': 'management operations outside the groups of the reference pages, of which some are declared',
  '2019-11-01-preview Livy+monitoring': 'declared in 2020-12-01, at the same paths',
  'RBAC 2020-02-01-preview': 'superseded by 2020-12-01, and without a specification file',
};

test('every operation of the table is declared as it stands there', { skip }, async (t) => {
  const table = JSON.parse(readFileSync(file, 'utf8')) as readonly Listed[];
  // The table has nothing of Microsoft Graph; `src/api/microsoftGraph` says where its operations come from.
  const azure = (await everyOperation()).filter(({ operation }) => operation.plane !== 'graph');
  const declared = new Map(azure.map(({ operation }) => [address(operation), operation]));
  const wanted = table.filter(({ group }) => leftOut[group] === undefined);
  for (const listed of wanted) {
    const operation = declared.get(address({ ...listed, path: addressed(listed.path) }));
    assert.ok(operation, `not declared: ${listed.operationId} ${listed.method} ${listed.path}`);
    assert.equal(operation.id, listed.operationId);
    assert.equal(operation.longRunning !== undefined, listed.lro, `${listed.operationId} is long-running or not`);
    if (listed.nextLinkName !== null) assert.equal(operation.pages?.by, 'nextLink', listed.operationId);
    assert.equal(operation.plane === 'workspace', listed.plane === 'data', listed.operationId);
    if (operation.apiVersion !== undefined && listed.apiVersion !== 'preview') {
      assert.equal(operation.apiVersion, listed.apiVersion, listed.operationId);
    }
  }
  const counts = Object.groupBy(wanted, ({ plane }) => plane);
  assert.equal(counts.management?.length, 104);
  // More than is asked for may be declared, as long as the table knows it.
  const known = new Set(table.map((row) => address({ ...row, path: addressed(row.path) })));
  assert.deepEqual(
    [...declared.keys()].filter((one) => !known.has(one)),
    [],
  );
  const parts = Object.entries(counts).map(([plane, rows]) => `${String(rows.length)} ${plane}`);
  t.diagnostic(`${String(declared.size)} operations declared: ${parts.join(', ')}`);
  for (const [group, why] of Object.entries(leftOut)) {
    const rows = table.filter((row) => row.group === group);
    assert.ok(rows.length > 0, group);
    t.diagnostic(`${String(rows.length)} left out: ${why}`);
  }
});

/** Versions tell nothing apart here: no path is declared in two. */
function address({ method, path: template }: { readonly method: string; readonly path: string }): string {
  return `${method} ${template}`;
}

/** As it is declared: Livy's version has its only value, and a query that tells two rows of the table apart is gone. */
function addressed(template: string): string {
  return template.replace('{livyApiVersion}', '2019-11-01-preview').replace('?disambiguation_dummy', '');
}
