import * as vscode from 'vscode';
import { SignInNeededError } from '../../../azure/tokenSource.ts';
import type { Connection } from '../../../platform/connection.ts';
import { isClientRefused } from '../../../platform/errors/entraCodes.ts';
import type { NamesGap } from '../model/principal.ts';

/** Why names are missing, as one sentence, and what that means. */
export function gapWords({ reason }: NamesGap): string {
  switch (reason) {
    case 'consent':
      return vscode.l10n.t(
        'Names are missing, because this tenant has not allowed Microsoft Graph to be asked. Everything works with object ids.',
      );
    case 'refused':
      return vscode.l10n.t(
        'Names are missing, because your account may not read them from Microsoft Graph. Everything works with object ids.',
      );
    case 'unreachable':
      return vscode.l10n.t(
        'Names are missing, because Microsoft Graph did not answer. Everything works with object ids.',
      );
    case 'absent':
      return vscode.l10n.t(
        'Names are missing, because this cloud has no Microsoft Graph. Everything works with object ids.',
      );
  }
}

/** The same in a few words, for what is narrow. */
export function shortGapWords({ reason }: NamesGap): string {
  switch (reason) {
    case 'consent':
      return vscode.l10n.t('Microsoft Graph may not be asked');
    case 'refused':
      return vscode.l10n.t('Microsoft Graph does not tell them');
    case 'unreachable':
      return vscode.l10n.t('Microsoft Graph did not answer');
    case 'absent':
      return vscode.l10n.t('This cloud has no Microsoft Graph');
  }
}

/** A way to get names, as a button or a link. */
export interface GapRemedy {
  readonly label: string;
  /** @returns whether it is worth asking again at once */
  readonly run: () => Promise<boolean>;
}

/**
 * What may help. Consent is asked for by a sign-in, unless the tenant has refused the client as such; another client, or
 * another credential for Microsoft Graph alone, can have what this one lacks.
 */
export function gapRemedies({ reason, error }: NamesGap, connection: Connection): GapRemedy[] {
  if (reason === 'absent') return [];
  const again = { label: vscode.l10n.t('Try again'), run: () => Promise.resolve(true) };
  if (reason === 'unreachable') return [again];
  const consent = {
    label: vscode.l10n.t('Give consent…'),
    run: async () => {
      if (error instanceof SignInNeededError) await connection.signIn(error.request);
      return true;
    },
  };
  const otherClient = {
    label: vscode.l10n.t('Choose another client…'),
    run: async () => {
      await vscode.commands.executeCommand('synapse.chooseCredential');
      return false;
    },
  };
  const mayConsent = error instanceof SignInNeededError && !isFinal(error.message);
  return [...(mayConsent ? [consent] : []), otherClient, again];
}

/** Of the refusals of a client, AADSTS65001 alone is one that a person's consent can end. */
function isFinal(message: string): boolean {
  return isClientRefused(message) && !message.includes('AADSTS65001');
}
