import * as vscode from 'vscode';
import { OneAccountAtATime } from './oneAccountAtATime.ts';
import type { ProviderId } from './providerId.ts';

/** One for all, because what it works around is one for all of VS Code's extension host. */
const questions = new OneAccountAtATime();

/** The session of one account, if it can be had without asking the user. @throws what VS Code or the provider throws */
export async function silentSession(
  providerId: ProviderId,
  wanted: readonly string[] | vscode.AuthenticationWwwAuthenticateRequest,
  account: vscode.AuthenticationSessionAccountInformation,
): Promise<vscode.AuthenticationSession | undefined> {
  return await questions.ask(JSON.stringify([providerId, wanted]), account.id, () =>
    vscode.authentication.getSession(providerId, wanted, { silent: true, account }),
  );
}
