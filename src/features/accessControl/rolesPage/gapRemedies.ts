import * as vscode from 'vscode';
import { SignInNeededError } from '../../../azure/tokenSource.ts';
import type { Connections } from '../../../platform/connections.ts';
import type { ExplainedError } from '../../../platform/errors/errorPresenter.ts';
import type { NamesGap } from '../model/principal.ts';
import { gapWords } from './rolesWords.ts';

/** Why names are missing, with the ways out: consent, where somebody can be asked for it, or a client of one's own. */
export function explainGap(gap: NamesGap, connections: Connections): ExplainedError {
  const { error } = gap;
  const consent =
    error instanceof SignInNeededError
      ? [
          {
            label: vscode.l10n.t('Sign in or give consent…'),
            run: async () => {
              await connections.current?.signIn(error.request);
            },
          },
        ]
      : [];
  const settings = {
    label: vscode.l10n.t('Use a client id of your own…'),
    run: async () => {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'synapse.clientId');
    },
  };
  return { words: gapWords(gap), remedies: gap.reason === 'unreachable' ? [] : [...consent, settings] };
}
