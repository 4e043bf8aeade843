import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import tls from 'node:tls';
import * as vscode from 'vscode';
import { type EmulatedAzure, openEmulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt } from './support/explorer.ts';
import { withSettings } from './support/settings.ts';
import { connectionAttempts } from './support/loopbackOnly.ts';

describe('a proxy that is set in VS Code', () => {
  const trusted = tls.getCACertificates('default');
  let azure: EmulatedAzure;

  before(async () => {
    azure = await openEmulatedAzure({
      https: true,
      settings: { cloud: 'public' },
      onReady: async ({ ca = '', proxy }) => {
        tls.setDefaultCACertificates([...trusted, readFileSync(ca, 'utf8')]);
        await setProxy(proxy);
      },
    });
  });
  after(async () => {
    await setProxy(undefined);
    await azure[Symbol.asyncDispose]();
    tls.setDefaultCACertificates(trusted);
  });

  it('is the way to Azure’s own host names, by https', async () => {
    assert.equal((await childrenOf()).length, 3);
    await entryAt('Contoso Production', 'contoso-sales', 'Access control', 'Synapse Administrator');
    assert.deepEqual([...new Set(azure.requests.take())].sort(), [
      'GET /roleAssignments',
      'GET /roleDefinitions',
      'GET /subscriptions',
      'GET /tenants',
      'POST /providers/Microsoft.ResourceGraph/resources',
      'POST /v1.0/directoryObjects/getByIds',
    ]);
    // Whatever went to these names directly would have been refused, see wholeRun.test.ts.
    const { port } = new URL(azure.ready.proxy ?? '');
    assert.ok(connectionAttempts().some((attempt) => attempt.port === Number(port)));
  });

  it('is also the way of a credential that the environment brings', async () => {
    const { tenantId, clientId, clientSecret } = azure.ready;
    const variables = { AZURE_TENANT_ID: tenantId, AZURE_CLIENT_ID: clientId, AZURE_CLIENT_SECRET: clientSecret };
    Object.assign(process.env, variables);
    try {
      await using _set = await withSettings({ 'credential.resourceManager': 'environment' });
      await vscode.commands.executeCommand('synapse.signIn');
      assert.deepEqual(
        (await childrenOf()).map(({ node }) => node.label),
        ['Contoso Production', 'Fabrikam Analytics', 'Research & <b>"Üser"</b> ../x'],
      );
    } finally {
      for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name);
    }
  });
});

async function setProxy(url: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('http').update('proxy', url, vscode.ConfigurationTarget.Global);
}
