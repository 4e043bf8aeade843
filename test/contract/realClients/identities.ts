import assert from 'node:assert/strict';
import { PublicClientApplication } from '@azure/msal-node';
import { SynapseManagementClient } from '@azure/arm-synapse';
import { accessControlClient, allOf, credentialOf, refused, subscriptionClient, synapseClient } from './clients.ts';
import type { Scenarios } from './signIn.ts';

/** The Azure CLI's: a client without a secret. */
const publicClientId = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';

export const identityScenarios: Scenarios = {
  'a wrong secret is refused': async (signIn) => {
    const guess = credentialOf({ ...signIn, clientSecret: 'guess' });
    await assert.rejects(guess.getToken('https://management.azure.com/.default'), /AADSTS7000215/);
  },

  'an unknown resource is refused': async (signIn) => {
    await assert.rejects(credentialOf(signIn).getToken('https://nobody.example/.default'), /AADSTS500011/);
  },

  'each tenant has its own subscriptions, and its own tokens': async (signIn) => {
    const tenants = await allOf(subscriptionClient(signIn).tenants.list());
    const other = tenants.find(({ displayName }) => displayName === 'Fabrikam');
    assert.ok(other?.tenantId);
    const there = { ...signIn, tenantId: other.tenantId };
    const [foreign] = await allOf(subscriptionClient(there).subscriptions.list());
    assert.ok(foreign?.subscriptionId);
    const allowed = new SynapseManagementClient(credentialOf(there), foreign.subscriptionId);
    assert.ok((await allOf(allowed.workspaces.list())).length > 0);
    const wrong = new SynapseManagementClient(credentialOf(signIn), foreign.subscriptionId);
    await assert.rejects(allOf(wrong.workspaces.list()), refused(401, 'InvalidAuthenticationTokenTenant'));
  },

  'one audience is refused, the other is not': async (signIn) => {
    await assert.rejects(
      accessControlClient(signIn).then((client) => client.roleDefinitions.listRoleDefinitions()),
      /AADSTS65001/,
    );
    assert.ok((await allOf((await synapseClient(signIn)).workspaces.list())).length > 0);
  },

  'a claims challenge is answered with a token that has the claims': async (signIn) => {
    const client = subscriptionClient(signIn);
    assert.equal((await allOf(client.tenants.list())).length, 2);
    // The next request is challenged: the token that the client holds is good no longer.
    assert.ok((await allOf(client.subscriptions.list())).length > 0);
  },

  'throttling is waited for': async (signIn) => {
    assert.ok((await allOf(subscriptionClient(signIn).subscriptions.list())).length > 0);
  },

  'a person signs in with a refresh token': async ({ tenantId, refreshToken, principalId }) => {
    const msal = new PublicClientApplication({
      auth: { clientId: publicClientId, authority: `https://login.microsoftonline.com/${tenantId}` },
    });
    const result = await msal.acquireTokenByRefreshToken({
      refreshToken,
      scopes: ['https://dev.azuresynapse.net/.default'],
      forceCache: true,
    });
    assert.equal(result?.account?.homeAccountId, `${principalId}.${tenantId}`);
    assert.equal(result.account.name, 'Alex Wilber');
    const { account } = result;
    const silent = await msal.acquireTokenSilent({
      account,
      scopes: ['https://management.core.windows.net//.default'],
    });
    assert.notEqual(silent.accessToken, result.accessToken);
  },
};
