import { CaseInsensitiveMap } from './caseInsensitiveMap.ts';
import { etagOf } from './etag.ts';
import { idOf } from './ids.ts';

/** What the service keeps beside a script's document. */
export interface ScriptRecord {
  readonly name: string;
  readonly recordId: number;
  readonly artifactId: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly changed: number;
}

export interface SqlScript extends ScriptRecord {
  readonly etag: string;
  /** The member `properties` as it was put: text, because nothing of it may change. */
  readonly properties: string;
}

/** A script that a sample brings along. */
export interface SampleScript {
  readonly name: string;
  /** JSON text. */
  readonly properties: string;
}

/** The SQL scripts of a workspace, by name without regard to case. Each change gives a script an etag of its own. */
export class SqlScripts implements Iterable<SqlScript> {
  readonly #workspaceName: string;
  readonly #scripts = new CaseInsensitiveMap<SqlScript>();
  #count = 0;

  /** @param now of the samples' last change, in milliseconds since 1970 */
  constructor(workspaceName: string, samples: Iterable<SampleScript>, now: number) {
    this.#workspaceName = workspaceName;
    for (const { name, properties } of samples) this.put(this.newRecord(name, now), properties, now);
  }

  get size(): number {
    return this.#scripts.size;
  }

  get(name: string): SqlScript | undefined {
    return this.#scripts.get(name);
  }

  /** The record of a script that is about to be made. */
  newRecord(name: string, now: number): ScriptRecord {
    this.#count += 1;
    return {
      name,
      recordId: 4_210_000 + this.#count,
      // In capitals, as recorded.
      artifactId: idOf('sql script', this.#workspaceName, String(this.#count)).toUpperCase(),
      created: now,
      changed: now,
    };
  }

  /** Stores a document; one of the same name is replaced. */
  put(record: ScriptRecord, properties: string, now: number): SqlScript {
    const { name, recordId, artifactId, created } = record;
    const script = { name, recordId, artifactId, created, changed: now, etag: this.#newEtag(now), properties };
    this.#scripts.set(name, script);
    return script;
  }

  delete(name: string): void {
    this.#scripts.delete(name);
  }

  [Symbol.iterator](): Iterator<SqlScript> {
    return this.#scripts[Symbol.iterator]();
  }

  #newEtag(now: number): string {
    this.#count += 1;
    return etagOf(this.#count, now);
  }
}
