import * as vscode from 'vscode';
import { type JsonObject, textMember } from '../../../azure/json.ts';
import type { SqlScript } from '../scripts/sqlScript.ts';
import { parseScriptUri, type ScriptAddress } from '../scripts/scriptUri.ts';
import type { KeptFiles } from './keptFiles.ts';
import { textVersion } from './stamps.ts';

/** The text of a script that was saved, but not published. */
export interface Draft {
  /** The script's URI as text, to open it again. */
  readonly uri: string;
  readonly text: string;
  /** Version of the text that was published when the draft was begun; absent when nothing was. */
  readonly base?: string;
}

/** What a draft that is begun now stands on, to be spread into it. */
export function baseOf(published: SqlScript | undefined): Pick<Draft, 'base'> {
  return published ? { base: textVersion(published.query) } : {};
}

/**
 * Whether what is published is still the text that the draft was begun from. By its text, not by its etag: that another
 * folder or connection was published, perhaps by the same person, stands in nobody's way.
 */
export function standsOn({ base }: Draft, published: SqlScript | undefined): boolean {
  return base === baseOf(published).base;
}

/** Whether a draft's text is what is published. */
export function saysNothingNew({ text }: Draft, published: SqlScript | undefined): boolean {
  return text === published?.query;
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

  /** Where the scripts of a workspace are that were begun as drafts and never published. */
  async newIn(workspaceId: string): Promise<readonly ScriptAddress[]> {
    const begun = (await this.all()).filter(({ base }) => base === undefined);
    return begun
      .map(({ uri }) => parseScriptUri(vscode.Uri.parse(uri)))
      .filter((address) => address?.workspaceId.toLowerCase() === workspaceId.toLowerCase())
      .filter((address) => address !== undefined);
  }
}

export function draftIn(kept: JsonObject): Draft | undefined {
  const uri = textMember(kept, 'uri');
  const base = textMember(kept, 'base');
  const { text } = kept;
  if (uri === undefined || typeof text !== 'string') return undefined;
  return { uri, text, ...(base !== undefined && { base }) };
}
