import * as vscode from 'vscode';
import { type CommandHandler, onArguments } from '../../platform/commands/commandHandler.ts';
import type { RegisterFeature } from '../../platform/featureParts.ts';
import type { RestConsole } from './console.ts';
import { restConsoleContributions } from './contributions.ts';

export type ConsoleCommand = keyof (typeof restConsoleContributions)['commands'];

/** The REST console. All but this is loaded with the first of its commands, or the first document of requests. */
export const registerRestConsole: RegisterFeature = (parts) => {
  let loaded: Promise<RestConsole> | undefined;
  const load = (): Promise<RestConsole> =>
    (loaded ??= import('./console.ts').then(({ RestConsole: Console }) => new Console(parts)));
  const look = ({ languageId }: vscode.TextDocument): void => {
    if (languageId === 'synapse-http') void load();
  };
  vscode.workspace.textDocuments.forEach(look);
  const ids = Object.keys(restConsoleContributions.commands) as ConsoleCommand[];
  const handlers = ids.map((id) => [
    id,
    onArguments(async (subject, index) => {
      await (await load()).run[id](subject, index);
    }),
  ]);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    {
      dispose: () =>
        void loaded?.then((console) => {
          console.dispose();
        }),
    },
    // The one cast: `RestConsole.run` is held to have every command, by its type.
    parts.commands.register(
      restConsoleContributions,
      () => Promise.resolve(Object.fromEntries(handlers) as Readonly<Record<ConsoleCommand, CommandHandler>>),
    ),
  );
};
