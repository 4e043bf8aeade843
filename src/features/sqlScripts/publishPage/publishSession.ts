import * as vscode from 'vscode';
import { openUrl } from '../../../platform/openUrl.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { InputOf } from '../../../platform/pages/pageContract.ts';
import type { OpenPage, PageSession } from '../../../platform/pages/pagePanels.ts';
import type { PageHandlers } from '../../../platform/pages/pageServer.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { showScript } from '../commands/openScript.ts';
import { addressOfScript } from '../commands/scriptTarget.ts';
import { folderPaths } from '../explorer/folderTree.ts';
import type { ScriptStore } from '../scripts/scriptStore.ts';
import { scriptsOf } from '../scripts/scriptStores.ts';
import { parseScriptUri } from '../scripts/scriptUri.ts';
import type { SqlScript } from '../scripts/sqlScript.ts';
import { FormDrafts } from '../../../platform/pages/formDrafts.ts';
import { showDifference } from '../publishing/comparedTexts.ts';
import { withoutEndings } from '../publishing/words.ts';
import type { PublishParts } from '../publishing/publishParts.ts';
import { type LookResult, type PublishContract, publishForm, type PublishForm, type PublishLink } from './contract.ts';
import { scriptNamed, workspaceFacts } from './lookUp.ts';
import { factsOf } from './publishChanges.ts';
import { publishOnce } from './publishOnce.ts';
import { PublishProgress } from './publishProgress.ts';
import { PublishSource } from './publishSource.ts';

/** What the publish page shows and does for one source. */
export class PublishPageSession implements PageSession<PublishContract> {
  readonly #parts: PublishParts;
  readonly #input: InputOf<PublishContract>;
  readonly #page: OpenPage<PublishContract>;
  readonly #source: PublishSource;
  readonly #drafts: FormDrafts<PublishForm>;
  readonly #progress: PublishProgress;
  readonly #disposables: vscode.Disposable[];
  #closed = false;
  /** What the person sees as published, for the workspace and the name that they chose. */
  #seen: { readonly workspace: string; readonly name: string; readonly script: SqlScript | undefined } | undefined;
  #watched: { readonly store: ScriptStore; readonly stop: () => void } | undefined;

  constructor(parts: PublishParts, input: InputOf<PublishContract>, page: OpenPage<PublishContract>) {
    this.#parts = parts;
    this.#input = input;
    this.#page = page;
    this.#source = new PublishSource(vscode.Uri.parse(input.source, true));
    this.#drafts = new FormDrafts(parts.memory, 'sqlScripts.publishForms', publishForm);
    this.#progress = new PublishProgress(parts.errors, (state) => {
      page.emit('publishing', state);
    });
    this.#disposables = [
      this.#source.onDidChange(() => {
        page.emit('changed', 'source');
      }),
      parts.connections.onDidChange(() => {
        if (parts.connections.current) page.emit('changed', 'connection');
      }),
    ];
  }

  readonly handlers: PageHandlers<PublishContract> = {
    start: () => ({ source: this.#source.label, form: this.#form(), publishing: this.#progress.state }),
    workspaces: () => this.#parts.workspaces.choices(),
    look: ({ workspace, name }, { signal }) => this.#look(workspace, name, signal),
    keep: async (form) => {
      await this.#drafts.keep(this.#input.source, form);
      return null;
    },
    difference: async (form) => {
      await this.#showDifference(form);
      return null;
    },
    publish: async (form) => {
      await this.#drafts.keep(this.#input.source, form);
      const { place, store } = await this.#at(form.workspace ?? '');
      const query = await this.#source.text();
      // Not waited for: the page is told how it goes, and may be hidden and shown meanwhile.
      void this.#publish(form, query, place, store);
      return null;
    },
    stop: () => {
      this.#progress.stop();
      return null;
    },
    open: async (link) => {
      await this.#open(link);
      return null;
    },
    remedy: async (label) => {
      await this.#progress.runRemedy(label);
      return null;
    },
  };

  dispose(): void {
    this.#closed = true;
    this.#watched?.stop();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** The choices of before; where “Publish here” was chosen, with that place. */
  #form(): PublishForm {
    const { source, target } = this.#input;
    const before = this.#drafts.of(source) ?? { name: this.#source.suggestedName };
    return target ? { ...before, ...target } : before;
  }

  async #at(workspace: string): Promise<{ place: InWorkspace; store: ScriptStore }> {
    const place = await this.#parts.workspaces.find(workspace);
    const store = scriptsOf(place.connection).of(place);
    if (this.#watched?.store !== store) {
      this.#watched?.stop();
      const stop = store.onDidChange(() => {
        if (this.#progress.state.state !== 'going') this.#page.emit('changed', 'scripts');
      });
      this.#watched = { store, stop };
    }
    return { place, store };
  }

  async #look(workspace: string, name: string, signal: AbortSignal): Promise<LookResult> {
    const { place, store } = await this.#at(workspace);
    const [{ scripts, pools, mayWrite }, origin] = await Promise.all([
      workspaceFacts(place, store, signal),
      this.#origin(signal),
    ]);
    const script = scriptNamed(scripts, name.trim());
    const text = script && (await this.#source.text().catch(() => undefined));
    this.#seen = { workspace, name, script };
    return {
      folders: folderPaths(scripts),
      pools: [...pools],
      mayWrite,
      ...(origin && { fresh: factsOf(origin) }),
      ...(script && {
        published: {
          name: script.name,
          facts: factsOf(script),
          sameText: text === script.query,
          sameEndings: text === undefined || withoutEndings(text) !== withoutEndings(script.query),
        },
      }),
    };
  }

  /** The source, where that is a published script: what nobody chooses otherwise goes along with its text. */
  async #origin(signal: AbortSignal): Promise<SqlScript | undefined> {
    const address = parseScriptUri(this.#source.uri);
    if (!address) return undefined;
    try {
      const place = await this.#parts.workspaces.find(address.workspaceId);
      return await scriptsOf(place.connection).of(place).get(address.name, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      return undefined;
    }
  }

  async #publish(form: PublishForm, query: string, place: InWorkspace, store: ScriptStore): Promise<void> {
    const { workspaceName } = place.workspace;
    const look = this.#seen;
    const seen = look?.workspace === form.workspace && look?.name === form.name ? look.script : undefined;
    await this.#progress.run(form.name, async (steps) => {
      const origin = await this.#origin(steps.signal);
      const published = await publishOnce(store, { form, query, seen, origin, ...steps });
      return {
        words: vscode.l10n.t('“{0}” is published in {1}.', published.name, workspaceName),
        links: ['script', ...(place.connection.cloud.studio === undefined ? [] : (['studio'] as const))],
      };
    });
    // Whatever happened, the page is to show what is published now.
    this.#page.emit('changed', 'scripts');
    if (this.#closed) await this.#tellEnd();
  }

  /** For a person who has closed the page meanwhile. */
  async #tellEnd(): Promise<void> {
    const { state } = this.#progress;
    if (state.state === 'done') await vscode.window.showInformationMessage(plainText(state.words));
    else if (state.state === 'failed') await vscode.window.showWarningMessage(plainText(state.words));
  }

  async #showDifference(form: PublishForm): Promise<void> {
    const { store } = await this.#at(form.workspace ?? '');
    const script = scriptNamed(await store.list(new AbortController().signal), form.name.trim());
    if (!script) return;
    const published = this.#parts.compared.add(script.name, script.query);
    const title = vscode.l10n.t('{0}: published ↔ {1}', script.name, this.#source.label);
    await showDifference(published, this.#source.uri, title);
  }

  async #open(link: PublishLink): Promise<void> {
    switch (link) {
      case 'log':
        this.#parts.log.show();
        return;
      case 'signIn':
        await vscode.commands.executeCommand('synapse.signIn');
        return;
      case 'sample':
        await vscode.commands.executeCommand('synapse.openSample');
        return;
      case 'script':
        await this.#openScript();
        return;
      case 'studio': {
        const { place } = await this.#at(this.#form().workspace ?? '');
        const { studio } = place.connection.cloud;
        if (studio !== undefined) await openUrl(`${studio}/?workspace=${encodeURIComponent(place.workspace.id)}`);
      }
    }
  }

  async #openScript(): Promise<void> {
    const form = this.#form();
    const { place, store } = await this.#at(form.workspace ?? '');
    const script = await store.get(form.name.trim(), new AbortController().signal);
    await showScript(addressOfScript(place, script), false);
  }
}
