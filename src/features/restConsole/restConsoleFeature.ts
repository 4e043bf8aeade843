import * as vscode from 'vscode';
import type { RegisterFeature } from '../../platform/featureParts.ts';
import type { RestConsole } from './console.ts';
import { restConsoleContributions } from './contributions.ts';

/** The REST console. All but this is loaded with the first of its commands, or the first document of requests. */
export const registerRestConsole: RegisterFeature = (parts) => {
  let loaded: Promise<RestConsole> | undefined;
  const load = (): Promise<RestConsole> =>
    (loaded ??= import('./console.ts').then(({ RestConsole: Console }) => new Console(parts)));
  const look = ({ languageId }: vscode.TextDocument): void => {
    if (languageId === 'synapse-http') void load();
  };
  vscode.workspace.textDocuments.forEach(look);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    { dispose: () => void loaded?.then((console) => console.dispose()) },
    parts.commands.register(restConsoleContributions, async () => (await load()).handlers),
  );
};
