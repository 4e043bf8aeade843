import type * as vscode from 'vscode';
import type { Changes } from './changes/changes.ts';
import type { Commands } from './commands/commands.ts';
import type { EntryPicker } from './commands/entryPicker.ts';
import type { Connections } from './connections.ts';
import type { ErrorPresenter } from './errors/errorPresenter.ts';
import type { RecentErrors } from './recentErrors.ts';
import type { ExplorerTree } from './tree/explorerTree.ts';
import type { TreeModel } from './tree/treeModel.ts';

/** What every feature is made of; each takes what it needs. */
export interface FeatureParts {
  readonly context: Pick<
    vscode.ExtensionContext,
    'extension' | 'extensionUri' | 'globalState' | 'workspaceState' | 'secrets' | 'globalStorageUri'
  >;
  readonly tree: ExplorerTree;
  readonly model: TreeModel;
  readonly commands: Commands;
  readonly picker: EntryPicker;
  readonly connections: Connections;
  readonly changes: Changes;
  readonly errors: ErrorPresenter;
  readonly recent: RecentErrors;
  readonly log: vscode.LogOutputChannel;
}

/** Registers a feature's commands and whatever else it needs from the start. It loads and reads nothing. */
export type RegisterFeature = (parts: FeatureParts) => vscode.Disposable;
