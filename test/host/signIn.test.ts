import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { account, agreeToSignIn, firstAccount, type Question, scopesIn } from './support/account.ts';
import { connectAnew } from './support/connectAnew.ts';
import { connectionState, takeConnectionStates, untilConnectionIs } from './support/connectionState.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, itemOf } from './support/explorer.ts';

const fabrikam = 'Fabrikam';

describe('sign-in with an account of VS Code', () => {
  describe('that the extension may use', () => {
    const azure = emulatedAzure();

    it('is silent, and asks for one audience of one tenant at a time', async () => {
      await entryAt('Contoso Production', 'contoso-sales', 'Access control', 'Synapse Administrator');
      await entryAt('Fabrikam Analytics', 'fabrikam-retail', 'SQL pools', 'RetailDW');
      const calls = await account.takeCalls();
      assert.deepEqual(new Set(calls.map(({ call }) => call)), new Set(['getSessions']));
      const asked = calls.filter(({ scopes }) => scopes.length > 0).map(({ scopes }) => scopes.join(' '));
      const { tenantId } = azure().ready;
      const guest = azure().fabrikam;
      assert.deepEqual(
        [...new Set(asked)].sort(),
        [
          'https://management.azure.com/.default',
          `https://management.azure.com/.default VSCODE_TENANT:${tenantId}`,
          `https://management.azure.com/.default VSCODE_TENANT:${guest}`,
          `https://dev.azuresynapse.net/.default VSCODE_TENANT:${tenantId}`,
          // For the names of those who have roles.
          `https://graph.microsoft.com/.default VSCODE_TENANT:${tenantId}`,
        ].sort(),
      );
    });

    it('shows the welcome view when the session is gone, and the tree when it is back', async () => {
      assert.equal((await childrenOf()).length, 3);
      await account.signOut();
      await untilConnectionIs('signedOut');
      assert.deepEqual(await childrenOf(), []);
      await account.signIn();
      await untilConnectionIs('connected');
      assert.equal((await childrenOf()).length, 3);
    });

    it('shows a tenant that needs a sign-in as a node, beside the subscriptions of the others', async () => {
      const guest = azure().fabrikam;
      await account.refuse({ tenant: guest });
      await connectAnew();
      const roots = await childrenOf();
      assert.deepEqual(
        roots.map(({ node }) => node.label),
        ['Contoso Production', 'Research & <b>"Üser"</b> ../x', fabrikam],
      );
      const tenant = await entryAt(fabrikam);
      assert.match((await itemOf(tenant)).accessibilityInformation?.label ?? '', /^Tenant Fabrikam, sign-in needed: /);
      const [reason, ...more] = await childrenOf(tenant);
      assert.ok(reason);
      assert.deepEqual(more, []);
      assert.match((await itemOf(reason)).contextValue ?? '', /^;error;retry;signIn;$/);

      const questions: Question[] = [];
      using _person = agreeToSignIn(async (question) => {
        questions.push(question);
        await account.signIn({ scopes: scopesIn(question) });
      });
      await vscode.commands.executeCommand('synapse.signInToTenant', reason);
      assert.deepEqual(
        questions.map(({ request, options }) => [request, options.createIfNone, options.account?.label]),
        [[['https://management.azure.com/.default', `VSCODE_TENANT:${guest}`], true, firstAccount.label]],
      );
      assert.deepEqual(
        (await childrenOf(tenant)).map(({ node }) => node.label),
        ['Fabrikam Analytics'],
      );
    });

    it('keeps the node of a tenant, and says nothing, when somebody turns away from the sign-in', async () => {
      using dialogs = new Dialogs();
      const guest = azure().fabrikam;
      await account.refuse({ tenant: guest });
      await connectAnew();
      const tenant = await entryAt(fabrikam);
      {
        using _person = agreeToSignIn(() => Promise.reject(new Error('User did not consent to login.')));
        await vscode.commands.executeCommand('synapse.signInToTenant', tenant);
      }
      assert.deepEqual(dialogs.messages, []);
      assert.equal((await childrenOf()).length, 3);
      await account.signIn({ scopes: [`VSCODE_TENANT:${guest}`] });
      await connectAnew();
      assert.equal((await childrenOf()).length, 3);
      await entryAt('Fabrikam Analytics', 'fabrikam-lab');
    });

    it('reads no more than it must with a provider that tells of changes whenever it is asked', async () => {
      azure().requests.take();
      await vscode.commands.executeCommand('synapse.refresh');
      await childrenOf();
      const quiet = listsOf(azure().requests.take());
      await account.setNoisy(true);
      try {
        await account.takeCalls();
        takeConnectionStates();
        await vscode.commands.executeCommand('synapse.refresh');
        await childrenOf();
        await longEnoughForALoop();
        assert.deepEqual(listsOf(azure().requests.take()), quiet);
        assert.deepEqual(takeConnectionStates(), []);
        const tokens = (await account.takeCalls()).filter(({ scopes }) => scopes.length > 0);
        assert.ok(tokens.length <= quiet.length, `${String(tokens.length)} looks for a token`);
      } finally {
        await account.setNoisy(false);
      }
    });

    it('is connected anew when another cloud is chosen', async () => {
      takeConnectionStates();
      const settings = vscode.workspace.getConfiguration('synapse');
      const cloud = settings.get<object>('customCloud');
      await settings.update('customCloud', { ...cloud, login: 'ftp://here' }, vscode.ConfigurationTarget.Global);
      await untilConnectionIs('failed');
      assert.deepEqual(await childrenOf(), []);
      await settings.update('customCloud', cloud, vscode.ConfigurationTarget.Global);
      await untilConnectionIs('connected');
      assert.deepEqual(takeConnectionStates(), ['failed', 'connecting', 'connected']);
    });
  });

  describe('that nobody has signed in to', () => {
    const azure = emulatedAzure();
    before(async () => {
      await childrenOf(); // so that nothing is being read any more
      await account.signOut();
      await untilConnectionIs('signedOut');
      await account.takeCalls();
      azure().requests.take();
    });

    it('is looked for silently when there is news of accounts, and only once', async () => {
      takeConnectionStates();
      await account.setNoisy(true);
      try {
        await account.signOut();
        await untilConnectionIs('connecting');
        await untilConnectionIs('signedOut');
        await longEnoughForALoop();
      } finally {
        await account.setNoisy(false);
      }
      assert.deepEqual(takeConnectionStates(), ['connecting', 'signedOut']);
      const calls = await account.takeCalls();
      assert.deepEqual(
        calls.filter(({ call, scopes }) => call !== 'getSessions' || scopes.length > 0),
        [],
      );
      assert.deepEqual(await childrenOf(), []);
      assert.deepEqual(azure().requests.take(), []);
    });

    it('can be given up while the browser waits for somebody', async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      using _person = agreeToSignIn(() => promise);
      const command = vscode.commands.executeCommand('synapse.signIn');
      await untilConnectionIs('connecting');
      await vscode.commands.executeCommand('synapse.disconnect');
      assert.equal(connectionState(), 'signedOut');
      // An answer that comes late connects nobody behind their back.
      await account.signIn();
      resolve();
      await command;
      assert.equal(connectionState(), 'signedOut');
      assert.deepEqual(await childrenOf(), []);
      await account.signOut();
    });

    it('ends for everybody who asked when the last question is answered', async () => {
      const answers = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      let asked = 0;
      using _person = agreeToSignIn(async () => {
        await answers[asked++]?.promise;
      });
      let ended = false;
      const first = vscode.commands.executeCommand('synapse.signIn').then(() => {
        ended = true;
      });
      await untilConnectionIs('connecting');
      const second = vscode.commands.executeCommand('synapse.signIn');
      answers[0]?.resolve(); // turned away
      await setTimeout(500);
      assert.equal(ended, false, 'there is another question');
      await account.signIn();
      answers[1]?.resolve();
      await first;
      assert.equal(connectionState(), 'connected');
      await second;
      await account.signOut();
      await untilConnectionIs('signedOut');
    });

    it('is asked for when the command is run, and fills the tree', async () => {
      const questions: unknown[] = [];
      using dialogs = new Dialogs();
      using _person = agreeToSignIn(async (question) => {
        questions.push(question);
        await account.signIn();
      });
      await vscode.commands.executeCommand('synapse.signIn');
      assert.deepEqual(questions, [
        {
          provider: 'microsoft',
          request: ['https://management.azure.com/.default'],
          options: { createIfNone: true },
        },
      ]);
      assert.equal(connectionState(), 'connected');
      assert.equal((await childrenOf()).length, 3);
      assert.deepEqual(dialogs.messages, []);
    });

    it('goes back to the welcome view by the command, and leaves the account to VS Code', async () => {
      using dialogs = new Dialogs();
      await vscode.commands.executeCommand('synapse.signOut');
      assert.equal(connectionState(), 'signedOut');
      assert.deepEqual(await childrenOf(), []);
      assert.match((await dialogs.message('information')).message, /^Signed out: .* VS Code keeps your account/);
      assert.equal((await vscode.authentication.getAccounts('microsoft')).length, 1);

      // News of that account does not undo what the person has decided.
      takeConnectionStates();
      await account.signIn();
      await longEnoughForALoop();
      assert.deepEqual(takeConnectionStates(), []);
    });
  });
});

/** That nothing happens cannot be awaited. The explorer waits a second after such news; this is longer. */
async function longEnoughForALoop(): Promise<void> {
  await setTimeout(1200);
}

/** What the tree has asked for. A document that an earlier test has shown may be read anew at any time. */
function listsOf(requests: readonly string[]): string[] {
  return requests.filter((line) => !line.includes('/workspaces/')).sort();
}
