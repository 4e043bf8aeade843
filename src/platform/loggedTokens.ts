import * as vscode from 'vscode';
import type { TokenSource } from '../azure/tokenSource.ts';
import { errorWords } from './errors/errorWords.ts';
import type { RecentErrors } from './recentErrors.ts';

/** Prints why there was no token: no request is sent then, so no line of a request tells. What is cancelled says nothing. */
export function loggedTokens(tokens: TokenSource, channel: vscode.LogOutputChannel, recent: RecentErrors): TokenSource {
  return {
    async getToken(request) {
      try {
        return await tokens.getToken(request);
      } catch (error) {
        if (request.signal?.aborted !== true) {
          const { summary, facts } = errorWords(error);
          const line = [vscode.l10n.t('No token: {0}', summary), ...facts].join(' · ');
          channel.warn(line);
          recent.add(line);
        }
        throw error;
      }
    },
  };
}
