import * as vscode from 'vscode';
import { openUrl } from '../../../platform/openUrl.ts';
import type { InputOf } from '../../../platform/pages/pageContract.ts';
import type { OpenPage, PageSession } from '../../../platform/pages/pagePanels.ts';
import type { PageHandlers } from '../../../platform/pages/pageServer.ts';
import { scriptsOf } from '../scripts/scriptStores.ts';
import { FormDrafts } from '../../../platform/pages/formDrafts.ts';
import { showDifference } from '../publishing/comparedTexts.ts';
import type { PublishParts } from '../publishing/publishParts.ts';
import { type FolderContract, folderForm, type FolderForm, type PlanView } from './contract.ts';
import type { ScriptRow } from './folderPlan.ts';
import { reportOf } from './folderReport.ts';
import { FolderRun } from './folderRun.ts';
import { doesTheSame, type FolderPlan, planOf, planView } from './folderWork.ts';

/** A plan that is older is made anew before anything is sent: others work in the workspace, too. */
const FRESH_FOR_MS = 30_000;

/** What the folder's page shows and does. */
export class FolderPageSession implements PageSession<FolderContract> {
  readonly #parts: PublishParts;
  readonly #input: InputOf<FolderContract>;
  readonly #page: OpenPage<FolderContract>;
  readonly #folder: vscode.Uri;
  readonly #drafts: FormDrafts<FolderForm>;
  readonly #run: FolderRun;
  readonly #connected: vscode.Disposable;
  #plan: FolderPlan | undefined;
  /** While a plan is made again before it is applied. */
  #preparing = false;

  constructor(parts: PublishParts, input: InputOf<FolderContract>, page: OpenPage<FolderContract>) {
    this.#parts = parts;
    this.#input = input;
    this.#page = page;
    this.#folder = vscode.Uri.parse(input.folder, true);
    this.#drafts = new FormDrafts(parts.memory, 'sqlScripts.folderForms', folderForm);
    this.#run = new FolderRun(parts.errors, {
      rows: (rows) => {
        page.emit('rows', [...rows]);
      },
      run: (run) => {
        page.emit('run', run);
      },
    });
    this.#connected = parts.connections.onDidChange(() => {
      if (parts.connections.current) page.emit('changed', 'connection');
    });
  }

  readonly handlers: PageHandlers<FolderContract> = {
    start: () => ({
      folder: vscode.workspace.asRelativePath(this.#folder),
      form: this.#form(),
      run: this.#run.view,
      ...(this.#plan && { plan: planView(this.#plan, this.#run) }),
    }),
    workspaces: () => this.#parts.workspaces.choices(),
    keep: async (form) => {
      await this.#drafts.keep(this.#input.folder, form);
      return null;
    },
    plan: ({ workspace, below }, { signal, progress }) => this.#makePlan(workspace, below, signal, progress),
    difference: async (key) => {
      await this.#showDifference(key);
      return null;
    },
    apply: async ({ keys, confirmation }) => {
      await this.#apply(keys, confirmation);
      return null;
    },
    stop: () => {
      this.#run.stop();
      return null;
    },
    report: async () => {
      await this.#showReport();
      return null;
    },
    remedy: async (label) => {
      await this.#run.runRemedy(label);
      return null;
    },
    open: async (link) => {
      if (link === 'log') this.#parts.log.show();
      else if (link === 'studio') await this.#openStudio();
      else await vscode.commands.executeCommand(link === 'signIn' ? 'synapse.signIn' : 'synapse.openSample');
      return null;
    },
  };

  dispose(): void {
    this.#connected.dispose();
    // What goes on is finished, so that the workspace is not left between two states; its end is told where people look.
    if (this.#run.isGoing) this.#tellEnd();
  }

  #form(): FolderForm {
    const { folder, target } = this.#input;
    const before = this.#drafts.of(folder) ?? { below: '', removeExtras: false };
    // Deleting is chosen anew each time.
    return {
      ...before,
      removeExtras: false,
      ...(target && { workspace: target.workspace, below: target.folder }),
    };
  }

  async #makePlan(
    workspace: string,
    below: string,
    signal: AbortSignal,
    onRead: (count: number) => void,
  ): Promise<PlanView> {
    if (this.#run.isGoing && this.#plan) return planView(this.#plan, this.#run);
    const place = await this.#parts.workspaces.find(workspace);
    const store = scriptsOf(place.connection).of(place);
    const plan = await planOf(this.#folder, { store, below, signal, onRead });
    this.#plan = plan;
    this.#run.reset();
    return planView(plan, this.#run);
  }

  async #apply(keys: readonly string[], confirmation: string): Promise<void> {
    const plan = this.#plan;
    if (!plan || this.#run.isGoing || this.#preparing) return;
    const rows = keys.map((key) => plan.rows.get(key)).filter((row) => row !== undefined);
    const { workspaceName } = plan.store.place.workspace;
    if (rows.some(({ action }) => action === 'remove') && confirmation !== workspaceName) {
      throw new Error(vscode.l10n.t('Type the workspace’s name to confirm that scripts are deleted.'));
    }
    this.#preparing = true;
    try {
      const right = await this.#stillRight(plan, rows);
      // Not waited for: the page is told how it goes, and may be hidden and shown meanwhile.
      void this.#run.apply(plan.store, right);
    } finally {
      this.#preparing = false;
    }
  }

  /** The rows that may be sent: those that an older plan says the same of. What else has happened is told. */
  async #stillRight(plan: FolderPlan, rows: readonly ScriptRow[]): Promise<ScriptRow[]> {
    const tried = rows.some(({ key }) => this.#run.progressOf(key) !== undefined);
    if (!tried && Date.now() - plan.madeAt < FRESH_FOR_MS) return [...rows];
    const { store, below } = plan;
    const now = await planOf(this.#folder, { store, below, signal: new AbortController().signal });
    this.#plan = now;
    const right: ScriptRow[] = [];
    for (const row of rows) {
      const other = now.rows.get(row.key);
      if (doesTheSame(row, other)) right.push(row);
      else if (other?.action === 'unchanged' || (row.action === 'remove' && !other)) {
        this.#run.settle(row.key, vscode.l10n.t('It is so already.'));
      } else {
        this.#run.refuse(
          row.key,
          vscode.l10n.t('It has changed since the plan was made. Look at it, and publish again.'),
        );
      }
    }
    this.#page.emit('plan', planView(now, this.#run));
    return right;
  }

  async #showDifference(key: string): Promise<void> {
    const row = this.#plan?.rows.get(key);
    if (!row) return;
    const { wanted, present } = row;
    const name = present?.name ?? wanted?.name ?? '';
    const left = this.#parts.compared.add(name, present?.query ?? '');
    const isSql = wanted !== undefined && wanted.document === undefined;
    const right = isSql
      ? vscode.Uri.joinPath(this.#folder, wanted.path)
      : this.#parts.compared.add(name, wanted?.query ?? '');
    await showDifference(left, right, vscode.l10n.t('{0}: published ↔ {1}', name, wanted?.path ?? '—'));
  }

  async #showReport(): Promise<void> {
    if (!this.#plan) return;
    const { workspaceName } = this.#plan.store.place.workspace;
    const view = planView(this.#plan, this.#run);
    const folder = vscode.workspace.asRelativePath(this.#folder);
    const content = reportOf(view.rows, { folder, workspaceName });
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document, { preview: false });
  }

  async #openStudio(): Promise<void> {
    const place = this.#plan?.store.place;
    const studio = place?.connection.cloud.studio;
    if (place && studio !== undefined) {
      await openUrl(`${studio}/?workspace=${encodeURIComponent(place.workspace.id)}`);
    }
  }

  #tellEnd(): void {
    this.#run.onEnd((words) => {
      void vscode.window
        .showInformationMessage(words, vscode.l10n.t('Show report'))
        .then((answer) => (answer === undefined ? undefined : this.#showReport()));
    });
  }
}
