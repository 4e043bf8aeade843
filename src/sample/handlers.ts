import * as vscode from 'vscode';
import { plain } from '../platform/commands/commandHandler.ts';
import type { HandlersOf } from '../platform/commands/commands.ts';
import type { Connections } from '../platform/connections.ts';
import type { sampleContributions } from './contributions.ts';

export function sampleHandlers(connections: Connections, viewId: string): HandlersOf<typeof sampleContributions> {
  return {
    'synapse.openSample': plain(async () => {
      await connections.connect('sample', 'no');
      await vscode.commands.executeCommand(`${viewId}.focus`);
    }),
  };
}
