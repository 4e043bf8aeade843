import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { account, agreeToSignIn, type Question } from './support/account.ts';
import { connectAnew } from './support/connectAnew.ts';
import { connectionState, untilConnectedAgain, untilConnectionIs } from './support/connectionState.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, itemOf } from './support/explorer.ts';
import { takeLogLines } from './support/logLines.ts';
import { replaceMember } from './support/replaceMember.ts';
import { withSettings } from './support/settings.ts';

const workspaceAudience = 'https://dev.azuresynapse.net';
const access = ['Contoso Production', 'contoso-sales', 'Access control'] as const;
const refusals = {
  AADSTS65001: 'The user or administrator has not consented to use the application.',
  AADSTS65002: 'Consent between first party application and first party resource must be configured.',
  AADSTS500011: 'The resource principal was not found in the tenant.',
};

describe('a client that may not ask for tokens of workspaces', () => {
  const azure = emulatedAzure();
  afterEach(async () => {
    await account.signOut();
    await untilConnectionIs('signedOut');
    await account.signIn();
    await connectAnew();
  });

  for (const [code, text] of Object.entries(refusals)) {
    it(`is told with ${code} and a way out, and everything else goes on working`, async () => {
      await account.refuse({ audience: workspaceAudience, error: `${code}: ${text}` });
      await connectAnew();
      const [reason, ...more] = await childrenOf(await entryAt(...access));
      assert.ok(reason);
      assert.deepEqual(more, []);
      const { label, tooltip, contextValue } = await itemOf(reason);
      assert.equal(label, `${code}: ${text}`);
      assert.match(String(tooltip), /The tenant does not let this client ask for https:\/\/dev\.azuresynapse\.net\./);
      assert.match(String(tooltip), /An administrator can give consent, or choose another credential/);
      assert.equal(contextValue, ';error;retry;chooseCredential;signIn;');
      await entryAt('Contoso Production', 'contoso-sales', 'SQL pools', 'SalesDW');
    });
  }

  it('gets the same advice when only the sign-in tells that it is refused', async () => {
    await account.refuse({ audience: workspaceAudience });
    await connectAnew();
    const [reason] = await childrenOf(await entryAt(...access));
    assert.deepEqual([reason?.node.label, reason?.node.description], ['Sign-in needed', 'Contoso']);
    assert.match(reason?.node.tooltip ?? '', /^A sign-in to tenant [0-9a-f-]{36} is needed\.$/m);
    using dialogs = new Dialogs();
    using _person = agreeToSignIn(() => Promise.reject(new Error(`AADSTS65002: ${refusals.AADSTS65002}`)));
    await vscode.commands.executeCommand('synapse.signInToTenant', reason);
    const { message } = await dialogs.message('error');
    assert.match(message, /^“Sign in” did not work: AADSTS65002: .* choose another credential/);
  });

  it('can be replaced, for that audience alone, with “Choose credential…”', async () => {
    const clientId = '0f0f0f0f-1111-4222-8333-444444444444';
    await account.refuse({ audience: workspaceAudience, error: `AADSTS65002: ${refusals.AADSTS65002}` });
    await connectAnew();
    const [reason] = await childrenOf(await entryAt(...access));
    {
      const opened: unknown[][] = [];
      using _settings = replaceMember(vscode.commands, 'executeCommand', (...args: unknown[]) => {
        opened.push(args);
        return Promise.resolve();
      });
      // The command is registered with VS Code; run it as VS Code would, past the stand-in.
      await _original('synapse.chooseCredential', reason);
      const [[command, argument] = [], ...more] = opened;
      assert.match(String(command), /^workbench\.action\.open(Remote)?Settings$/);
      assert.deepEqual([argument, more], [{ query: 'synapse.credential' }, []]);
    }
    await account.takeCalls();
    await using _set = await withSettings({ 'credential.workspace': 'ownClient', clientId });
    await untilConnectedAgain();
    await entryAt(...access, 'Synapse Administrator');
    const asked = (await account.takeCalls()).filter(({ scopes }) => scopes.length > 0);
    const { tenantId } = azure().ready;
    const withClient = asked.filter(({ scopes }) => scopes.some((scope) => scope.startsWith('VSCODE_CLIENT_ID:')));
    assert.deepEqual(
      withClient.map(({ scopes }) => scopes),
      [[`${workspaceAudience}/.default`, `VSCODE_TENANT:${tenantId}`, `VSCODE_CLIENT_ID:${clientId}`]],
    );
    assert.ok(asked.some(({ scopes }) => scopes.includes('https://management.azure.com/.default')));
  });

  it('is asked for by its id when Sign in… is pressed', async () => {
    const clientId = '0f0f0f0f-1111-4222-8333-555555555555';
    await using _set = await withSettings({ 'credential.workspace': 'ownClient', clientId });
    await untilConnectedAgain();
    await childrenOf();
    const { tenantId } = azure().ready;
    const error = 'AADSTS50079: Enroll.';
    const scopes = [`${workspaceAudience}/.default`, `VSCODE_TENANT:${tenantId}`, `VSCODE_CLIENT_ID:${clientId}`];
    await account.refuse({ tenant: tenantId, error });
    const [reason] = await childrenOf(await entryAt(...access));
    assert.equal(reason?.node.label, error);
    const questions: Question[] = [];
    using _person = agreeToSignIn(async (question) => {
      questions.push(question);
      await account.signIn({ scopes });
    });
    await vscode.commands.executeCommand('synapse.signInToTenant', reason);
    assert.deepEqual(
      questions.map(({ request }) => request),
      [scopes],
    );
    await entryAt(...access, 'Synapse Administrator');
  });

  it('is named by the setting that is missing', async () => {
    takeLogLines();
    {
      await using _set = await withSettings({ 'credential.workspace': 'ownClient' });
      await untilConnectionIs('failed');
      assert.deepEqual(await childrenOf(), []);
      assert.ok(
        takeLogLines().includes(
          '[error] The connection did not work: The setting “synapse.clientId” is needed and is empty.',
        ),
      );
    }
    await untilConnectionIs('connected');
    assert.equal(connectionState(), 'connected');
  });
});

const _original = vscode.commands.executeCommand.bind(vscode.commands);
