import * as vscode from 'vscode';
import { plain } from '../platform/commands/commandHandler.ts';
import type { Commands } from '../platform/commands/commands.ts';
import type { Connections } from '../platform/connections.ts';
import { sampleContributions } from './contributions.ts';

export interface SampleParts {
  readonly commands: Commands;
  readonly connections: Connections;
  readonly viewId: string;
}

export function registerSample({ commands, connections, viewId }: SampleParts): vscode.Disposable {
  return commands.register(sampleContributions, {
    'synapse.openSample': plain(async () => {
      await connections.connect('sample', 'no');
      await vscode.commands.executeCommand(`${viewId}.focus`);
    }),
  });
}
