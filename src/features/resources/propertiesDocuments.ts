import * as vscode from 'vscode';
import type { Connections } from '../../platform/connections.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
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
    const { propertiesUri } = await import('./propertiesText.ts');
    const uri = propertiesUri(scheme, node.kind.name, node.label, node.resource);
    this.#readAgain((open) => open.toString() === uri.toString());
    await vscode.window.showTextDocument(uri, { preview: true });
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const [{ propertiesText }, readers] = await Promise.all([import('./propertiesText.ts'), this.#readers()]);
    return new TextEncoder().encode(await propertiesText(uri, this.#connections, readers));
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
}
