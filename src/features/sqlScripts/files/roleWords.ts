import * as vscode from 'vscode';
import { AzureError } from '../../../azure/azureError.ts';
import { missingRight, scriptActions, scriptRoles } from '../scripts/scriptRoles.ts';

/** Which roles would have let the caller do what the service refused; undefined for every other error. */
export function roleAdvice(error: unknown): string | undefined {
  const right = missingRight(error);
  if (right === undefined) return undefined;
  const roles = scriptRoles(right).join(', ');
  const action = scriptActions[right];
  // Where the service names what is missing, it need not be said twice.
  return error instanceof Error && error.message.includes(action)
    ? vscode.l10n.t('One of these roles is needed: {0}.', roles)
    : vscode.l10n.t('One of these roles is needed ({0}): {1}.', action, roles);
}

/** The error, with the roles in its message where it is a missing one. */
export function withRoles(error: unknown): unknown {
  const advice = roleAdvice(error);
  if (advice === undefined || !(error instanceof AzureError)) return error;
  return Object.assign(new AzureError(error, { cause: error }), { message: `${error.message} ${advice}` });
}
