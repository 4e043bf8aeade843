import type * as vscode from 'vscode';
import type { Commands } from '../platform/commands/commands.ts';
import type { Connections } from '../platform/connections.ts';
import { sampleContributions } from './contributions.ts';

export interface SampleParts {
  readonly commands: Commands;
  readonly connections: Connections;
  readonly viewId: string;
}

export function registerSample({ commands, connections, viewId }: SampleParts): vscode.Disposable {
  return commands.register(sampleContributions, async () =>
    (await import('./handlers.ts')).sampleHandlers(connections, viewId),
  );
}
