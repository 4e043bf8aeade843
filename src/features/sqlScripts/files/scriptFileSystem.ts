import * as vscode from 'vscode';
import { AzureError } from '../../../azure/azureError.ts';
import { nameKey } from '../scripts/sameScript.ts';
import type { ScriptStore, WriteOptions } from '../scripts/scriptStore.ts';
import { scriptScheme } from '../scripts/scriptScheme.ts';
import { formatScriptUri, type ScriptAddress } from '../scripts/scriptUri.ts';
import type { SqlScript } from '../scripts/sqlScript.ts';
import type { Drafts } from './drafts.ts';
import { fileError } from './fileErrors.ts';
import { isFolderUri, isPublishedView, listFolder } from './folders.ts';
import type { Publisher } from './publisher.ts';
import type { SaveReasons } from './saveReasons.ts';
import { addressIn, scriptKey, type ScriptPlaces } from './scriptPlace.ts';
import type { Stamps } from './stamps.ts';

export interface ScriptFileSystemParts {
  readonly places: ScriptPlaces;
  readonly stamps: Stamps;
  readonly drafts: Drafts;
  readonly reasons: SaveReasons;
  readonly publisher: Publisher;
}

/** A script that VS Code has asked about, as it was when it asked last. */
export interface OpenScript {
  readonly uri: vscode.Uri;
  readonly address: ScriptAddress;
  readonly store: ScriptStore;
  /** Undefined when there is none (any more). */
  readonly published: SqlScript | undefined;
}

/**
 * Scripts as VS Code's file service wants files. What is published is asked for on every `stat`, so that an editor that
 * is saved has the newest etag; a draft stands before what is published.
 */
export class ScriptFileSystem implements vscode.Disposable {
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>;
  /** Fires with a URI when what is known of its script has changed. */
  readonly onDidLook: vscode.Event<vscode.Uri>;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #looked = new vscode.EventEmitter<vscode.Uri>();
  readonly #parts: ScriptFileSystemParts;
  readonly #open = new Map<string, OpenScript>();
  readonly #listening = new Map<ScriptStore, () => void>();
  /** Scripts that are written by ourselves: their editors need not be told. */
  readonly #writing = new Set<string>();

  readonly #renaming = new Map<string, { readonly options: WriteOptions; error?: unknown }>();

  constructor(parts: ScriptFileSystemParts) {
    this.#parts = parts;
    this.onDidChangeFile = this.#changed.event;
    this.onDidLook = this.#looked.event;
  }

  /** What is known of an open script. */
  open(uri: vscode.Uri): OpenScript | undefined {
    return this.#open.get(uri.toString());
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    if (isFolderUri(uri)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return await this.#told(async () => {
      const { published, store, address } = await this.#look(uri);
      const view = isPublishedView(uri);
      const key = scriptKey(address);
      const text = (view ? undefined : await this.#parts.drafts.get(key))?.text ?? published?.query;
      if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
      const stamp = await this.#parts.stamps.of(view ? `${key}00` : key, text);
      const readonly = view || (await store.checkWrite(never)) === 'no';
      return {
        type: vscode.FileType.File,
        ctime: 0,
        ...stamp,
        ...(readonly && { permissions: vscode.FilePermission.Readonly }),
      };
    });
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return await this.#told(async () => {
      const { address, published } = this.open(uri) ?? (await this.#look(uri));
      const draft = isPublishedView(uri) ? undefined : await this.#parts.drafts.get(scriptKey(address));
      const text = draft?.text ?? published?.query;
      if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
      return new TextEncoder().encode(text);
    });
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    return await this.#told(() => listFolder(uri, (address) => this.#parts.places.storeOf(address)));
  }

  /** Publishes, or keeps a draft where it was not a person who saved. */
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    if (isPublishedView(uri)) throw vscode.FileSystemError.NoPermissions(uri);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
    await this.#told(async () => {
      const script = this.open(uri) ?? (await this.#look(uri));
      if (this.#parts.reasons.isAutomatic(uri)) await this.#parts.publisher.keepDraft(script, text);
      else await this.#save(script, text);
    });
  }

  /** Publishes a text though the workspace uses Git, or a draft stands on something else: the user has been asked. */
  async publishDraft(script: OpenScript, text: string): Promise<void> {
    await this.#parts.publisher.rebase(script);
    await this.#save(script, text, true);
    this.lookAgain(({ uri }) => uri.toString() === script.uri.toString());
  }

  async #save(script: OpenScript, text: string, toLive = false): Promise<void> {
    await this.#quietly(script.uri, async () => {
      const published = await this.#parts.publisher.save(script, text, toLive);
      if (published) this.#note({ ...script, published });
    });
    this.#looked.fire(script.uri);
  }

  async rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const asked = this.#renaming.get(from.toString());
    await this.#told(async () => {
      const { store, address } = await this.#look(from);
      const target = addressIn(to);
      const title = vscode.l10n.t('Rename SQL script {0} to {1}', address.name, target.name);
      const options = asked?.options ?? { about: { title } };
      try {
        if (address.name !== target.name) await store.rename(address.name, target.name, options);
        await store.move(target.name, target.folder, options);
      } catch (error) {
        if (asked) asked.error = error;
        throw error;
      }
      await this.#parts.publisher.moveDraft(address, target, to);
    });
  }

  /**
   * Has VS Code rename a file, so that its editor goes along: VS Code tells neither who asked nor why it failed.
   * @param apply makes VS Code call `rename`
   * @throws what `rename` met, else what `apply` throws
   */
  async renaming(from: vscode.Uri, options: WriteOptions, apply: () => Promise<void>): Promise<void> {
    const asked: { options: WriteOptions; error?: unknown } = { options };
    this.#renaming.set(from.toString(), asked);
    try {
      await apply();
    } catch (error) {
      throw asked.error ?? error;
    } finally {
      this.#renaming.delete(from.toString());
    }
  }

  async delete(uri: vscode.Uri): Promise<void> {
    await this.#told(async () => {
      const { store, address } = await this.#look(uri);
      await store.delete(address.name, { about: { title: vscode.l10n.t('Delete SQL script {0}', address.name) } });
      await this.#parts.drafts.discard(scriptKey(address));
    });
  }

  /** Has VS Code look at open scripts anew: at all of them, or at one. */
  lookAgain(which: (script: OpenScript) => boolean = () => true): void {
    const open = [...this.#open.values()].filter(which);
    this.#changed.fire(open.map(({ uri }) => ({ type: vscode.FileChangeType.Changed, uri })));
    for (const { uri } of open) this.#looked.fire(uri);
  }

  /** Forgets what was read over a connection that is no more, and looks again. */
  reconnected(): void {
    for (const stop of this.#listening.values()) stop();
    this.#listening.clear();
    const open = vscode.workspace.textDocuments.map(({ uri }) => uri).filter(({ scheme }) => scheme === scriptScheme);
    this.#open.clear();
    this.#changed.fire(open.map((uri) => ({ type: vscode.FileChangeType.Changed, uri })));
    for (const uri of open) this.#looked.fire(uri);
  }

  dispose(): void {
    for (const stop of this.#listening.values()) stop();
    this.#changed.dispose();
    this.#looked.dispose();
  }

  /** Asks the service what is published now. */
  async #look(uri: vscode.Uri): Promise<OpenScript> {
    const address = addressIn(uri);
    const store = await this.#parts.places.storeOf(address);
    this.#listen(store);
    const published = await this.#quietly(uri, () =>
      store.get(address.name, never, { fresh: true }).catch((error: unknown) => {
        if (error instanceof AzureError && error.status === 404) return undefined;
        throw error;
      }),
    );
    return this.#note({ uri, address, store, published });
  }

  #note(script: OpenScript): OpenScript {
    this.#open.set(script.uri.toString(), script);
    this.#looked.fire(script.uri);
    return script;
  }

  /** Tells VS Code of changes that a store has seen elsewhere: by a refresh of the list, or made from the explorer. */
  #listen(store: ScriptStore): void {
    if (this.#listening.has(store)) return;
    const stop = store.onDidChange((names) => {
      const changed = new Set(names.map(nameKey));
      for (const { uri, address, store: own } of this.#open.values()) {
        if (own !== store || !changed.has(nameKey(address.name)) || this.#writing.has(uri.toString())) continue;
        void this.#tell(uri, store.get(address.name, never));
      }
    });
    this.#listening.set(store, stop);
  }

  /** Editors of files that are gone are marked as such only when they are told so. */
  async #tell(uri: vscode.Uri, reading: Promise<SqlScript>): Promise<void> {
    const gone = await reading.then(
      () => false,
      (error: unknown) => error instanceof AzureError && error.status === 404,
    );
    this.#changed.fire([{ type: gone ? vscode.FileChangeType.Deleted : vscode.FileChangeType.Changed, uri }]);
    this.#looked.fire(uri);
  }

  async #quietly<T>(uri: vscode.Uri, task: () => Promise<T>): Promise<T> {
    this.#writing.add(uri.toString());
    try {
      return await task();
    } finally {
      this.#writing.delete(uri.toString());
    }
  }

  async #told<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      throw fileError(error);
    }
  }
}

/** The URI under which a script is opened. */
export function uriOfScript(address: ScriptAddress): vscode.Uri {
  return vscode.Uri.from(formatScriptUri(address));
}

/** VS Code does not say when it no longer waits for a file. */
const never = new AbortController().signal;
