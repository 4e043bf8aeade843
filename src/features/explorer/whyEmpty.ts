import * as vscode from 'vscode';
import type { Discovered } from './discovered.ts';
import type { ExplorerFilter } from './explorerFilter.ts';

/**
 * Why a connection shows no rows: the value of the context key `synapse.empty`, which the welcome views ask for. Empty
 * text while it is not known, and when there are rows.
 */
export type WhyEmpty = '' | 'signIn' | 'hidden' | 'noWorkspaces' | 'noSubscriptions';

/** Why nothing of what was read is shown. A choice of the user's comes first: undoing it may be all that is needed. */
export function whyNothingShows(discovered: Discovered, filter: ExplorerFilter, signInNeeded: boolean): WhyEmpty {
  if (signInNeeded) return 'signIn';
  if (filter.isActive(discovered.connection.cloud)) return 'hidden';
  return discovered.parts.some(({ found }) => found.length > 0) ? 'noWorkspaces' : 'noSubscriptions';
}

/** VS Code gets it before the rows (messages keep their order), so that no wrong welcome view shows for a moment. */
export function tellWhyEmpty(why: WhyEmpty): void {
  void vscode.commands.executeCommand('setContext', 'synapse.empty', why);
}
