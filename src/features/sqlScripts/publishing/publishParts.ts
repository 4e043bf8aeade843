import type * as vscode from 'vscode';
import type { Connections } from '../../../platform/connections.ts';
import type { ErrorPresenter } from '../../../platform/errors/errorPresenter.ts';
import type { ComparedTexts } from './comparedTexts.ts';
import type { Workspaces } from './workspaces.ts';

/** What both ways of publishing are made of. */
export interface PublishParts {
  readonly extensionUri: vscode.Uri;
  readonly workspaces: Workspaces;
  readonly compared: ComparedTexts;
  readonly connections: Connections;
  readonly errors: ErrorPresenter;
  readonly log: vscode.LogOutputChannel;
  readonly memory: vscode.Memento;
}
