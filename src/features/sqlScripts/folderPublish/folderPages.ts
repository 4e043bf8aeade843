import * as vscode from 'vscode';
import { PagePanels } from '../../../platform/pages/pagePanels.ts';
import type { PublishParts } from '../publishing/publishParts.ts';
import { type FolderContract, folderContract } from './contract.ts';
import { folderPageType } from './contributions.ts';
import { FolderPageSession } from './folderSession.ts';
import { folderTexts } from './folderTexts.ts';

/** The pages that publish folders: one for each folder. */
export class FolderPages implements vscode.Disposable {
  readonly #panels: PagePanels<FolderContract>;

  constructor(parts: PublishParts) {
    this.#panels = new PagePanels<FolderContract>(parts, {
      viewType: folderPageType,
      contract: folderContract,
      file: 'folderPage',
      icon: 'publish',
      texts: folderTexts,
      titleOf: ({ folder }) => vscode.l10n.t('Publish {0}', nameOf(folder)),
      keyOf: ({ folder }) => folder,
      session: (input, page) => new FolderPageSession(parts, input, page),
    });
  }

  /** Opens the page for a folder; without one the workspace's folder is taken, or one of several is asked for. */
  async publish(folder: vscode.Uri | undefined): Promise<void> {
    const chosen = folder ?? (await chosenFolder());
    if (chosen) this.#panels.show({ folder: chosen.toString() });
  }

  publishTo(folder: vscode.Uri, target: { readonly workspace: string; readonly folder: string }): void {
    this.#panels.show({ folder: folder.toString(), target });
  }

  readonly restore = (panel: vscode.WebviewPanel, state: unknown): void => {
    this.#panels.restore(panel, state);
  };

  dispose(): void {
    this.#panels.dispose();
  }
}

function nameOf(folder: string): string {
  return vscode.Uri.parse(folder).path.replace(/\/$/u, '').split('/').at(-1) ?? folder;
}

async function chosenFolder(): Promise<vscode.Uri | undefined> {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  const folders = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Publish folder to workspace'),
    openLabel: vscode.l10n.t('Publish…'),
    canSelectFiles: false,
    canSelectFolders: true,
    ...(first && { defaultUri: first.uri }),
  });
  return folders?.[0];
}
