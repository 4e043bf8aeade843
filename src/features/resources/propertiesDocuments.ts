import * as vscode from 'vscode';
import type { Connections } from '../../platform/connections.ts';
import { errorWords } from '../../platform/errors/errorWords.ts';
import type { ResourceAddress, TreeNode } from '../../platform/tree/treeNode.ts';
import type { PropertiesReader } from './public.ts';

/** Also in `activationEvents` of package.json, so that VS Code can ask for a document when it restores a window. */
const scheme = 'synapse-properties';

/**
 * Read-only JSON documents with what the service tells about a resource. They are files to VS Code, because it restores
 * only files when a window is loaded anew; the URI holds all that is needed to read them again.
 */
export class PropertiesDocuments implements vscode.FileSystemProvider, vscode.Disposable {
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #connections: Connections;
  readonly #readers: () => Promise<readonly PropertiesReader[]>;
  readonly #disposables: vscode.Disposable;
  /** Modification time of all documents: VS Code reads a file again only when it looks newer. */
  #time = Date.now();

  constructor(connections: Connections, readers: () => Promise<readonly PropertiesReader[]>) {
    this.onDidChangeFile = this.#changed.event;
    this.#connections = connections;
    this.#readers = readers;
    this.#disposables = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerFileSystemProvider(scheme, this, { isReadonly: true, isCaseSensitive: true }),
      // A restored document is asked for before anything is connected.
      connections.onDidChange(() => {
        if (connections.current) this.#readAgain(() => true);
      }),
    );
  }

  /** Opens the document of a node's resource, read anew. */
  async open(node: TreeNode): Promise<void> {
    if (!node.resource) return;
    const uri = uriOf(node.kind.name, node.label, node.resource);
    this.#readAgain((open) => open.toString() === uri.toString());
    await vscode.window.showTextDocument(uri, { preview: true });
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new TextEncoder().encode(await this.#textOf(uri));
  }

  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: this.#time, size: 0 };
  }

  /** What changes is told of by itself. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #readAgain(which: (open: vscode.Uri) => boolean): void {
    this.#time += 1;
    // VS Code keeps a document for a while after its tab was closed; nobody looks at that one any more.
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const open = tabs.flatMap(({ input }) =>
      input instanceof vscode.TabInputText && input.uri.scheme === scheme ? [input.uri] : [],
    );
    this.#changed.fire(open.filter(which).map((uri) => ({ type: vscode.FileChangeType.Changed, uri })));
  }

  async #textOf(uri: vscode.Uri): Promise<string> {
    try {
      return `${JSON.stringify(await this.#read(uri), undefined, 2)}\n`;
    } catch (error) {
      // A document cannot fail to open without a lasting error editor; the reason is more use as its text.
      const { summary, advice, facts } = errorWords(error);
      return [summary, advice, ...facts]
        .filter((line) => line !== undefined)
        .map((line) => `// ${line.replace(/\s+/gu, ' ')}\n`)
        .join('');
    }
  }

  async #read(uri: vscode.Uri): Promise<unknown> {
    const query = new URLSearchParams(uri.query);
    const kind = query.get('kind');
    const reader = (await this.#readers()).find((candidate) => candidate.kind.name === kind);
    const id = query.get('id');
    const tenantId = query.get('tenant');
    const accountId = query.get('account');
    const connection = this.#connections.current;
    if (!connection) throw new Error(vscode.l10n.t('Not connected. Open the explorer, sign in, and open this again.'));
    if (!reader || id === null || tenantId === null) throw new Error(vscode.l10n.t('This address names no resource.'));
    const address = { id, tenantId, ...(accountId !== null && { accountId }) };
    return await reader.read(connection, address, new AbortController().signal);
  }
}

function uriOf(kind: string, label: string, { id, tenantId, accountId }: ResourceAddress): vscode.Uri {
  const account = accountId === undefined ? {} : { account: accountId };
  const query = new URLSearchParams({ kind, tenant: tenantId, ...account, id }).toString();
  return vscode.Uri.from({ scheme, path: `/${label.replaceAll('/', '∕')}.json`, query });
}
