import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { account, agreeToSignIn, type Question, scopesIn } from './support/account.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, itemOf } from './support/explorer.ts';

const pools = ['Contoso Production', 'contoso-sales', 'Apache Spark pools'] as const;
const list = /bigDataPools$/;

describe('a service that wants more', () => {
  const azure = emulatedAzure();
  beforeEach(async () => {
    azure().faults.clear();
    await entryAt(...pools);
    await account.takeCalls();
    azure().requests.take();
  });

  it('than a token that has expired gets a fresh one, once', async () => {
    azure().faults.add({ route: 'BigDataPools_ListByWorkspace', times: 1, fault: 'expiredToken' });
    assert.deepEqual(await refreshed(), ['sparklarge', 'sparksmall']);
    assert.equal(azure().requests.matching(list).length, 2);
    assert.equal((await tokensAskedFor()).length, 1);

    azure().requests.take();
    azure().faults.add({ route: 'BigDataPools_ListByWorkspace', fault: 'expiredToken' });
    const [reason, ...more] = await refreshed();
    assert.deepEqual(more, []);
    assert.match(reason ?? '', /token/i);
    assert.equal(azure().requests.matching(list).length, 2);
  });

  it('claims gets what VS Code can satisfy silently, and the request is repeated once', async () => {
    await account.setSilentChallenges(true);
    azure().faults.add({ route: 'BigDataPools_ListByWorkspace', fault: 'claimsChallenge' });
    assert.deepEqual(await refreshed(), ['sparklarge', 'sparksmall']);
    assert.equal(azure().requests.matching(list).length, 2);
    const [question, ...more] = await tokensAskedFor();
    assert.deepEqual(more, []);
    assert.equal(question?.call, 'getSessionsFromChallenges');
    assert.deepEqual(question.scopes, [
      'https://management.azure.com/.default',
      `VSCODE_TENANT:${azure().ready.tenantId}`,
    ]);
    assert.match(claimsIn(question.challenges[0]?.params['claims']), /^\{"access_token":\{"nbf":\{"essential":true/);
    await account.setSilentChallenges(false);
    await account.forgetTokens();
  });

  it('claims that take a person gets a node with “Sign in…”, which passes the challenge on', async () => {
    azure().faults.add({ route: 'BigDataPools_ListByWorkspace', fault: 'claimsChallenge' });
    const group = await entryAt(...pools);
    await vscode.commands.executeCommand('synapse.refreshNode', group);
    const [reason, ...more] = await childrenOf(group);
    assert.ok(reason);
    assert.deepEqual(more, []);
    assert.equal((await itemOf(reason)).contextValue, ';error;retry;signIn;');
    assert.equal(azure().requests.matching(list).length, 1);

    const questions: Question[] = [];
    using _person = agreeToSignIn(async (question) => {
      questions.push(question);
      const header = 'wwwAuthenticate' in question.request ? question.request.wwwAuthenticate : '';
      const claims = /claims="([^"]+)"/.exec(header)?.[1] ?? '';
      await account.signIn({ scopes: scopesIn(question), claims });
    });
    await vscode.commands.executeCommand('synapse.signInToTenant', reason);
    assert.equal(questions.length, 1);
    assert.deepEqual(
      (await childrenOf(group)).map(({ node }) => node.label),
      ['sparklarge', 'sparksmall'],
    );
  });

  it('time than anybody would wait is shown with that time, and asked no more', async () => {
    azure().faults.add({ route: 'BigDataPools_ListByWorkspace', fault: 'throttle', seconds: 2000 });
    using dialogs = new Dialogs();
    const group = await entryAt(...pools);
    await vscode.commands.executeCommand('synapse.refreshNode', group);
    const [reason] = await childrenOf(group);
    assert.ok(reason);
    assert.match(String((await itemOf(reason)).tooltip), /Try again in 2000 seconds\./);
    assert.equal(azure().requests.matching(list).length, 1);
    assert.deepEqual(dialogs.statusBar, []);
  });

  it('some seconds is waited for, and the status bar says so', async () => {
    azure().faults.add({ route: 'BigDataPools_ListByWorkspace', times: 1, fault: 'throttle', seconds: 6 });
    using dialogs = new Dialogs();
    const rows = refreshed();
    assert.match(
      await dialogs.statusBarMessage(),
      /^\$\(watch\) Azure asks Synapse Explorer to wait for [67] seconds$/,
    );
    assert.deepEqual(await rows, ['sparklarge', 'sparksmall']);
  });

  it('to be left alone for a while is asked again on Retry', async () => {
    const group = await entryAt(...pools);
    await azure().close();
    await vscode.commands.executeCommand('synapse.refreshNode', group);
    const [reason, ...more] = await childrenOf(group);
    assert.ok(reason);
    assert.deepEqual(more, []);
    assert.equal(reason.node.label, 'The server refused the connection.');
    await azure().startAgain();
    // A new emulator takes no token of the one before; VS Code has new ones.
    await account.forgetTokens();
    await vscode.commands.executeCommand('synapse.retry', reason);
    assert.deepEqual(
      (await childrenOf(group)).map(({ node }) => node.label),
      ['sparklarge', 'sparksmall'],
    );
    await vscode.commands.executeCommand('synapse.refresh');
    assert.equal((await childrenOf()).length, 3);
  });
});

async function refreshed(): Promise<string[]> {
  const group = await entryAt(...pools);
  await vscode.commands.executeCommand('synapse.refreshNode', group);
  return (await childrenOf(group)).map(({ node }) => node.label);
}

async function tokensAskedFor(): ReturnType<typeof account.takeCalls> {
  return (await account.takeCalls()).filter(({ scopes }) => scopes.length > 0);
}

function claimsIn(encoded = ''): string {
  return Buffer.from(encoded, 'base64').toString();
}
