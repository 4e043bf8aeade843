import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { account, agreeToSignIn } from './support/account.ts';
import { connectAnew } from './support/connectAnew.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, explorerTree, extensionId } from './support/explorer.ts';
import { openLink } from './support/links.ts';
import { until } from './support/until.ts';

const guid = (digit: string): string => [8, 4, 4, 4, 12].map((length) => digit.repeat(length)).join('-');
const sales = ['Contoso Production', 'contoso-sales'] as const;

describe('links to resources', () => {
  const azure = emulatedAzure();
  let dialogs: Dialogs;
  beforeEach(async () => {
    dialogs = new Dialogs();
    await childrenOf();
    azure().requests.take();
  });
  afterEach(() => {
    dialogs[Symbol.dispose]();
  });

  for (const path of [
    sales,
    [...sales, 'SQL pools', 'SalesDW'],
    [...sales, 'Apache Spark pools', 'sparksmall'],
    ['Fabrikam Analytics'],
    ['Research & <b>"Üser"</b> ../x', 'research-genomics'],
  ] as const) {
    it(`lead from “Copy link” to ${path.at(-1) ?? ''}`, async () => {
      const entry = await entryAt(...path);
      await vscode.commands.executeCommand('synapse.copyLink', entry);
      const link = await vscode.env.clipboard.readText();
      assert.ok(link.startsWith(`${vscode.env.uriScheme}://${extensionId}/open?id=/subscriptions/`), link);
      await vscode.commands.executeCommand('synapse.refresh');
      await openLink(link);
      await selected(path.at(-1) ?? '');
      assert.deepEqual(dialogs.messages, []);
    });
  }

  it('hold no account', async () => {
    await vscode.commands.executeCommand('synapse.copyLink', await entryAt(...sales));
    const link = await vscode.env.clipboard.readText();
    assert.ok(link.includes(`&tenant=${azure().ready.tenantId}`));
    assert.ok(!/account|tester/.test(link), link);
  });

  it('lead to the workspace, and say so, where the tree does not go further', async () => {
    const id = (await entryAt(...sales)).node.resource?.id ?? '';
    await openLink(`vscode://${extensionId}/open?id=${id}/integrationRuntimes/x`);
    await selected('contoso-sales');
    assert.match((await dialogs.message('information')).message, /^The link leads further than the tree goes\./);
  });

  it('say that a pool or a script is not there any more', async () => {
    const id = (await entryAt(...sales)).node.resource?.id ?? '';
    for (const [thing, list] of [
      ['bigDataPools/gone', 'Apache Spark pools'],
      ['sqlScripts/gone', 'SQL scripts'],
    ] as const) {
      await openLink(`vscode://${extensionId}/open?id=${id}/${thing}`);
      await selected(list);
      const { level, message } = dialogs.messages.at(-1) ?? {};
      assert.equal(level, 'information');
      assert.equal(
        message,
        `“gone” is not among “${list}” of workspace “contoso-sales”. It may have been deleted or renamed.`,
      );
    }
    assert.equal(dialogs.messages.length, 2);
  });

  it('say that the tenant is another one, and go on with the account that is added', async () => {
    const id = (await entryAt(...sales)).node.resource?.id ?? '';
    const elsewhere = id.replace(/\/subscriptions\/[^/]+/u, `/subscriptions/${guid('1')}`);
    await openLink(`vscode://${extensionId}/open?id=${elsewhere}&tenant=${guid('2')}`);
    const { message, buttons } = await dialogs.message('information');
    assert.equal(
      message,
      `“contoso-sales” is in a tenant that tester@contoso.example does not belong to: ${guid('2')}.`,
    );
    assert.deepEqual(buttons, ['Add an account…']);

    dialogs.press = () => (dialogs.messages.length < 3 ? 'Add an account…' : undefined);
    using _person = agreeToSignIn(async () => {
      await account.signIn({ account: { id: 'second', label: 'second@contoso.example' } });
    });
    await openLink(`vscode://${extensionId}/open?id=${elsewhere}&tenant=${guid('2')}`);
    // It was looked for once more, with both accounts.
    assert.match(
      dialogs.messages.at(-1)?.message ?? '',
      /^“contoso-sales” is in a tenant that .*second@contoso\.example/,
    );
    await account.signOut('second');
    await connectAnew();
  });

  it('run nothing and ask nothing when they are none of ours', async () => {
    const ran: unknown[] = [];
    for (const link of [
      'open?id=command:workbench.action.terminal.new',
      'open?id=/subscriptions/..%2f..&tenant=x',
      'run?command=workbench.action.terminal.new',
      'open',
      `open?id=[x](command:y)&tenant=${'x'.repeat(5000)}`,
    ]) {
      await openLink(`vscode://${extensionId}/${link}`);
      const { message, level, buttons } = dialogs.messages.at(-1) ?? {};
      ran.push([level, message, buttons]);
    }
    const text = 'The link could not be opened: The link names no subscription, workspace, pool or script.';
    assert.deepEqual(
      ran,
      ran.map(() => ['error', text, ['Show log']]),
    );
    assert.deepEqual(azure().requests.take(), []);
  });

  it('show the names that they hold as plain text', async () => {
    const id = `/subscriptions/${'1'.repeat(8)}-1111-4111-8111-${'1'.repeat(12)}/resourceGroups/g/providers/Microsoft.Synapse/workspaces/[x](command:y)`;
    await openLink(`vscode://${extensionId}/open?id=${encodeURIComponent(id)}`);
    const { message } = await dialogs.message('information');
    assert.ok(!message.includes(']('), message);
    assert.match(message, /^“\[x\]/);
  });

  it('ask before they sign in, and open nothing when that is declined', async () => {
    const id = (await entryAt(...sales)).node.resource?.id ?? '';
    await vscode.commands.executeCommand('synapse.disconnect');
    await account.signOut();
    await openLink(`vscode://${extensionId}/open?id=${id}`);
    const { message, buttons } = await dialogs.message('information');
    assert.equal(message, 'You are not signed in.');
    assert.deepEqual(buttons, ['Sign in to Azure', 'Open the sample']);
    assert.deepEqual(await childrenOf(), []);
    await account.signIn();
    await connectAnew();
    await openLink(`vscode://${extensionId}/open?id=${id}`);
    await selected('contoso-sales');
  });
});

async function selected(label: string): Promise<void> {
  const { view } = await explorerTree();
  await until(
    `${label} to be selected`,
    () => view.selection[0]?.node.label === label || undefined,
    view.onDidChangeSelection,
  );
}
