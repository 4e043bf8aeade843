import * as vscode from 'vscode';
import { type JsonObject, textMember } from '../../../azure/json.ts';
import type { KeptFiles } from './keptFiles.ts';

/** The text of a script that was saved, but not published. */
export interface Draft {
  /** The script's URI as text, to open it again. */
  readonly uri: string;
  readonly text: string;
  /** Etag of what was published when the draft was begun; absent when nothing was. */
  readonly base?: string;
}

/** Drafts by the keys of their scripts. They outlive restarts. */
export class Drafts {
  readonly onDidChange: vscode.Event<string>;
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #files: KeptFiles;

  constructor(files: KeptFiles) {
    this.#files = files;
    this.onDidChange = this.#changed.event;
  }

  async get(key: string): Promise<Draft | undefined> {
    const kept = await this.#files.read(key);
    return kept && draftIn(kept);
  }

  async keep(key: string, draft: Draft): Promise<void> {
    await this.#files.write(key, draft);
    this.#changed.fire(key);
  }

  async discard(key: string): Promise<void> {
    await this.#files.remove(key);
    this.#changed.fire(key);
  }

  async all(): Promise<readonly Draft[]> {
    return [...(await this.#files.all()).values()].map(draftIn).filter((draft) => draft !== undefined);
  }
}

export function draftIn(kept: JsonObject): Draft | undefined {
  const uri = textMember(kept, 'uri');
  const base = textMember(kept, 'base');
  const { text } = kept;
  if (uri === undefined || typeof text !== 'string') return undefined;
  return { uri, text, ...(base !== undefined && { base }) };
}
