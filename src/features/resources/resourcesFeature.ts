import * as vscode from 'vscode';
import type { Commands } from '../../platform/commands/commands.ts';
import type { Connections } from '../../platform/connections.ts';
import type { NodeKind } from '../../platform/contributions/declarations.ts';
import { resourceContributions } from './contributions.ts';
import { PropertiesDocuments } from './propertiesDocuments.ts';
import type { PropertiesReader } from './public.ts';

export interface ResourcesParts {
  readonly commands: Commands;
  readonly connections: Connections;
  readonly readers: () => Promise<readonly PropertiesReader[]>;
  /** What the palette asks for when one of these commands is run without a node. */
  readonly askFor: NodeKind;
}

/** The commands that work on any resource of the tree. */
export function registerResources({ commands, connections, readers, askFor }: ResourcesParts): vscode.Disposable {
  const documents = new PropertiesDocuments(connections, readers);
  return vscode.Disposable.from(
    documents,
    commands.register(resourceContributions, async () =>
      (await import('./handlers.ts')).resourceHandlers({ connections, documents, askFor }),
    ),
  );
}
