import * as vscode from 'vscode';
import { scriptScheme } from '../scripts/scriptScheme.ts';
import type { ScriptFileSystem } from './scriptFileSystem.ts';

/** The file system as it is registered at the start: it loads the real one when VS Code first asks for a script. */
export class LazyScriptFiles implements vscode.FileSystemProvider, vscode.Disposable {
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #load: () => Promise<ScriptFileSystem>;
  readonly #registration: vscode.Disposable;
  #listening = false;

  /** @param load makes the real file system; always the same one */
  constructor(load: () => Promise<ScriptFileSystem>) {
    this.onDidChangeFile = this.#changed.event;
    this.#load = load;
    this.#registration = vscode.workspace.registerFileSystemProvider(scriptScheme, this, { isCaseSensitive: true });
  }

  /** Changes are told of by themselves. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return (await this.#files()).stat(uri);
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    return (await this.#files()).readDirectory(uri);
  }

  /** A folder is only a part of its scripts' addresses: an empty one cannot be kept. */
  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('A folder of SQL scripts comes with its first script.'));
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.#files()).readFile(uri);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await (await this.#files()).writeFile(uri, content);
  }

  async delete(uri: vscode.Uri): Promise<void> {
    await (await this.#files()).delete(uri);
  }

  async rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    await (await this.#files()).rename(from, to);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  async #files(): Promise<ScriptFileSystem> {
    const files = await this.#load();
    if (!this.#listening) files.onDidChangeFile((events) => this.#changed.fire(events));
    this.#listening = true;
    return files;
  }
}
