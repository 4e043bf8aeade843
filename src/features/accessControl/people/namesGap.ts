import { AzureError } from '../../../azure/azureError.ts';
import { NoGraphError } from '../../../azure/cloud.ts';
import { SignInNeededError } from '../../../azure/tokenSource.ts';
import type { NamesGap } from '../model/principal.ts';

/**
 * Why Microsoft Graph told no names. No token means that the client may not ask: without the user no source of tokens
 * can tell a consent that is missing from a sign-in that is (VS Code's answers nothing in both cases).
 */
export function gapOf(error: unknown): NamesGap {
  if (error instanceof SignInNeededError) return { reason: 'consent', error };
  if (error instanceof NoGraphError) return { reason: 'absent', error };
  const isRefused = error instanceof AzureError && (error.status === 401 || error.status === 403);
  return { reason: isRefused ? 'refused' : 'unreachable', error };
}

/** Microsoft Graph answered without the names: the caller may not read objects of that kind. */
export class NamesWithheldError extends Error {
  override readonly name = 'NamesWithheldError';

  constructor() {
    super('Microsoft Graph told ids without names: this account may not read them.');
  }
}
