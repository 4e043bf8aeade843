import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { builtInRoles } from '../../../../emulator/services/accessControl/builtInRoles.ts';
import { AzureError, type AzureErrorDetails } from '../../../../src/azure/azureError.ts';
import {
  missingRight,
  scriptActions,
  scriptRoles,
  type ScriptRight,
} from '../../../../src/features/sqlScripts/scripts/scriptRoles.ts';

const refused = (more: Partial<AzureErrorDetails>): AzureError =>
  new AzureError({ reason: 'refused', operation: 'Other', message: 'no', status: 403, ...more });

describe('The roles that scripts need', () => {
  for (const right of ['read', 'write', 'delete'] satisfies ScriptRight[]) {
    it(`to ${right} are just those whose recorded definitions have the data action`, () => {
      const having = builtInRoles.filter(({ permissions }) =>
        permissions.some(({ dataActions }) => dataActions.includes(scriptActions[right])),
      );
      assert.deepEqual([...scriptRoles(right)].sort(), having.map(({ name }) => name).sort());
    });
  }

  it('are asked for what the service says is missing, else for what was called', () => {
    const text = 'Required permission: Action: Microsoft.Synapse/workspaces/SQLscripts/delete, Scope: workspaces/w.';
    assert.equal(missingRight(refused({ message: text, operation: 'SqlScript_GetSqlScript' })), 'delete');
    assert.equal(missingRight(refused({ operation: 'SqlScript_GetSqlScript' })), 'read');
    assert.equal(missingRight(refused({ operation: 'SqlScript_RenameSqlScript' })), 'write');
  });

  it('help nobody whom something else refuses', () => {
    const other = 'Required permission: Action: Microsoft.Synapse/workspaces/notebooks/write, Scope: workspaces/w.';
    const operation = 'SqlScript_CreateOrUpdateSqlScript';
    assert.equal(missingRight(refused({ message: other, operation })), undefined);
    assert.equal(missingRight(refused({ code: 'ClientIpAddressNotAuthorized', operation })), undefined);
    assert.equal(missingRight(refused({ status: 401, operation })), undefined);
    assert.equal(missingRight(new Error('no')), undefined);
  });
});
