import * as vscode from 'vscode';
import type { ErrorPresenter } from './errors/errorPresenter.ts';
import type { Ask, Connection, ConnectionSource, OpenConnection } from './connection.ts';

/** `idle`: nobody has looked yet, so nothing is known; saying “signed out” then would be a guess that flashes. */
export type ConnectionState = 'idle' | 'signedOut' | 'connecting' | 'connected' | 'failed';

/** Sources by id; each is loaded when it is first asked. */
export type LazyConnectionSources = Readonly<Record<ConnectionSource['id'], () => Promise<ConnectionSource>>>;

/** Context key that welcome views and commands ask for. */
const stateKey = 'synapse.connection';
const rememberedKey = 'connection';

/** The one place that knows which connection is in use, and that remembers the choice. */
export class Connections implements vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #sources: LazyConnectionSources;
  readonly #memory: vscode.Memento;
  readonly #errors: ErrorPresenter;
  #state: ConnectionState = 'idle';
  #open: OpenConnection | undefined;
  #openSource: ConnectionSource['id'] | undefined;
  #error: unknown;
  #wanted: ConnectionSource['id'] | undefined;
  /** Counts the attempts, so that a slow one that was overtaken changes nothing any more. */
  #attempt = 0;
  /** The end of the attempt that has overtaken all others, or its being given up. */
  #newest: PromiseWithResolvers<void> | undefined;

  constructor(sources: LazyConnectionSources, memory: vscode.Memento, errors: ErrorPresenter) {
    this.#errors = errors;
    this.onDidChange = this.#changed.event;
    this.#sources = sources;
    this.#memory = memory;
    this.#set('idle');
  }

  get state(): ConnectionState {
    return this.#state;
  }

  get current(): Connection | undefined {
    return this.#open?.connection;
  }

  /**
   * What somebody wants to be connected to in this window. Before anybody has asked for a connection, and after they
   * have disconnected, nothing connects behind the user's back.
   */
  get wanted(): ConnectionSource['id'] | undefined {
    return this.#wanted;
  }

  /** Where the connection in use comes from, or the one that is being made while there is none. */
  get source(): ConnectionSource['id'] | undefined {
    if (this.#open) return this.#openSource;
    return this.#state === 'connecting' ? this.#wanted : undefined;
  }

  /** Why the last attempt failed, while the state is `failed`. */
  get error(): unknown {
    return this.#error;
  }

  /**
   * Connects to what is wanted already, else as the setting says or as it was when the window was last open; never asks
   * the user anything. When it does not work there is no connection: one that the settings no longer mean would show
   * what nobody has chosen.
   */
  async restore(): Promise<void> {
    const attempt = this.#attempt + 1;
    try {
      await this.connect(this.#wanted ?? this.#atStart(), 'no');
    } catch (error) {
      // The view says that it did not work; the log has the reason.
      this.#errors.log(vscode.l10n.t('The connection did not work'), error);
      if (attempt !== this.#attempt || !this.#open) return;
      this.#close();
      this.#set('failed', error);
    }
  }

  /**
   * Connects to a source. What is connected already stays until the new connection stands, so that turning away from a
   * sign-in loses nothing. An attempt that is overtaken by another one ends with that, and leaves its errors to it.
   * @throws what the source throws
   */
  async connect(id: ConnectionSource['id'], ask: Ask): Promise<void> {
    const attempt = (this.#attempt += 1);
    const end = Promise.withResolvers<void>();
    this.#newest = end;
    try {
      await this.#connect(id, ask, attempt);
    } finally {
      end.resolve();
    }
    await this.#settled();
  }

  /** Waits for the attempt that counts, however it ends; another one may overtake it meanwhile. */
  async #settled(): Promise<void> {
    let awaited: PromiseWithResolvers<void> | undefined;
    while (awaited !== this.#newest) {
      awaited = this.#newest;
      await awaited?.promise;
    }
  }

  async #connect(id: ConnectionSource['id'], ask: Ask, attempt: number): Promise<void> {
    this.#wanted = id;
    if (!this.#open) this.#set('connecting');
    try {
      const source = await this.#sources[id]();
      const open = await source.connect(ask);
      if (attempt !== this.#attempt) open?.close();
      // Whoever turns away from a question stays where they are.
      else if (open || ask === 'no' || !this.#open) await this.#use(open, id);
    } catch (error) {
      if (attempt !== this.#attempt) return;
      if (!this.#open) this.#set('failed', error);
      throw error;
    }
  }

  async #use(open: OpenConnection | undefined, id: ConnectionSource['id']): Promise<void> {
    this.#close();
    if (!open) {
      this.#set('signedOut');
      return;
    }
    this.#open = open;
    this.#openSource = id;
    open.onDidChange(() => {
      if (this.#open === open) this.#changed.fire();
    });
    void open.ended.then(() => {
      if (this.#open === open) this.#leave();
    });
    // Told at once: whoever looked in between would read what is read again when the connection is said to stand.
    const remembered = this.#memory.update(rememberedKey, id);
    this.#set('connected');
    await remembered;
  }

  /** Goes back to the welcome view. */
  disconnect(): void {
    this.#wanted = undefined;
    this.#leave();
  }

  dispose(): void {
    this.#attempt += 1;
    this.#close();
    this.#changed.dispose();
  }

  #atStart(): ConnectionSource['id'] {
    const startWith = vscode.workspace.getConfiguration('synapse').get<string>('startWith', 'lastUsed');
    const id = startWith === 'lastUsed' ? this.#memory.get<string>(rememberedKey, 'accounts') : startWith;
    return id === 'sample' ? 'sample' : 'accounts';
  }

  #leave(): void {
    this.#attempt += 1;
    // A sign-in that is given up may wait in the browser for long; nobody here waits for it any longer.
    this.#newest?.resolve();
    this.#newest = undefined;
    this.#close();
    void this.#memory.update(rememberedKey, undefined);
    this.#set('signedOut');
  }

  #close(): void {
    this.#open?.close();
    this.#open = undefined;
  }

  #set(state: ConnectionState, error?: unknown): void {
    this.#state = state;
    this.#error = error;
    void vscode.commands.executeCommand('setContext', stateKey, state);
    this.#changed.fire();
  }
}
