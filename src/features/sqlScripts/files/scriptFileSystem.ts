import * as vscode from 'vscode';
import type { WriteOptions } from '../scripts/scriptStore.ts';
import { type Draft, type Drafts, saysNothingNew } from './drafts.ts';
import { fileError } from './fileErrors.ts';
import { isFolderUri, isPublishedView, listFolder, requireFolder, requireScript } from './folders.ts';
import { type OpenScript, type OpenScripts, ScriptElsewhere } from './openScripts.ts';
import type { Publisher } from './publisher.ts';
import type { Renames } from './renames.ts';
import type { SaveReasons } from './saveReasons.ts';
import { addressIn, scriptKey, type ScriptPlaces } from './scriptPlace.ts';
import type { Stamps } from './stamps.ts';

export interface ScriptFileSystemParts {
  readonly places: ScriptPlaces;
  readonly opened: OpenScripts;
  readonly stamps: Stamps;
  readonly drafts: Drafts;
  readonly reasons: SaveReasons;
  readonly renames: Renames;
  readonly publisher: Publisher;
}

/**
 * Scripts as VS Code's file service wants files. What is published is asked for on every `stat`, so that an editor that
 * is saved has the newest etag; a draft stands before what is published.
 */
export class ScriptFileSystem {
  readonly #parts: ScriptFileSystemParts;

  constructor(parts: ScriptFileSystemParts) {
    this.#parts = parts;
  }

  get onDidChangeFile(): vscode.Event<vscode.FileChangeEvent[]> {
    return this.#parts.opened.onDidChangeFile;
  }

  /** Folders are parts of addresses: every one is there. */
  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    if (isFolderUri(uri)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return await told(async () => {
      const script = await this.#parts.opened.look(uri);
      const text = await this.#textOf(script);
      const view = isPublishedView(uri);
      const key = scriptKey(script.address);
      const stamp = await this.#parts.stamps.of(view ? `${key}00` : key, text);
      const readonly = view || (await script.store.checkWrite(never)) === 'no';
      return {
        type: vscode.FileType.File,
        ctime: 0,
        ...stamp,
        ...(readonly && { permissions: vscode.FilePermission.Readonly }),
      };
    });
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return await told(async () => {
      requireScript(uri);
      return new TextEncoder().encode(await this.#textOf(await this.#opened(uri)));
    });
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    return await told(async () => {
      const folder = requireFolder(uri);
      const store = await this.#parts.places.storeOf({ ...folder, name: '' });
      const published = await store.list(never, { fresh: true });
      return listFolder(uri, folder, [...published, ...(await this.#parts.drafts.newIn(folder.workspaceId))]);
    });
  }

  /** Publishes where it was a person who saved, else keeps a draft. */
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const reason = this.#parts.reasons.take(uri);
    if (isPublishedView(uri)) throw vscode.FileSystemError.NoPermissions(uri);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
    await told(async () => {
      requireScript(uri);
      const script = await this.#opened(uri).catch((error: unknown) => {
        if (!(error instanceof ScriptElsewhere)) throw error;
        const { name } = addressIn(uri);
        throw vscode.FileSystemError.FileExists(vscode.l10n.t('There is a script “{0}” already.', name));
      });
      if (reason === 'person') await this.#save(script, text);
      else await this.#parts.publisher.keepDraft(script, text, reason);
    });
  }

  /** Publishes a text though the workspace uses Git, or a draft stands on something else: the user has been asked. */
  async publishDraft(script: OpenScript, text: string): Promise<void> {
    await this.#parts.publisher.rebase(script);
    await this.#save(script, text, true);
    this.#parts.opened.lookAgain(script.uri);
  }

  async rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    await told(async () => {
      requireScript(from);
      const { store, address, published } = await this.#parts.opened.look(from);
      const target = addressIn(to);
      const title = vscode.l10n.t('Rename SQL script {0} to {1}', address.name, target.name);
      const change = async (options: WriteOptions): Promise<void> => {
        // One that is only a draft has nothing to be renamed but its address.
        if (!published) return;
        if (address.name !== target.name) await store.rename(address.name, target.name, options);
        // VS Code looks for it there at once. The address may be of before somebody else has moved the script.
        if (published.folder !== target.folder) await store.move(target.name, target.folder, options);
      };
      const { opened, publisher, renames } = this.#parts;
      await opened.quietly(from, () => renames.run(from, { about: { title } }, change));
      await publisher.moveDraft(address, target, to);
      opened.forget(from);
    });
  }

  async delete(uri: vscode.Uri): Promise<void> {
    await told(async () => {
      requireScript(uri);
      const { store, address, published } = await this.#parts.opened.look(uri);
      const about = { title: vscode.l10n.t('Delete SQL script {0}', address.name) };
      if (published) await store.delete(address.name, { about });
      await this.#parts.drafts.discard(scriptKey(address));
    });
  }

  async #opened(uri: vscode.Uri): Promise<OpenScript> {
    return this.#parts.opened.get(uri) ?? (await this.#parts.opened.look(uri));
  }

  /** @throws FileNotFound where nothing is published and no draft is kept */
  async #textOf(script: OpenScript): Promise<string> {
    const { uri, published } = script;
    const text = (isPublishedView(uri) ? undefined : await this.#draftOf(script))?.text ?? published?.query;
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return text;
  }

  /** A draft ends as soon as its text is what is published: as of one whose publishing went on after its window was closed. */
  async #draftOf({ address, published }: OpenScript): Promise<Draft | undefined> {
    const key = scriptKey(address);
    const draft = await this.#parts.drafts.get(key);
    if (!draft || !saysNothingNew(draft, published)) return draft;
    await this.#parts.drafts.discard(key);
    return undefined;
  }

  async #save(script: OpenScript, text: string, toLive = false): Promise<void> {
    const { opened, publisher } = this.#parts;
    const published = await opened.quietly(script.uri, () => publisher.save(script, text, toLive));
    if (published) opened.note({ ...script, published });
  }
}

async function told<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw fileError(error);
  }
}

/** VS Code does not say when it no longer waits for a file. */
const never = new AbortController().signal;
