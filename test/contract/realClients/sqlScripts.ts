import assert from 'node:assert/strict';
import type { CheckAccessDecision } from '@azure/synapse-access-control';
import type { SqlScriptResource } from '@azure/synapse-artifacts';
import { accessControlClient, allOf, artifactsClient, refused, sample } from './clients.ts';
import type { Scenarios } from './signIn.ts';

export const sqlScriptScenarios: Scenarios = {
  'SQL scripts are listed over pages, and one is read': async (signIn) => {
    const { sqlScriptOperations } = await artifactsClient(signIn);
    const pages = await allOf(sqlScriptOperations.listSqlScriptsByWorkspace().byPage());
    assert.ok(pages.length > 1, 'more than one page');
    const all = pages.flat();
    const names = all.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    const one = await sqlScriptOperations.getSqlScript('Top customers');
    assert.deepEqual(
      all.find(({ name }) => name === 'Top customers'),
      one,
    );
    assert.equal(one.properties.content.currentConnection?.poolName, 'SalesDW');
    assert.equal(one.properties.folder?.name, 'Reports');
  },

  'a SQL script is created, updated with its etag, renamed and deleted': async (signIn) => {
    const { sqlScriptOperations } = await artifactsClient(signIn);
    const name = 'Made by a real client & “co” #1';
    const created = await sqlScriptOperations.beginCreateOrUpdateSqlScriptAndWait(name, scriptOf(name, 'SELECT 1;'));
    assert.equal(created.name, name);
    assert.equal(created.properties.content.query, 'SELECT 1;');
    const { etag } = created;
    assert.ok(etag);
    const updated = await sqlScriptOperations.beginCreateOrUpdateSqlScriptAndWait(name, scriptOf(name, 'SELECT 2;'), {
      ifMatch: etag,
    });
    assert.notEqual(updated.etag, etag);
    const late = sqlScriptOperations.beginCreateOrUpdateSqlScriptAndWait(name, scriptOf(name, 'SELECT 3;'), {
      ifMatch: etag,
    });
    await assert.rejects(late, refused(412, 'PreconditionFailed'));
    const newName = `${name} renamed`;
    await sqlScriptOperations.beginRenameSqlScriptAndWait(name, { newName });
    const renamed = await sqlScriptOperations.getSqlScript(newName);
    assert.equal(renamed.properties.content.query, 'SELECT 2;');
    await assert.rejects(sqlScriptOperations.getSqlScript(name), refused(404, 'NotFound'));
    await sqlScriptOperations.beginDeleteSqlScriptAndWait(newName);
    await assert.rejects(sqlScriptOperations.getSqlScript(newName), refused(404, 'NotFound'));
  },

  'the workspace tells a real client of its repository': async (signIn) => {
    const { workspaceOperations } = await artifactsClient(signIn, 'contoso-finance');
    const { name, workspaceRepositoryConfiguration } = await workspaceOperations.get();
    assert.equal(name, 'contoso-finance');
    assert.equal(workspaceRepositoryConfiguration?.repositoryName, 'finance-synapse');
  },

  'a principal’s access is checked': async (signIn) => {
    const { roleAssignments } = await accessControlClient(signIn);
    const id = 'Microsoft.Synapse/workspaces/sqlScripts/write';
    /** This client looks for `accessDecisions`; the specification has a capital. */
    const check = async (principalId: string): Promise<CheckAccessDecision | undefined> => {
      let answer = '';
      const onResponse = ({ bodyAsText }: { readonly bodyAsText?: string | null }): void => {
        answer = bodyAsText ?? '';
      };
      const actions = [{ id, isDataAction: true }];
      const scope = `workspaces/${sample.workspace}`;
      await roleAssignments.checkPrincipalAccess({ principalId }, actions, scope, { onResponse });
      return (JSON.parse(answer) as { readonly AccessDecisions: CheckAccessDecision[] }).AccessDecisions[0];
    };
    const allowed = await check(signIn.principalId);
    assert.equal(allowed?.accessDecision, 'Allowed');
    assert.ok(allowed.roleAssignment?.id);
    assert.equal((await check('00000000-0000-0000-0000-000000000001'))?.accessDecision, 'NotAllowed');
  },
};

function scriptOf(name: string, query: string): SqlScriptResource {
  return {
    name,
    properties: {
      content: { query, currentConnection: { poolName: 'Built-in', databaseName: 'master' } },
      folder: { name: 'Made by clients' },
    },
  };
}
