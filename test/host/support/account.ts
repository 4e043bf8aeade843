import * as vscode from 'vscode';
import { replaceMember } from './replaceMember.ts';

/** A call that VS Code made to the substitute for its `microsoft` account provider. */
export interface ProviderCall {
  readonly call: string;
  readonly scopes: readonly string[];
  readonly tenant: string;
}

/** Steers the substitute for VS Code's accounts, see test/substitutes/microsoft-authentication. */
export const account = {
  /** @param tenantId One more tenant to be signed in to; without it the account's own. */
  signIn: (tenantId?: string) => command<undefined>('signIn', tenantId),
  signOut: () => command<undefined>('signOut'),
  /** Until somebody signs in, there is no silent session for the tenant. */
  refuseTenant: (tenantId: string) => command<undefined>('refuseTenant', tenantId),
  /** Whether every look for a token comes with the news that sessions have changed. */
  setNoisy: (noisy: boolean) => command<undefined>('setNoisy', noisy),
  /** What the provider was asked since the last time. */
  takeCalls: () => command<ProviderCall[]>('calls'),
};

/**
 * Stands in for the person whom VS Code asks before it lets the extension use an account: VS Code itself shows no dialogs
 * in tests.
 *
 * @param signIn What the person does, once asked.
 * @returns what puts VS Code's own way back
 */
export function agreeToSignIn(signIn?: (question: unknown) => Promise<void>): Disposable {
  const getSession = vscode.authentication.getSession as (...args: unknown[]) => Promise<unknown>;
  return replaceMember(
    vscode.authentication,
    'getSession',
    async (provider: string, request: unknown, options: vscode.AuthenticationGetSessionOptions) => {
      if (options.silent === true) return await getSession(provider, request, options);
      await signIn?.({ provider, request, options });
      return await getSession(provider, request, { silent: true });
    },
  );
}

async function command<Result>(name: string, ...args: unknown[]): Promise<Result> {
  return await vscode.commands.executeCommand<Result>(`substituteMicrosoft.${name}`, ...args);
}
