import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { type Account, account, agreeToSignIn, firstAccount, type Question, scopesIn } from './support/account.ts';
import { connectAnew } from './support/connectAnew.ts';
import { takeConnectionStates } from './support/connectionState.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, explorerTree, itemOf } from './support/explorer.ts';
import { until } from './support/until.ts';

const production = 'Contoso Production';
const analytics = 'Fabrikam Analytics';
const research = 'Research & <b>"Üser"</b> ../x';
const resourceManager = 'https://management.azure.com/.default';

describe('two accounts of VS Code', () => {
  const azure = emulatedAzure();
  const second = (): Account => ({ id: 'second-account', label: 'guest@fabrikam.example', tenant: azure().fabrikam });

  beforeEach(async () => {
    azure().faults.clear();
    await account.signIn();
    await account.signIn({ account: second() });
    await connectAnew();
  });
  afterEach(async () => {
    await account.signOut(second().id);
  });

  it('are both asked for all their tenants, also for one that both see, each with tokens of its own', async () => {
    await account.takeCalls();
    await connectAnew();
    const rows = await childrenOf();
    assert.deepEqual(labelsOf(rows), [production, production, analytics, analytics, research, research]);
    assert.equal(new Set(rows.map(({ id }) => id)).size, 6);
    const owners = rows.slice(0, 2).map(({ node }) => node.tooltip?.split('\n').at(-1));
    assert.deepEqual(owners.sort(), [`Account ${second().label}`, `Account ${firstAccount.label}`]);
    const asked = (await account.takeCalls()).filter(({ scopes }) => scopes.length > 0);
    const home = azure().ready.tenantId;
    assert.deepEqual(
      [...new Set(asked.map(({ account: label, tenant }) => `${label ?? 'anybody'} ${tenant ?? 'own tenant'}`))].sort(),
      [second().label, firstAccount.label]
        .flatMap((label) => ['own tenant', home, azure().fabrikam].map((tenant) => `${label} ${tenant}`))
        .sort(),
    );
  });

  it('show one whose tenants cannot be listed as a node, beside what the other sees', async () => {
    azure().faults.add({
      route: 'Tenants_List',
      tenant: azure().fabrikam,
      status: 403,
      body: { error: { code: 'AuthorizationFailed', message: 'Not you.' } },
    });
    await connectAnew();
    assert.deepEqual(labelsOf(await childrenOf()), [production, analytics, research, second().label]);
    const [reason] = await childrenOf(await entryAt(second().label));
    assert.equal(reason?.node.label, 'Not you.');
  });

  it('show a tenant that cannot be read as a node of each, beside the others', async () => {
    azure().faults.add({ route: 'Subscriptions_List', tenant: azure().fabrikam, status: 403, body: {} });
    await connectAnew();
    const rows = await childrenOf();
    assert.deepEqual(labelsOf(rows), [production, production, research, research, 'Fabrikam', 'Fabrikam']);
    const descriptions = rows.slice(4).map(({ node }) => node.description);
    assert.deepEqual(
      descriptions.sort(),
      [second().label, firstAccount.label].map((label) => `${label} · could not be read`),
    );
  });

  it('offer “Sign in…” for just the account and the tenant that need it, and then read that tenant', async () => {
    const { tenantId } = azure().ready;
    const error = 'AADSTS50076: You must use multi-factor authentication. Trace ID: 1 Correlation ID: 2';
    await account.refuse({ account: second().id, tenant: tenantId, error });
    await connectAnew();
    assert.deepEqual(labelsOf(await childrenOf()), [production, analytics, analytics, research, 'Contoso']);
    const tenant = await entryAt('Contoso');
    const { description, tooltip, contextValue } = await itemOf(tenant);
    assert.equal(description, `${second().label} · sign-in needed`);
    assert.match(String(tooltip), /AADSTS50076: You must use multi-factor authentication\.$/);
    assert.equal(contextValue, ';tenant;named;refreshable;signIn;');

    const questions: Question[] = [];
    using _person = agreeToSignIn(async (question) => {
      questions.push(question);
      await account.signIn({ account: second(), scopes: scopesIn(question) });
    });
    await vscode.commands.executeCommand('synapse.signInToTenant', tenant);
    assert.deepEqual(
      questions.map(({ request, options }) => [request, options.createIfNone, options.account?.id]),
      [[[resourceManager, `VSCODE_TENANT:${tenantId}`], true, second().id]],
    );
    assert.equal((await childrenOf()).length, 6);
  });

  it('are asked about a resource with the account that it was found with', async () => {
    await account.refuse({ account: firstAccount.id, tenant: azure().ready.tenantId });
    await connectAnew();
    const subscription = await entryAt(production);
    for (const [entry, member] of [
      [subscription, 'subscriptionId'],
      [await entryAt(production, 'contoso-sales'), 'location'],
      [await entryAt(production, 'contoso-sales', 'SQL pools', 'SalesDW'), 'sku'],
      [await entryAt(production, 'contoso-sales', 'Apache Spark pools', 'sparksmall'), 'location'],
    ] as const) {
      await vscode.commands.executeCommand('synapse.showProperties', entry);
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(text, new RegExp(`"${member}": `));
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await account.signIn();
  });

  it('go on without one that is taken away in VS Code', async () => {
    assert.equal((await childrenOf()).length, 6);
    const { onDidChangeTreeData } = await explorerTree();
    const changed = new Promise<void>((resolve) => {
      const listener = onDidChangeTreeData(() => {
        listener.dispose();
        resolve();
      });
    });
    await account.signOut(second().id);
    await changed;
    assert.deepEqual(labelsOf(await childrenOf()), [production, analytics, research]);
  });

  it('come from “Add an account…”, which offers the choice anew', async () => {
    await account.signOut(second().id);
    await connectAnew();
    assert.equal((await childrenOf()).length, 3);
    using dialogs = new Dialogs();
    const questions: Question[] = [];
    using _person = agreeToSignIn(async (question) => {
      questions.push(question);
      await account.signIn({ account: second(), scopes: scopesIn(question) });
    });
    await vscode.commands.executeCommand('synapse.addAccount');
    assert.deepEqual(
      questions.map(({ request, options }) => [request, options]),
      [[[resourceManager], { createIfNone: true, clearSessionPreference: true }]],
    );
    assert.equal((await childrenOf()).length, 6);
    assert.deepEqual(dialogs.messages, []);
  });
});

describe('five accounts of a provider that tells of changes whenever it is asked anything', () => {
  const azure = emulatedAzure();

  it('are read once', async () => {
    for (const name of ['b', 'c', 'd', 'e']) {
      await account.signIn({ account: { id: name, label: `${name}@contoso.example` } });
    }
    await account.setNoisy(true);
    try {
      await connectAnew();
      assert.equal((await childrenOf()).length, 15);
      // Longer than the second that the explorer waits after news; each of two such times would show a loop.
      await setTimeout(1500);
      await account.takeCalls();
      azure().requests.take();
      takeConnectionStates();
      await setTimeout(3500);
      const tokens = (await account.takeCalls()).filter(({ scopes }) => scopes.length > 0);
      assert.deepEqual(tokens, []);
      assert.deepEqual(azure().requests.take(), []);
      assert.deepEqual(takeConnectionStates(), []);
      // It has not become deaf.
      await account.signOut('e');
      await until(
        'the account to go',
        () => azure().requests.matching(/tenants$/).length >= 4 || undefined,
        azure().requests.onRequest,
      );
      assert.equal((await childrenOf()).length, 12);
    } finally {
      await account.setNoisy(false);
    }
  });
});

function labelsOf(entries: Awaited<ReturnType<typeof childrenOf>>): string[] {
  return entries.map(({ node }) => node.label);
}
