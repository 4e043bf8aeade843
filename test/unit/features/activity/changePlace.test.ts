import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeOf } from '../../../../src/features/activity/changePlace.ts';

const place = (method: string, host: string, path: string): ReturnType<typeof placeOf> =>
  placeOf({ operation: 'x', tenantId: 't', method, host, path });

const workspace = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse/workspaces/contoso-sales';

describe('placeOf', () => {
  it('reads workspace, thing and action from a path of Azure Resource Manager', () => {
    assert.deepEqual(place('POST', 'management.azure.com', `${workspace}/sqlPools/SalesDW/pause`), {
      workspace: 'contoso-sales',
      thing: 'SalesDW (sqlPools)',
      action: 'pause',
    });
    assert.deepEqual(place('PUT', 'management.azure.com', `${workspace}/firewallRules/Office`), {
      workspace: 'contoso-sales',
      thing: 'Office (firewallRules)',
    });
  });

  it('reads the workspace from the host of its own endpoint', () => {
    assert.deepEqual(place('DELETE', 'contoso-sales.dev.azuresynapse.net', '/sqlScripts/R%C3%A9sum%C3%A9%20%231'), {
      workspace: 'contoso-sales',
      thing: 'Résumé #1 (sqlScripts)',
    });
  });

  it('leaves out what is not there, and what is no valid escape as it is', () => {
    assert.deepEqual(place('PUT', 'graph.microsoft.com', '/users/50%'), { thing: '50% (users)' });
    assert.deepEqual(place('DELETE', 'graph.microsoft.com', '/me'), { thing: 'me' });
  });
});
