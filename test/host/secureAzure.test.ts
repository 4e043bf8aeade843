import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import * as vscode from 'vscode';
import { connectionState } from './support/connectionState.ts';
import { Dialogs } from './support/dialogs.ts';
import { type EmulatedAzure, openEmulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, itemOf } from './support/explorer.ts';
import { withSettings } from './support/settings.ts';

describe('a cloud behind https with a certificate authority of its own', () => {
  const trusted = tls.getCACertificates('default');
  let azure: EmulatedAzure;

  before(async () => {
    azure = await openEmulatedAzure({
      https: true,
      onReady: ({ ca = '' }) => {
        tls.setDefaultCACertificates([...trusted, readFileSync(ca, 'utf8')]);
      },
    });
  });
  after(async () => {
    await azure[Symbol.asyncDispose]();
    tls.setDefaultCACertificates(trusted);
  });

  it('is read like any other where the computer trusts that authority', async () => {
    assert.equal((await childrenOf()).length, 3);
    await entryAt('Contoso Production', 'contoso-sales', 'Access control', 'Synapse Administrator');
  });

  it('lets a service principal in, and asks for its secret once', async () => {
    using dialogs = new Dialogs();
    const { tenantId, clientId, clientSecret } = azure.ready;
    dialogs.type = () => clientSecret;
    {
      await using _set = await withSettings({
        'servicePrincipal.tenantId': tenantId,
        'servicePrincipal.clientId': clientId,
        'credential.resourceManager': 'servicePrincipal',
        'credential.workspace': 'servicePrincipal',
      });
      await vscode.commands.executeCommand('synapse.signIn');
      assert.equal(connectionState(), 'connected');
      assert.deepEqual(
        (await childrenOf()).map(({ node }) => node.label),
        ['Contoso Production', 'Fabrikam Analytics', 'Research & <b>"Üser"</b> ../x'],
      );
      await entryAt('Contoso Production', 'contoso-sales', 'Access control', 'Synapse Administrator');
      assert.equal(dialogs.inputs.length, 1);
      await vscode.commands.executeCommand('synapse.signOut');
    }
    await vscode.commands.executeCommand('synapse.signIn');
    assert.equal(connectionState(), 'connected');
  });

  it('is not read where that authority is not trusted, and the row says what helps', async () => {
    const group = await entryAt('Contoso Production', 'contoso-sales', 'SQL pools');
    await childrenOf(group);
    await azure.close();
    // It makes itself new certificates, which nobody trusts.
    await azure.startAgain();
    await vscode.commands.executeCommand('synapse.refreshNode', group);
    const reason = (await childrenOf(group)).at(-1);
    assert.ok(reason);
    assert.equal(reason.node.label, 'The server’s certificate is not trusted.');
    assert.match(String((await itemOf(reason)).tooltip), /install its certificate authority in the operating system/);
  });
});
