import type { AzureError } from '../../../azure/azureError.ts';
import type { ExactDocument } from '../../../azure/exactJson.ts';
import type { RunOptions, WriteAbout } from '../../../azure/restService.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { SqlScript } from './sqlScript.ts';

/**
 * How a write is followed: aborting stops following, what the service has accepted goes on; `onState` is told `Accepted`,
 * then what the service says, in its words.
 */
export interface WriteOptions extends RunOptions {
  /** What the change means to people. */
  readonly about: WriteAbout;
}

export interface PutOptions extends WriteOptions {
  /** Etag that the published script must still have; `undefined` replaces whatever is there. */
  readonly ifMatch?: string | undefined;
}

export interface ReadOptions {
  /** Asks the service, whatever is known already. */
  readonly fresh?: boolean;
}

/** Whether the caller may publish; `unknown` where that cannot be asked, and the service will say it itself. */
export type MayWrite = 'yes' | 'no' | 'unknown';

/** The published script is another one than the change was made from, or somebody changes it right now. Nothing was written. */
export class ScriptConflict extends Error {
  override readonly name = 'ScriptConflict';
  readonly script: string;
  /** What is published now; undefined where it is gone, or could not be read. */
  readonly published: SqlScript | undefined;

  /** @param cause the service's own refusal, where it was the service that noticed */
  constructor(script: string, published: SqlScript | undefined, cause?: AzureError) {
    super(cause?.message ?? `The published script ${script} has changed.`, cause && { cause });
    this.script = script;
    this.published = published;
  }
}

/**
 * The SQL scripts of one workspace. The list is read once (it holds whole documents and etags) and kept; own writes keep
 * it true. Names are compared without regard to case, as the service does.
 *
 * Every method rejects as `RestService` does; those that write also with `ScriptConflict`. A write whose answer was lost
 * is not repeated blindly: what is published is read, and tells whether it had arrived.
 */
export interface ScriptStore {
  readonly place: InWorkspace;
  /** All scripts, in the service's order. Concurrent callers share one reading. */
  list(signal: AbortSignal, options?: ReadOptions): Promise<readonly SqlScript[]>;
  /** One script. @throws AzureError with status 404 when there is none */
  get(name: string, signal: AbortSignal, options?: ReadOptions): Promise<SqlScript>;
  /** Publishes a whole document under a name: creates it or replaces it, and follows that to its end. */
  put(name: string, document: ExactDocument, options: PutOptions): Promise<SqlScript>;
  rename(name: string, newName: string, options: WriteOptions): Promise<SqlScript>;
  delete(name: string, options: WriteOptions): Promise<void>;
  /** Puts a script into another folder (empty for the top); everything else of the published document stays. */
  move(name: string, folder: string, options: WriteOptions): Promise<SqlScript>;
  /** Calls the listener with the names of the scripts that have changed, come or gone, as far as this client has seen. @returns stops that */
  onDidChange(listener: (names: readonly string[]) => void): () => void;
  /** Whether the caller may publish here, asked once. */
  checkWrite(signal: AbortSignal): Promise<MayWrite>;
}

/** The stores of all workspaces; `scriptsOf` (scriptStores.ts) has them for a connection. */
export interface ScriptStores {
  of(place: InWorkspace): ScriptStore;
}
