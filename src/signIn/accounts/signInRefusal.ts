import * as vscode from 'vscode';
import { SignInNeededError } from '../../azure/tokenSource.ts';
import { entraCode } from '../../platform/errors/entraCodes.ts';
import { entraReason } from '../entraReason.ts';

/** Whether somebody has turned away from a sign-in. Neither VS Code's own question nor the provider's pages have a code for it. */
export function isTurnedAway(error: unknown): boolean {
  return (
    error instanceof Error && entraCode(error.message) === undefined && /did not consent|cancel/iu.test(error.message)
  );
}

/** What a sign-in that did not work is thrown on as: cancelled, or with Entra's reason and what was asked for. */
export function signInFailure(request: SignInNeededError['request'], error: unknown): Error {
  if (isTurnedAway(error)) return new vscode.CancellationError();
  return new SignInNeededError(request, entraReason(error), { cause: error });
}
