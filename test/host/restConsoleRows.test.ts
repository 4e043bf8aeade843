import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { operationsOn } from '../../src/features/restConsole/ask/operationsOn.ts';
import type { TreeEntry } from '../../src/platform/tree/treeEntry.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { entryAt, itemOf } from './support/explorer.ts';
import { rowsBelow } from './support/outline.ts';
import { QuickPicks } from './support/quickPicks.ts';
import { withSettings } from './support/settings.ts';

/** The first operation of each kind of row; what a row without operations of its own has is what the one above it has. */
const onTop: Readonly<Record<string, string>> = {
  accessControl: 'RoleAssignments.list',
  azureRoleAssignment: 'AzureRoleAssignments.get',
  azureRoles: 'AzureRoleAssignments.listForResource',
  dedicatedSqlPool: 'SqlPools.get',
  firewallRule: 'IpFirewallRules.get',
  networking: 'IpFirewallRules.listByWorkspace',
  resourceGroup: 'ResourceGroups.get',
  role: 'RoleDefinitions.get',
  roleAssignment: 'RoleAssignments.get',
  scriptFolder: 'SqlScripts.listByWorkspace',
  serverlessSqlPool: 'Workspaces.get',
  sparkPool: 'BigDataPools.get',
  sparkPools: 'BigDataPools.listByWorkspace',
  sqlPools: 'SqlPools.listByWorkspace',
  sqlScript: 'SqlScripts.get',
  sqlScripts: 'SqlScripts.listByWorkspace',
  subscription: 'Subscriptions.get',
  workspace: 'Workspaces.get',
};

/** Rows that stand for nothing of the service. */
const only = new Set(['error', 'hint', 'loadMore', 'lastKnown', 'networkFact', 'namesGap', 'pinned']);

describe('the REST console on rows', () => {
  emulatedAzure({ operationTime: 0 });

  it('is in the menu of every kind of row, with what fits the row on top', async function () {
    this.timeout(120_000);
    const found: Record<string, string> = {};
    for (const groupBy of ['subscription', 'resourceGroup']) {
      await using _set = await withSettings({ groupBy });
      const opened = ({ node: { kind, label } }: TreeEntry): boolean =>
        kind.name !== 'workspace' || (groupBy === 'subscription' && label === 'contoso-sales');
      for (const { entry } of await rowsBelow(undefined, opened)) {
        const { kind } = entry.node;
        if (only.has(kind.name)) continue;
        const { contextValue = '' } = await itemOf(entry);
        assert.match(contextValue, /;(?:named|refreshable);/u, `${entry.node.label} has no menu of the console`);
        const [first] = operationsOn(entry);
        found[kind.name] ??= first?.known.name ?? 'nothing';
        assert.equal(first?.known.name ?? 'nothing', found[kind.name], entry.node.label);
      }
    }
    assert.deepEqual(found, onTop);
  });

  it('has nothing that no such thing has: no Azure roles of a list, a folder or a script', async () => {
    for (const labels of [['SQL pools'], ['SQL scripts'], ['SQL scripts', 'Scratch'], ['Access control']]) {
      const names = operationsOn(await entryAt('Contoso Production', 'contoso-sales', ...labels));
      assert.deepEqual(
        names.filter(({ known }) => known.name.startsWith('Azure')).map(({ known }) => known.name),
        [],
        labels.join(),
      );
    }
    const pool = operationsOn(await entryAt('Contoso Production', 'contoso-sales', 'SQL pools', 'SalesDW'));
    const permissions = pool.find(({ known }) => known.name === 'AzurePermissions.listForResource');
    assert.equal(permissions?.parameters['parentResourcePath'], 'workspaces/contoso-sales');
    assert.equal(permissions.parameters['resourceName'], 'SalesDW');
  });

  it('has the sessions and jobs of a Spark pool, and the roles that a role row stands for', async () => {
    const spark = operationsOn(
      await entryAt('Contoso Production', 'contoso-sales', 'Apache Spark pools', 'sparksmall'),
    );
    const sessions = spark.find(({ known }) => known.name === 'SparkSessions.create');
    assert.deepEqual([sessions?.parameters, sessions?.missing], [{ sparkPoolName: 'sparksmall' }, []]);
    await using _set = await withSettings({ 'accessControl.groupBy': 'scope' });
    const rows = await rowsBelow(await entryAt('Contoso Production', 'contoso-sales', 'Access control'), () => false);
    const scopes = rows.map(({ entry }) => [entry.node.label, operationsOn(entry)[0]?.known.name]);
    assert.deepEqual(scopes.slice(0, 2), [
      ['Whole workspace', 'RoleAssignments.list'],
      ['Apache Spark pool sparklarge', 'BigDataPools.get'],
    ]);
  });

  it('makes a request of the row alone, with nothing left to write', async () => {
    for (const [labels, operation, line] of [
      [['SQL scripts', 'Lake'], 'SQL scripts: list by workspace', 'GET /sqlScripts?api-version=2020-12-01'],
      [
        ['Networking', 'allowAll'],
        'IP firewall rules: delete',
        'DELETE {{workspaceId}}/firewallRules/allowAll?api-version=2021-06-01',
      ],
    ] as const) {
      using picks = new QuickPicks();
      const row = await entryAt('Contoso Production', 'contoso-sales', ...labels);
      const calling = vscode.commands.executeCommand('synapse.rest.whatCanIDo', row);
      const list = await picks.list();
      list.choose(operation);
      await calling;
      assert.equal(vscode.window.activeTextEditor?.document.getText().split('\n')[3], line);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });
});
