import assert from 'node:assert/strict';
import { allOf, refused, sample, synapseClient } from './clients.ts';
import type { Scenarios } from './signIn.ts';

export const workspaceScenarios: Scenarios = {
  'workspaces of a subscription and of a resource group': async (signIn) => {
    const { workspaces } = await synapseClient(signIn);
    const pages = await allOf(workspaces.list().byPage());
    assert.ok(pages.length > 1, 'more than one page');
    const all = pages.flat().map(({ name }) => name);
    const ofGroup = await allOf(workspaces.listByResourceGroup(sample.resourceGroup));
    assert.ok(ofGroup.length > 0 && ofGroup.length < all.length);
    assert.ok(ofGroup.every(({ name }) => all.includes(name)));
  },

  'a workspace is created, changed and deleted': async (signIn) => {
    const { workspaces } = await synapseClient(signIn);
    const name = 'made-by-a-real-client';
    const created = await workspaces.beginCreateOrUpdateAndWait(sample.resourceGroup, name, {
      location: 'westeurope',
      identity: { type: 'SystemAssigned' },
      defaultDataLakeStorage: { accountUrl: 'https://lake.dfs.core.windows.net', filesystem: 'data' },
      sqlAdministratorLogin: 'sqladminuser',
      sqlAdministratorLoginPassword: 'not kept anywhere 1!',
    });
    assert.equal(created.provisioningState, 'Succeeded');
    assert.equal(created.defaultDataLakeStorage?.filesystem, 'data');
    const changed = await workspaces.beginUpdateAndWait(sample.resourceGroup, name, { tags: { purpose: 'test' } });
    assert.deepEqual(changed.tags, { purpose: 'test' });
    await workspaces.beginDeleteAndWait(sample.resourceGroup, name);
    await assert.rejects(workspaces.get(sample.resourceGroup, name), refused(404, 'ResourceNotFound'));
  },
};
