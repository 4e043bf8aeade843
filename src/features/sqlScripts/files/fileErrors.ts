import * as vscode from 'vscode';
import { AzureError } from '../../../azure/azureError.ts';
import { SignInNeededError } from '../../../azure/tokenSource.ts';
import { errorWords } from '../../../platform/errors/errorWords.ts';
import { plainText } from '../../../platform/plainText.ts';
import { ScriptConflict } from '../scripts/scriptStore.ts';
import { ScriptElsewhere } from './openScripts.ts';
import { roleAdvice } from './roleWords.ts';

/** An error as VS Code's file service tells it to people: its kind decides what editors do, its message is shown. */
export function fileError(error: unknown): Error {
  if (error instanceof vscode.FileSystemError) return error;
  if (error instanceof ScriptElsewhere) return vscode.FileSystemError.FileNotFound(error.message);
  if (error instanceof ScriptConflict) {
    return vscode.FileSystemError.Unavailable(
      vscode.l10n.t('Somebody else has published this script in the meantime. Save again to compare both.'),
    );
  }
  const { summary, advice } = errorWords(error);
  const message = plainText([summary, roleAdvice(error) ?? advice].filter((part) => part !== undefined).join(' '));
  if (error instanceof SignInNeededError) return vscode.FileSystemError.NoPermissions(message);
  if (!(error instanceof AzureError)) return vscode.FileSystemError.Unavailable(message);
  switch (error.status) {
    case 404:
      return vscode.FileSystemError.FileNotFound(message);
    case 401:
    case 403:
      return vscode.FileSystemError.NoPermissions(message);
    default:
      return vscode.FileSystemError.Unavailable(message);
  }
}
