import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { treeWords } from '../../src/platform/errors/treeWords.ts';
import { LastKnownRows } from '../../src/platform/tree/lastKnownRows.ts';
import type { TreeEntry } from '../../src/platform/tree/treeEntry.ts';
import { treeItemOf } from '../../src/platform/tree/treeItem.ts';
import { TreeModel } from '../../src/platform/tree/treeModel.ts';
import type { NodePage } from '../../src/platform/tree/treeNode.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, explorerTree } from './support/explorer.ts';
import { extensionContext } from './support/extensionContext.ts';
import { replaceMember } from './support/replaceMember.ts';
import { until } from './support/until.ts';

const path = ['Contoso Production', 'contoso-sales', 'SQL pools'] as const;

/** What the extension keeps over a restart, as VS Code has it now. */
interface Kept {
  readonly lastKnown?: readonly { readonly scope: string }[];
  readonly expansion?: { readonly scopes: readonly { readonly rows: Readonly<Record<string, boolean>> }[] };
}

function kept(): Kept {
  const { globalState, workspaceState } = extensionContext();
  const lastKnown = globalState.get<Kept['lastKnown']>('lastKnown');
  const expansion = workspaceState.get<Kept['expansion']>('expansion');
  return { ...(lastKnown && { lastKnown }), ...(expansion && { expansion }) };
}

/**
 * Opens the rows of `path` in the view, as a person does, and waits until VS Code has told of each. What changes while VS
 * Code reveals a row makes it stop half-way, without a word; so it is asked until it has gone all the way.
 */
async function openRows(): Promise<TreeEntry> {
  const { view } = await explorerTree();
  const pools = await entryAt(...path);
  const opened = new Set<string>();
  const told = new vscode.EventEmitter<void>();
  const listener = view.onDidExpandElement(({ element }) => {
    opened.add(element.node.label);
    told.fire();
  });
  const ask = async (): Promise<void> => {
    await vscode.commands.executeCommand('workbench.actions.treeView.synapse.explorer.collapseAll');
    opened.clear();
    await view.reveal(pools, { expand: true, select: false });
  };
  const asking = setInterval(() => void ask(), 3000);
  try {
    await ask();
    await until('the rows to be open', () => path.every((label) => opened.has(label)) || undefined, told.event);
  } finally {
    clearInterval(asking);
    listener.dispose();
  }
  return pools;
}

/** Waits until what can be seen has been written down; that happens when the tree has come to rest. */
async function untilKept(label: string): Promise<readonly { readonly scope: string }[]> {
  const tree = await explorerTree();
  const look = () => (JSON.stringify(kept().lastKnown ?? '').includes(`"${label}"`) ? kept().lastKnown : undefined);
  const ticks = new vscode.EventEmitter<void>();
  const timer = setInterval(() => {
    ticks.fire();
  }, 100);
  try {
    return await until(`${label} to be kept`, look, tree.onDidChangeTreeData, ticks.event);
  } finally {
    clearInterval(timer);
  }
}

describe('what the tree keeps over a restart', () => {
  const azure = emulatedAzure();

  it('is which rows are open', async () => {
    const pools = await openRows();
    const { view } = await explorerTree();
    const rows = kept().expansion?.scopes[0]?.rows ?? {};
    assert.equal(rows[pools.id], true);
    const item = (await explorerTree()).getTreeItem(pools);
    assert.equal(item.collapsibleState, vscode.TreeItemCollapsibleState.Expanded);
    const closed = until(
      'a row to be closed',
      () => (kept().expansion?.scopes[0]?.rows[pools.id] ? undefined : true),
      view.onDidCollapseElement,
    );
    await vscode.commands.executeCommand('workbench.actions.treeView.synapse.explorer.collapseAll');
    await closed;
  });

  it('is also a row that is open without a word from VS Code, which asks what is below it', async () => {
    const tree = await explorerTree();
    const finance = await entryAt('Contoso Production', 'contoso-finance');
    assert.equal(tree.getTreeItem(finance).collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    await tree.getChildren(finance);
    assert.equal(tree.getTreeItem(finance).collapsibleState, vscode.TreeItemCollapsibleState.Expanded);
    assert.equal(kept().expansion?.scopes[0]?.rows[finance.id], true);
  });

  it('is what they show, and a start without an answer shows it, marked', async () => {
    await openRows();
    const [stored] = await untilKept('SalesDW');
    assert.ok(stored);
    const next = new TreeModel({
      root: {
        ...(await explorerTree()).model.root.node,
        async *children(): AsyncGenerator<NodePage> {
          yield await Promise.resolve({ nodes: [], more: false, unanswered: true as const });
        },
      },
      words: treeWords(() => undefined),
      lastKnown: new LastKnownRows(extensionContext().globalState, () => stored.scope),
      onDidChange: () => undefined,
    });
    let at: TreeEntry = next.root;
    for (const label of [...path, 'SalesDW']) {
      const found = (await next.childrenOf(at)).find(({ node }) => node.label === label);
      assert.ok(found, label);
      at = found;
    }
    const item = treeItemOf(at, true, { words: treeWords(() => undefined), loadMoreCommand: '' });
    assert.equal(item.id, (await entryAt(...path, 'SalesDW')).id, 'the real row will take its place');
    assert.equal(item.description, 'DW1000c · Online · last known');
    assert.equal(item.accessibilityInformation?.label, 'Dedicated SQL pool SalesDW, DW1000c, Online, last known');
    assert.equal(item.contextValue, ';lastKnown;');
    next.dispose();
  });

  it('is read anew behind what shows when a row is opened again', async () => {
    const pools = await openRows();
    const { view } = await explorerTree();
    const now = Date.now();
    using _later = replaceMember(Date, 'now', () => now + 60_000);
    await vscode.commands.executeCommand('workbench.actions.treeView.synapse.explorer.collapseAll');
    azure().requests.take();
    azure().faults.add({
      route: 'SqlPools_ListByWorkspace',
      status: 404,
      body: { error: { code: 'No', message: 'No.' } },
    });
    const asked = until(
      'a request',
      () => azure().requests.matching(/contoso-sales\/sqlPools$/).length || undefined,
      azure().requests.onRequest,
    );
    await view.reveal(pools, { expand: true, select: false });
    assert.equal(await asked, 1);
    azure().faults.clear();
    assert.deepEqual(
      (await childrenOf(pools)).map(({ node }) => node.label),
      ['Built-in', 'SalesArchive', 'SalesDW', 'SalesNightly'],
      'a failure changes nothing',
    );
  });

  it('is forgotten by a sign-out', async () => {
    using dialogs = new Dialogs();
    await openRows();
    await untilKept('SalesDW');
    await vscode.commands.executeCommand('synapse.signOut');
    assert.deepEqual(kept(), {});
    assert.deepEqual(await childrenOf(), []);
    assert.match(dialogs.messages.map(({ message }) => message).join(), /forgotten/);
  });
});
