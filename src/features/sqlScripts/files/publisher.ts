import * as vscode from 'vscode';
import type { ErrorPresenter } from '../../../platform/errors/errorPresenter.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { ScriptAddress } from '../scripts/scriptUri.ts';
import { documentOf, newScript, type SqlScript } from '../scripts/sqlScript.ts';
import { baseOf, type Draft, type Drafts, saysNothingNew, standsOn } from './drafts.ts';
import type { Journal, Publishing } from './journal.ts';
import type { OpenScript } from './openScripts.ts';
import type { SaveReason } from './saveReasons.ts';
import { scriptKey } from './scriptPlace.ts';

/** Why a text was kept instead of published. */
export type WhyDraft = Exclude<SaveReason, 'person'> | 'git';

export interface PublisherParts {
  readonly drafts: Drafts;
  readonly journal: Journal;
  readonly errors: ErrorPresenter;
  /** Says that a draft was kept, and why. */
  readonly onDraft: (script: OpenScript, why: WhyDraft) => void;
  /** Offers what can be done with a draft whose script somebody else has published since. */
  readonly onOutdated: (script: OpenScript) => void;
}

/** Decides what becomes of a text that is saved: it is published, or kept as a draft. */
export class Publisher {
  readonly #parts: PublisherParts;

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  /** Keeps a text without publishing it. One that says what is published already is no draft. */
  async keepDraft(script: OpenScript, text: string, why: WhyDraft): Promise<void> {
    if (await this.#keep(script, text)) this.#parts.onDraft(script, why);
  }

  /**
   * What a person's "Save" does. In a workspace with a repository it keeps a draft, unless `toLive` says that the user
   * has been asked.
   *
   * @returns the published script, or undefined where nothing was published
   * @throws ScriptConflict, AzureError; Error in words for a draft that stands on what is published no more
   */
  async save(script: OpenScript, text: string, toLive: boolean): Promise<SqlScript | undefined> {
    const { store, address, published } = script;
    const key = scriptKey(address);
    const draft = await this.#parts.drafts.get(key);
    if (published?.query === text) {
      if (draft) await this.#parts.drafts.discard(key);
      return undefined;
    }
    if (store.place.workspace.repository !== undefined && !toLive) {
      await this.keepDraft(script, text, 'git');
      return undefined;
    }
    if (draft && !standsOn(draft, published)) {
      this.#parts.onOutdated(script);
      throw new Error(vscode.l10n.t('Somebody else has published this script since the draft was begun.'));
    }
    const done = await this.#publish(script, text, draft);
    // “Publish draft” does not wait for auto save: what that has kept meanwhile is newer, and stays.
    if (draft && (await this.#parts.drafts.get(key))?.text === draft.text) await this.#parts.drafts.discard(key);
    return done;
  }

  /** Lets the draft of a script stand on what is published now: the user has seen it and wants to replace it. */
  async rebase({ address, published }: OpenScript): Promise<void> {
    const key = scriptKey(address);
    const draft = await this.#parts.drafts.get(key);
    if (!draft) return;
    const { base: _base, ...rest } = draft;
    await this.#parts.drafts.keep(key, { ...rest, ...baseOf(published) });
  }

  /** A script has got another address: its draft goes with it. */
  async moveDraft(from: ScriptAddress, to: ScriptAddress, uri: vscode.Uri): Promise<void> {
    const draft = await this.#parts.drafts.get(scriptKey(from));
    if (!draft) return;
    await this.#parts.drafts.keep(scriptKey(to), { ...draft, uri: uri.toString() });
    if (scriptKey(from) !== scriptKey(to)) await this.#parts.drafts.discard(scriptKey(from));
  }

  async #keep({ uri, address, published }: OpenScript, text: string): Promise<boolean> {
    const key = scriptKey(address);
    const before = await this.#parts.drafts.get(key);
    const draft = { ...(before ?? baseOf(published)), uri: uri.toString(), text };
    if (!saysNothingNew(draft, published)) await this.#parts.drafts.keep(key, draft);
    else if (before) await this.#parts.drafts.discard(key);
    return !saysNothingNew(draft, published);
  }

  async #publish(
    { uri, address, store, published }: OpenScript,
    text: string,
    draft: Draft | undefined,
  ): Promise<SqlScript> {
    const { name, folder } = address;
    const { document } = published ?? newScript(name, { folder });
    const title = vscode.l10n.t('Publish SQL script {0}', name);
    const entry: Publishing = {
      uri: uri.toString(),
      text,
      ...baseOf(published),
      ...(draft && { replaces: draft.text }),
    };
    const progress = { location: vscode.ProgressLocation.Window, title: plainText(title) };
    try {
      return await this.#parts.journal.during(scriptKey(address), entry, async () =>
        vscode.window.withProgress(progress, async (shown) =>
          store.put(published?.name ?? name, documentOf({ document }, { query: text }), {
            ifMatch: published?.etag,
            about: { title },
            onThrottled: ({ seconds }) => {
              shown.report({ message: vscode.l10n.t('Azure asks to wait for {0} seconds', seconds) });
            },
          }),
        ),
      );
    } catch (error) {
      // VS Code shows the reason itself, but knows of no way out.
      const what = vscode.l10n.t('SQL script {0} was not published', name);
      if (this.#parts.errors.hasRemedy(error)) this.#parts.errors.show(what, error);
      else this.#parts.errors.log(what, error);
      throw error;
    }
  }
}
