import * as vscode from 'vscode';
import type { Connections } from './connections.ts';

/** The settings that decide which cloud a source connects to, and what the sample holds. */
const deciding = ['synapse.cloud', 'synapse.customCloud', 'synapse.sample', 'microsoft-sovereign-cloud'];

/**
 * What rows are remembered by: the source of the connection in use, or of the one being made, and the settings that
 * choose its cloud. It is known before the connection stands, without loading anything, and undefined when there is none.
 */
export function connectionScope(connections: Connections): () => string | undefined {
  let scope = scopeOf(connections);
  // Settings count from the next connection on. The connections' own emitter ends this listener.
  connections.onDidChange(() => {
    scope = scopeOf(connections);
  });
  return () => scope;
}

function scopeOf({ source }: Connections): string | undefined {
  if (source === undefined) return undefined;
  const settings = vscode.workspace.getConfiguration();
  return JSON.stringify([source, ...deciding.map((name) => settings.get<unknown>(name) ?? null)]);
}
