import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { account, agreeToSignIn, type Question, scopesIn } from './support/account.ts';
import { connectAnew } from './support/connectAnew.ts';
import { connectionState, reasonForEmptyTree } from './support/connectionState.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, extension } from './support/explorer.ts';
import { withSettings } from './support/settings.ts';

interface Contributes {
  readonly viewsWelcome: readonly { readonly view: string; readonly when: string }[];
}

const nothing = { status: 200, body: { value: [] } };
const noWorkspaces = { path: 'Microsoft.ResourceGraph', status: 200, body: { data: [], resultTruncated: 'false' } };

describe('the view without rows', () => {
  const azure = emulatedAzure();
  beforeEach(() => {
    azure().faults.clear();
  });
  afterEach(async () => {
    await account.signOut();
    await account.signIn();
    azure().faults.clear();
    await connectAnew();
    assert.equal((await childrenOf()).length, 3);
    assert.equal(reasonForEmptyTree(), '');
  });

  it('says that no subscription was found', async () => {
    azure().faults.add({ route: 'Subscriptions_List', ...nothing });
    azure().faults.add(noWorkspaces);
    await vscode.commands.executeCommand('synapse.refresh');
    assert.deepEqual(await roots(), []);
    assert.deepEqual(welcomes(), ['noSubscriptions']);
  });

  it('says that the subscriptions hold no workspace, and shows them on demand', async () => {
    azure().faults.add(noWorkspaces);
    await vscode.commands.executeCommand('synapse.refresh');
    assert.deepEqual(await roots(), []);
    assert.deepEqual(welcomes(), ['noWorkspaces']);
    await using _set = await withSettings({ groupBy: 'none' });
    azure().requests.take();
    await vscode.commands.executeCommand('synapse.showEmptySubscriptions');
    const rows = await childrenOf();
    assert.equal(rows.length, 5);
    assert.deepEqual(welcomes(), []);
    const settings = vscode.workspace.getConfiguration('synapse');
    await settings.update('showEmptySubscriptions', undefined, vscode.ConfigurationTarget.Global);
    // It was all known already.
    assert.deepEqual(azure().requests.take(), []);
  });

  it('says that a choice leaves nothing', async () => {
    using dialogs = new Dialogs();
    dialogs.tick = () => [];
    await vscode.commands.executeCommand('synapse.selectTenants');
    assert.deepEqual(await roots(), []);
    assert.deepEqual(welcomes(), ['hidden']);
    await vscode.commands.executeCommand('synapse.showEverything');
    assert.equal((await childrenOf()).length, 3);
  });

  it('says that all tenants want a sign-in, asks for each, and then shows it', async () => {
    const { tenantId } = azure().ready;
    await refusedEverywhere();
    assert.deepEqual(await roots(), []);
    assert.deepEqual(welcomes(), ['signIn']);

    using dialogs = new Dialogs();
    dialogs.choose = () => 'Contoso';
    const questions: Question[] = [];
    using _person = agreeToSignIn(async (question) => {
      questions.push(question);
      await account.signIn({ scopes: scopesIn(question) });
    });
    azure().faults.clear();
    await vscode.commands.executeCommand('synapse.signInToTenants');
    assert.deepEqual(dialogs.lists[0]?.items.map(({ label }) => label).sort(), ['Contoso', 'Fabrikam']);
    assert.deepEqual(questions.map(scopesIn), [['https://management.azure.com/.default', `VSCODE_TENANT:${tenantId}`]]);
    const rows = (await childrenOf()).map(({ node }) => node.label);
    assert.deepEqual(rows, ['Contoso Production', 'Research & <b>"Üser"</b> ../x', 'Fabrikam']);
    assert.deepEqual(welcomes(), []);
  });

  it('keeps the row, with its reason, of a tenant that no sign-in helps with', async () => {
    await refusedEverywhere('AADSTS65001: Nobody has consented.');
    assert.deepEqual((await childrenOf()).map(({ node }) => node.label).sort(), ['Contoso', 'Fabrikam']);
    assert.deepEqual(welcomes(), []);
  });

  /** Both tenants want a fresh token, for which there is no silent session; the list of tenants came before that. */
  async function refusedEverywhere(error?: string): Promise<void> {
    await connectAnew();
    await childrenOf();
    for (const tenant of [azure().ready.tenantId, azure().fabrikam]) {
      await account.refuse({ tenant, ...(error !== undefined && { error }) });
    }
    azure().faults.add({ route: 'Subscriptions_List', fault: 'expiredToken' });
    azure().faults.add({ path: 'Microsoft.ResourceGraph', fault: 'expiredToken' });
    await vscode.commands.executeCommand('synapse.refresh');
  }

  it('has one text for each state, and none that never shows', () => {
    const { contributes } = extension().packageJSON as { readonly contributes: Contributes };
    const viewsWelcome = contributes.viewsWelcome.filter(({ view }) => view === 'synapse.explorer');
    const states = ['idle', 'signedOut', 'connecting', 'failed'].map((connection) => ({ connection, empty: '' }));
    const reasons = ['', 'signIn', 'hidden', 'noWorkspaces', 'noSubscriptions'];
    const shown = [...states, ...reasons.map((empty) => ({ connection: 'connected', empty }))].map((state) =>
      viewsWelcome.filter(({ when }) => holds(when, state)),
    );
    assert.deepEqual(
      shown.map(({ length }) => length),
      [0, ...Array<number>(states.length + reasons.length - 1).fill(1)],
    );
    assert.equal(new Set(shown.flat()).size, viewsWelcome.length);
  });
});

async function roots(): Promise<string[]> {
  return (await childrenOf()).map(({ node }) => node.label);
}

/** The reasons for which a welcome text shows now, if one does. */
function welcomes(): string[] {
  assert.equal(connectionState(), 'connected');
  const why = reasonForEmptyTree() ?? '';
  return why === '' ? [] : [why];
}

/** Reads a `when` clause of ours as VS Code does: conjunctions of `==` and `!`. */
function holds(when: string, { connection, empty }: { readonly connection: string; readonly empty: string }): boolean {
  const keys = new Map([
    ['synapse.connection', connection],
    ['synapse.empty', empty],
  ]);
  return when.split(' && ').every((term) => {
    const [key = '', value] = term.split(' == ');
    return value === undefined ? !keys.get(key.replace('!', '')) : keys.get(key) === value;
  });
}
