import * as vscode from 'vscode';
import type { Connections } from '../../../platform/connections.ts';
import type { OpenPage, PageSession } from '../../../platform/pages/pagePanels.ts';
import type { PageHandlers } from '../../../platform/pages/pageServer.ts';
import { exportAssignments } from '../exportAssignments.ts';
import type { InputOfRoles, RolesContract } from './contract.ts';
import { importDraft } from './desk/importDraft.ts';
import type { RolesDesk } from './desk/rolesDesk.ts';
import { ImportError, type ImportKind, mostImportBytes } from '../roles/files/importFile.ts';
import { importError } from './importWords.ts';
import { rolesReport } from './rolesReport.ts';
import type { DeskWords } from './desk/deskWords.ts';

export interface RolesSessionParts {
  readonly desk: RolesDesk;
  readonly input: InputOfRoles;
  readonly words: DeskWords;
  readonly connections: Connections;
  readonly log: vscode.LogOutputChannel;
  /** Called when the page is gone. */
  readonly onClosed: () => void;
}

/** A page of role assignments at its desk: what needs VS Code, its dialogs and its editors, is done here. */
export class RolesPageSession implements PageSession<RolesContract> {
  readonly handlers: PageHandlers<RolesContract>;
  readonly #parts: RolesSessionParts;
  readonly #connected: vscode.Disposable;

  constructor(parts: RolesSessionParts, page: OpenPage<RolesContract>) {
    this.#parts = parts;
    const { desk, connections } = parts;
    desk.tell = (name, value) => {
      page.emit(name, value);
    };
    this.#connected = connections.onDidChange(() => {
      if (!connections.current) return;
      desk.forget();
      page.emit('changed', 'connection');
    });
    this.handlers = {
      ...desk.handlers,
      report: async () => {
        await showReport(desk, parts.input.name);
        return null;
      },
      exportTo: async (format, { signal }) => {
        await this.#export(format, signal);
        return null;
      },
      importFrom: ({ removeOthers }, { signal }) => this.#import(removeOthers, signal),
      open: async (what) => {
        if (what === 'log') parts.log.show();
        else await vscode.commands.executeCommand('synapse.signIn');
        return null;
      },
    };
  }

  dispose(): void {
    this.#connected.dispose();
    this.#parts.desk.tell = () => undefined;
    this.#parts.onClosed();
  }

  async #export(kind: ImportKind, signal: AbortSignal): Promise<void> {
    const { desk, input } = this.#parts;
    const { place } = await desk.opened(signal);
    await exportAssignments(place.access.place, { kind, ...(input.item && { item: input.item }) });
  }

  async #import(
    removeOthers: boolean,
    signal: AbortSignal,
  ): Promise<{ file: string; draft: RolesDesk['draft']; problems: string[] } | null> {
    const { desk, words } = this.#parts;
    const chosen = await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import wanted assignments'),
      openLabel: vscode.l10n.t('Import'),
      canSelectMany: false,
      filters: { [vscode.l10n.t('Role assignments')]: ['json', 'csv'] },
    });
    const [file] = chosen ?? [];
    if (!file) return null;
    const { place, book } = await desk.opened(signal);
    const kind = file.path.toLowerCase().endsWith('.csv') ? 'csv' : 'json';
    try {
      const { size } = await vscode.workspace.fs.stat(file);
      if (size > mostImportBytes) throw new ImportError({ why: 'tooLarge', bytes: size });
      const bytes = await vscode.workspace.fs.readFile(file);
      const { draft: wished, scope } = desk;
      const options = { kind, place, book, draft: wished, removeOthers, scope, words, signal } as const;
      const { draft, problems } = await importDraft(bytes, options);
      return { file: vscode.workspace.asRelativePath(file), draft, problems };
    } catch (error) {
      throw importError(error);
    }
  }
}

/** Opens what was done, failed and left as a document. */
export async function showReport(desk: RolesDesk, workspaceName: string): Promise<void> {
  const rows = desk.planView?.rows ?? [];
  const nameOf = (id: string): string => desk.known(id)?.displayName ?? id;
  const content = rolesReport(rows, { workspaceName, nameOf });
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
}
