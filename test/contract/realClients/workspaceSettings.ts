import assert from 'node:assert/strict';
import { allOf, refused, sample, synapseClient } from './clients.ts';
import type { Scenarios } from './signIn.ts';

const { resourceGroup } = sample;
const workspace = 'contoso-serverless';

export const workspaceSettingScenarios: Scenarios = {
  'an administrator of SQL is set and taken away': async (signIn) => {
    const { workspaceAadAdmins: administrators } = await synapseClient(signIn);
    await assert.rejects(administrators.get(resourceGroup, workspace), refused(404));
    const person = { login: 'Alex', sid: signIn.principalId, tenantId: signIn.tenantId };
    const set = await administrators.beginCreateOrUpdateAndWait(resourceGroup, workspace, person);
    assert.equal(set.login, 'Alex');
    assert.equal((await administrators.get(resourceGroup, workspace)).administratorType, 'ActiveDirectory');
    await administrators.beginDeleteAndWait(resourceGroup, workspace);
    await assert.rejects(administrators.get(resourceGroup, workspace), refused(404));
  },

  'the managed identity gets control of SQL': async (signIn) => {
    const { workspaceManagedIdentitySqlControlSettings: settings } = await synapseClient(signIn);
    await settings.beginCreateOrUpdateAndWait(resourceGroup, workspace, {
      grantSqlControlToManagedIdentity: { desiredState: 'Enabled' },
    });
    const { grantSqlControlToManagedIdentity: state } = await settings.get(resourceGroup, workspace);
    assert.deepEqual({ ...state }, { desiredState: 'Enabled', actualState: 'Enabled' });
  },

  'names and operations of the provider': async (signIn) => {
    const { operations, ipFirewallRules } = await synapseClient(signIn);
    const check = async (name: string) => {
      const { available, reason } = await operations.checkNameAvailability({
        name,
        type: 'Microsoft.Synapse/workspaces',
      });
      return [available, reason];
    };
    assert.deepEqual(await check('contoso-sales'), [false, 'AlreadyExists']);
    assert.deepEqual(await check('Contoso'), [false, 'Invalid']);
    assert.deepEqual(await check('nobody-has-this'), [true, null]);
    const all = await operations.list();
    assert.ok(all.some(({ name }) => name === 'Microsoft.Synapse/workspaces/sqlPools/pause/action'));

    // Both questions about an operation by its id, as a program asks that has kept it.
    let url = '';
    const range = { startIpAddress: '198.51.100.1', endIpAddress: '198.51.100.1' };
    await ipFirewallRules.beginCreateOrUpdateAndWait(resourceGroup, workspace, 'kept', range, {
      onResponse: ({ headers }) => (url ||= headers.get('azure-asyncoperation') ?? ''),
    });
    const operationId = /operationStatuses\/([^?]+)/.exec(url)?.[1] ?? '';
    assert.equal(
      (await operations.getAzureAsyncHeaderResult(resourceGroup, workspace, operationId)).status,
      'Succeeded',
    );
    await operations.getLocationHeaderResult(resourceGroup, workspace, operationId);
    assert.ok((await allOf(ipFirewallRules.listByWorkspace(resourceGroup, workspace))).length > 1);
  },
};
