import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { camelCase, memberName } from '../../../../scripts/generateApi/memberNames.ts';

describe('memberName', () => {
  for (const [id, member] of [
    ['SqlPools_ListByWorkspace', 'listByWorkspace'],
    ['SqlPools_Pause', 'pause'],
    ['RoleAssignments_ListRoleAssignments', 'list'],
    ['RoleAssignments_CreateRoleAssignment', 'create'],
    ['RoleAssignments_GetRoleAssignmentById', 'get'],
    ['RoleAssignments_GetById', 'getById'],
    ['RoleAssignments_CheckPrincipalAccess', 'checkPrincipalAccess'],
    ['RoleDefinitions_ListScopes', 'listScopes'],
    ['SqlScript_GetSqlScriptsByWorkspace', 'listByWorkspace'],
    ['SqlScript_CreateOrUpdateSqlScript', 'createOrUpdate'],
    ['Pipeline_CreatePipelineRun', 'createRun'],
    ['PipelineRun_QueryPipelineRunsByWorkspace', 'queryByWorkspace'],
    ['SparkSession_ResetSparkSessionTimeout', 'resetTimeout'],
    ['SparkSession_CreateSparkStatement', 'createSparkStatement'],
    ['Things_Thingsome', 'thingsome'],
    ['Things_GetThingsome', 'getThingsome'],
  ] as const) {
    it(`${id} becomes ${member}`, () => {
      assert.equal(memberName(id), member);
    });
  }

  it('refuses an id without a member', () => {
    assert.throws(() => memberName('Resources'), /Resources/);
  });
});

describe('camelCase', () => {
  for (const [name, expected] of [
    ['SqlPools', 'sqlPools'],
    ['SQLPools', 'sqlPools'],
    ['IPs', 'iPs'],
    ['URL', 'url'],
  ] as const) {
    it(`${name} becomes ${expected}`, () => {
      assert.equal(camelCase(name), expected);
    });
  }
});
