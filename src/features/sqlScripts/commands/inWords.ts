import * as vscode from 'vscode';
import { withRoles } from '../files/roleWords.ts';
import { ScriptConflict } from '../scripts/scriptStore.ts';

/** An error as it is told to people: conflicts in words of ours, refusals with the roles that would help. */
export function inWords(error: unknown): unknown {
  if (!(error instanceof ScriptConflict)) return withRoles(error);
  return new Error(
    vscode.l10n.t(
      'Somebody else has changed “{0}” at the same time. Nothing was overwritten; try again.',
      error.script,
    ),
    { cause: error },
  );
}
