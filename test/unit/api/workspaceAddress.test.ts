import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workspaceAddressFromId, workspaceId } from '../../../src/api/synapse/workspaceAddress.ts';

const place = { tenantId: 'contoso', endpoint: 'https://ws.dev.azuresynapse.net' };
const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse/workspaces/ws';

describe('workspace address', () => {
  it('goes into an id and comes back from it', () => {
    const address = workspaceAddressFromId(id, place);
    assert.deepEqual(address, { ...place, subscriptionId: 's', resourceGroupName: 'g', workspaceName: 'ws' });
    assert.equal(workspaceId(address), id);
  });

  it('is that of the workspace for everything below it, in any case', () => {
    const below = workspaceAddressFromId(`${id.toUpperCase()}/SQLPOOLS/sales`, place);
    assert.equal(below?.workspaceName, 'WS');
  });

  for (const other of [
    '/subscriptions/s/resourceGroups/g',
    '/subscriptions/s/providers/Microsoft.Synapse/workspaces/ws',
    id.replace('Microsoft.Synapse', 'Microsoft.Databricks'),
    id.replace('workspaces', 'privateLinkHubs'),
    `${id}/..`,
  ]) {
    it(`is none for ${other}`, () => {
      assert.equal(workspaceAddressFromId(other, place), undefined);
    });
  }

  it('cannot be made of a name that would leave its segment', () => {
    assert.throws(
      () => workspaceId({ subscriptionId: 's', resourceGroupName: 'g', workspaceName: 'ws/..' }),
      TypeError,
    );
  });
});
