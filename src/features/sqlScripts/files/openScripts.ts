import * as vscode from 'vscode';
import { AzureError } from '../../../azure/azureError.ts';
import { nameKey } from '../scripts/sameScript.ts';
import type { ScriptStore } from '../scripts/scriptStore.ts';
import { scriptScheme } from '../scripts/scriptScheme.ts';
import type { ScriptAddress } from '../scripts/scriptUri.ts';
import type { SqlScript } from '../scripts/sqlScript.ts';
import type { Drafts } from './drafts.ts';
import { isPublishedView } from './folders.ts';
import { addressIn, scriptKey, type ScriptPlaces } from './scriptPlace.ts';
import { isShown } from './tabs.ts';

/** A script that VS Code has asked about, as it was when it asked last. */
export interface OpenScript {
  readonly uri: vscode.Uri;
  readonly address: ScriptAddress;
  readonly store: ScriptStore;
  /** Undefined when there is none (yet, or any more). */
  readonly published: SqlScript | undefined;
}

/** The script of this name is in another folder: its file is another one. */
export class ScriptElsewhere extends Error {
  override readonly name = 'ScriptElsewhere';
}

/** What is known of the scripts that editors show, kept true by what their workspaces' stores see. */
export class OpenScripts implements vscode.Disposable {
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>;
  /** Fires with a URI when what is known of its script has changed. */
  readonly onDidLook: vscode.Event<vscode.Uri>;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #looked = new vscode.EventEmitter<vscode.Uri>();
  readonly #places: ScriptPlaces;
  readonly #drafts: Drafts;
  readonly #scripts = new Map<string, OpenScript>();
  readonly #listening = new Map<ScriptStore, () => void>();
  /** Scripts that are read or written by ourselves: their editors need not be told. */
  readonly #quiet = new Set<string>();
  readonly #closed: vscode.Disposable;

  constructor(places: ScriptPlaces, drafts: Drafts) {
    this.#places = places;
    this.#drafts = drafts;
    this.onDidChangeFile = this.#changed.event;
    this.onDidLook = this.#looked.event;
    this.#closed = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.forget(uri);
    });
  }

  get(uri: vscode.Uri): OpenScript | undefined {
    return this.#scripts.get(uri.toString());
  }

  /**
   * Asks the service what is published now.
   * @throws ScriptElsewhere, AzureError
   */
  async look(uri: vscode.Uri): Promise<OpenScript> {
    const address = addressIn(uri);
    const store = await this.#places.storeOf(address);
    this.#listen(store);
    const published = await this.quietly(uri, () =>
      store.get(address.name, never, { fresh: true }).catch((error: unknown) => {
        if (error instanceof AzureError && error.status === 404) return undefined;
        throw error;
      }),
    );
    const script = { uri, address, store, published };
    if (!(await this.#isHere(script))) throw new ScriptElsewhere(`${address.name} is not in ${address.folder}`);
    return this.note(script);
  }

  /**
   * Names are unique in a workspace, so that a script is found whatever folder its address has. An editor or a draft may
   * have an address of before somebody moved the script; to everybody else VS Code would say that a file is in two places,
   * and replace one of them by the other.
   */
  async #isHere({ uri, address, published }: OpenScript): Promise<boolean> {
    if (!published || published.folder === address.folder || isPublishedView(uri) || isShown(uri)) return true;
    return (await this.#drafts.get(scriptKey(address)))?.uri === uri.toString();
  }

  note(script: OpenScript): OpenScript {
    this.#scripts.set(script.uri.toString(), script);
    this.#looked.fire(script.uri);
    return script;
  }

  /** For a URI under which nothing is open any more. */
  forget(uri: vscode.Uri): void {
    this.#scripts.delete(uri.toString());
  }

  /** Runs a task of ours on a script, whose outcome VS Code learns from the task itself. */
  async quietly<T>(uri: vscode.Uri, task: () => Promise<T>): Promise<T> {
    this.#quiet.add(uri.toString());
    try {
      return await task();
    } finally {
      this.#quiet.delete(uri.toString());
    }
  }

  /** Has VS Code look at open scripts anew: at all of them, or at one. */
  lookAgain(uri?: vscode.Uri): void {
    const uris = uri ? [uri] : [...this.#scripts.values()].map((script) => script.uri);
    this.#tellAll(uris);
  }

  /** Forgets what was read over a connection that is no more, and looks again. */
  reconnected(): void {
    this.#stopListening();
    this.#scripts.clear();
    this.#tellAll(vscode.workspace.textDocuments.map(({ uri }) => uri).filter(({ scheme }) => scheme === scriptScheme));
  }

  dispose(): void {
    this.#stopListening();
    this.#closed.dispose();
    this.#changed.dispose();
    this.#looked.dispose();
  }

  /** Tells VS Code of changes that a store has seen elsewhere: by a refresh of the list, or made from the explorer. */
  #listen(store: ScriptStore): void {
    if (this.#listening.has(store)) return;
    const stop = store.onDidChange((names) => {
      const changed = new Set(names.map(nameKey));
      for (const { uri, address, store: own } of this.#scripts.values()) {
        if (own !== store || !changed.has(nameKey(address.name)) || this.#quiet.has(uri.toString())) continue;
        void this.#tell(uri, store.get(address.name, never));
      }
    });
    this.#listening.set(store, stop);
  }

  #stopListening(): void {
    for (const stop of this.#listening.values()) stop();
    this.#listening.clear();
  }

  /** Editors of files that are gone are marked as such only when they are told so. */
  async #tell(uri: vscode.Uri, reading: Promise<SqlScript>): Promise<void> {
    const gone = await reading.then(
      (published) => {
        const script = this.get(uri);
        if (script) this.note({ ...script, published });
        return false;
      },
      (error: unknown) => error instanceof AzureError && error.status === 404,
    );
    this.#changed.fire([{ type: gone ? vscode.FileChangeType.Deleted : vscode.FileChangeType.Changed, uri }]);
    this.#looked.fire(uri);
  }

  #tellAll(uris: readonly vscode.Uri[]): void {
    this.#changed.fire(uris.map((uri) => ({ type: vscode.FileChangeType.Changed, uri })));
    for (const uri of uris) this.#looked.fire(uri);
  }
}

/** VS Code does not say when it no longer waits for a file. */
const never = new AbortController().signal;
