import { ExactSqlScripts } from '../../../api/synapse/exactSqlScripts.ts';
import { SqlScripts } from '../../../api/synapse/sqlScripts.generated.ts';
import { abortable } from '../../../azure/abort.ts';
import { AzureError } from '../../../azure/azureError.ts';
import { type Clock, systemClock } from '../../../azure/clock.ts';
import { type ExactDocument, exactText } from '../../../azure/exactJson.ts';
import { SharedReads } from '../../../azure/sharedReads.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { mayWriteScripts } from './mayWrite.ts';
import { putScript } from './putScript.ts';
import { KnownScripts } from './knownScripts.ts';
import type { MayWrite, PutOptions, ReadOptions, ScriptStore, WriteOptions } from './scriptStore.ts';
import { documentOf, readScript, type SqlScript } from './sqlScript.ts';

/** The scripts of one workspace over the REST service. */
export class WorkspaceScripts implements ScriptStore {
  readonly place: InWorkspace;
  readonly #clock: Clock;
  readonly #known = new KnownScripts();
  readonly #lists = new SharedReads<readonly SqlScript[]>();
  #mayWrite: Promise<MayWrite> | undefined;

  constructor(place: InWorkspace, clock: Clock = systemClock) {
    this.place = place;
    this.#clock = clock;
  }

  async list(signal: AbortSignal, { fresh = false }: ReadOptions = {}): Promise<readonly SqlScript[]> {
    if (!fresh && this.#known.complete) return this.#known.all;
    return this.#lists.join('list', (options) => this.#readList(options.signal), { signal });
  }

  async get(name: string, signal: AbortSignal, { fresh = false }: ReadOptions = {}): Promise<SqlScript> {
    const known = this.#known.get(name);
    if (known && !fresh) return known;
    const script = await this.#look(name, signal);
    if (script) return script;
    throw new AzureError({
      reason: 'refused',
      operation: ExactSqlScripts.get.id,
      status: 404,
      message: `There is no SQL script ${name} in workspace ${this.place.workspace.workspaceName}.`,
    });
  }

  async put(name: string, document: ExactDocument, options: PutOptions): Promise<SqlScript> {
    const look = (wanted: string, signal: AbortSignal | undefined): Promise<SqlScript | undefined> =>
      this.#look(wanted, signal);
    const published = await putScript({ place: this.place, clock: this.#clock, look }, name, document, options);
    this.#known.wrote(name, published);
    return published;
  }

  async rename(name: string, newName: string, options: WriteOptions): Promise<SqlScript> {
    const { connection, workspace } = this.place;
    const { signal } = options;
    const parameters = { ...workspace, sqlScriptName: name, body: exactText({ newName }) };
    let renamed: SqlScript | undefined;
    try {
      const result = await connection.rest.run(ExactSqlScripts.rename, parameters, options);
      renamed = (result && readScript(result)) ?? (await this.#look(newName, signal));
    } catch (error) {
      if (!(error instanceof AzureError) || error.reason !== 'network' || signal?.aborted === true) throw error;
      // The answer was lost; what is there now tells whether the new name has been taken on.
      renamed = await this.#look(newName, signal).catch(() => undefined);
      if (renamed?.name !== newName) throw error;
    }
    const script = renamed?.name === newName ? renamed : await this.get(newName, signal ?? never, { fresh: true });
    this.#known.wrote(name, undefined);
    this.#known.wrote(newName, script);
    return script;
  }

  async delete(name: string, options: WriteOptions): Promise<void> {
    const { connection, workspace } = this.place;
    await connection.rest.run(SqlScripts.delete, { ...workspace, sqlScriptName: name }, options);
    this.#known.wrote(name, undefined);
  }

  async move(name: string, folder: string, options: WriteOptions): Promise<SqlScript> {
    const script = await this.get(name, options.signal ?? never, { fresh: true });
    if (script.folder === folder) return script;
    return this.put(script.name, documentOf(script, { folder }), { ...options, ifMatch: script.etag });
  }

  onDidChange(listener: (names: readonly string[]) => void): () => void {
    return this.#known.onDidChange(listener);
  }

  async checkWrite(signal: AbortSignal): Promise<MayWrite> {
    // Asked once for all callers, so that one who gives up takes it from nobody.
    this.#mayWrite ??= mayWriteScripts(this.place, never).catch(() => {
      this.#mayWrite = undefined;
      return 'unknown' as const;
    });
    return abortable(this.#mayWrite, signal);
  }

  async #readList(signal: AbortSignal | undefined): Promise<readonly SqlScript[]> {
    const { connection, workspace } = this.place;
    const pages = connection.rest.pages(ExactSqlScripts.listByWorkspace, workspace, signal ? { signal } : {});
    return this.#known.replaceBy(async () => {
      const scripts: SqlScript[] = [];
      for await (const { items } of pages) {
        scripts.push(...items.map(readScript).filter((script) => script !== undefined));
      }
      return scripts;
    });
  }

  /** Asks the service; an etag that is known saves the text from being sent again. */
  async #look(name: string, signal: AbortSignal | undefined): Promise<SqlScript | undefined> {
    const { connection, workspace } = this.place;
    const known = this.#known.get(name);
    const parameters = {
      ...workspace,
      sqlScriptName: name,
      ...(known?.etag !== undefined && { headers: { 'If-None-Match': known.etag } }),
    };
    try {
      const script = readScript(await connection.rest.call(ExactSqlScripts.get, parameters, signal ? { signal } : {}));
      this.#known.saw(name, script);
      return script;
    } catch (error) {
      if (!(error instanceof AzureError)) throw error;
      if (error.status === 304 && known) return known;
      if (error.status !== 404) throw error;
      this.#known.saw(name, undefined);
      return undefined;
    }
  }
}

/** For callers that never give up. */
const never = new AbortController().signal;
