import * as vscode from 'vscode';
import type { Connections } from '../../platform/connections.ts';
import { errorWords } from '../../platform/errors/errorWords.ts';
import type { ResourceAddress, TreeNode } from '../../platform/tree/treeNode.ts';
import type { PropertiesReader } from './public.ts';

const scheme = 'synapse-properties';

/**
 * Read-only JSON documents with what the service tells about a resource. The URI holds all that is needed to read it
 * again, so that an open document survives a window reload.
 */
export class PropertiesDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly onDidChange: vscode.Event<vscode.Uri>;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #connections: Connections;
  readonly #readers: () => Promise<readonly PropertiesReader[]>;
  readonly #registration: vscode.Disposable;

  constructor(connections: Connections, readers: () => Promise<readonly PropertiesReader[]>) {
    this.onDidChange = this.#changed.event;
    this.#connections = connections;
    this.#readers = readers;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  /** Opens the document of a node's resource, read anew. */
  async open(node: TreeNode): Promise<void> {
    if (!node.resource) return;
    const uri = uriOf(node.kind.name, node.label, node.resource);
    const known = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    if (known) this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const abort = new AbortController();
    const listener = token.onCancellationRequested(() => {
      abort.abort();
    });
    try {
      return `${JSON.stringify(await this.#read(uri, abort.signal), undefined, 2)}\n`;
    } catch (error) {
      // A document cannot fail to open without a lasting error editor; the reason is more use as its text.
      const { summary, advice, facts } = errorWords(error);
      return [summary, advice, ...facts]
        .filter((line) => line !== undefined)
        .map((line) => `// ${line.replace(/\s+/gu, ' ')}\n`)
        .join('');
    } finally {
      listener.dispose();
    }
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  async #read(uri: vscode.Uri, signal: AbortSignal): Promise<unknown> {
    const query = new URLSearchParams(uri.query);
    const kind = query.get('kind');
    const reader = (await this.#readers()).find((candidate) => candidate.kind.name === kind);
    const id = query.get('id');
    const tenantId = query.get('tenant');
    const connection = this.#connections.current;
    if (!connection) throw new Error(vscode.l10n.t('Not connected. Open the explorer, sign in, and open this again.'));
    if (!reader || id === null || tenantId === null) throw new Error(vscode.l10n.t('This address names no resource.'));
    return await reader.read(connection, { id, tenantId }, signal);
  }
}

function uriOf(kind: string, label: string, { id, tenantId }: ResourceAddress): vscode.Uri {
  const query = new URLSearchParams({ kind, tenant: tenantId, id }).toString();
  return vscode.Uri.from({ scheme, path: `/${label.replaceAll('/', '∕')}.json`, query });
}
