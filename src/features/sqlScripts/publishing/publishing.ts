import * as vscode from 'vscode';
import type { Target } from '../../../platform/commands/commandHandler.ts';
import type { FeatureParts } from '../../../platform/featureParts.ts';
import type { TreeNode } from '../../../platform/tree/treeNode.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { addressOfScript } from '../commands/scriptTarget.ts';
import type { InFolder } from '../contributions.ts';
import { uriOfScript } from '../files/scriptPlace.ts';
import { downloadFolder } from '../folderPublish/downloadFolder.ts';
import { FolderPages } from '../folderPublish/folderPages.ts';
import { PublishPages } from '../publishPage/publishPages.ts';
import type { SqlScript } from '../scripts/sqlScript.ts';
import { ComparedTexts } from './comparedTexts.ts';
import type { PublishParts } from './publishParts.ts';
import { Workspaces } from './workspaces.ts';

/** What the commands of publishing do. */
export class Publishing implements vscode.Disposable {
  readonly files: PublishPages;
  readonly folders: FolderPages;
  readonly #disposables: vscode.Disposable;

  constructor({ model, connections, errors, log, context }: FeatureParts) {
    const compared = new ComparedTexts();
    const parts: PublishParts = {
      extensionUri: context.extensionUri,
      workspaces: new Workspaces({ model, connections }),
      compared,
      connections,
      errors,
      log,
      memory: context.workspaceState,
    };
    this.files = new PublishPages(parts);
    this.folders = new FolderPages(parts);
    this.#disposables = vscode.Disposable.from(compared, this.files, this.folders);
  }

  async publishFile(file: vscode.Uri | undefined): Promise<void> {
    await this.files.publish(file);
  }

  /** A script that is published, to publish it elsewhere or with other properties. */
  publishNode({ data }: Target): void {
    // The command's targets name scripts only.
    const { workspace, script } = data as InWorkspace & { readonly script: SqlScript };
    const source = uriOfScript(addressOfScript({ workspace }, script));
    this.files.publishTo(source, { workspace: workspace.id, folder: script.folder });
  }

  async publishFolder(folder: vscode.Uri | undefined): Promise<void> {
    await this.folders.publish(folder);
  }

  /** Asks for a file or a folder, and publishes it to where the command was chosen. */
  async publishHere({ data }: Target): Promise<void> {
    const { workspace, folder } = data as InFolder;
    const chosen = await askForSource();
    if (!chosen) return;
    const target = { workspace: workspace.id, folder };
    if (((await vscode.workspace.fs.stat(chosen)).type & vscode.FileType.Directory) !== 0) {
      this.folders.publishTo(chosen, target);
    } else this.files.publishTo(chosen, target);
  }

  async download({ data }: TreeNode): Promise<void> {
    await downloadFolder(data as InFolder);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

/** Most systems' dialogs take files or folders, not both; so what is wanted is asked first. */
async function askForSource(): Promise<vscode.Uri | undefined> {
  const file = vscode.l10n.t('A file…');
  const folder = vscode.l10n.t('A folder…');
  const kind = await vscode.window.showQuickPick([{ label: file }, { label: folder }], {
    placeHolder: vscode.l10n.t('What is to be published here?'),
  });
  if (!kind) return undefined;
  const isFolder = kind.label === folder;
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Publish'),
    openLabel: vscode.l10n.t('Publish…'),
    canSelectFiles: !isFolder,
    canSelectFolders: isFolder,
    ...(!isFolder && { filters: { SQL: ['sql'] } }),
  });
  return chosen?.[0];
}
