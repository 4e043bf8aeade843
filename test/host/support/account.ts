import * as vscode from 'vscode';
import { replaceMember } from './replaceMember.ts';

/** A call that VS Code made to the substitute for its `microsoft` account provider. */
export interface ProviderCall {
  readonly call: string;
  readonly scopes: readonly string[];
  /** The one that the scopes name. */
  readonly tenant?: string;
  /** The label of the account that was asked for. */
  readonly account?: string;
  readonly challenges: readonly { readonly scheme: string; readonly params: Readonly<Record<string, string>> }[];
}

export interface Account {
  readonly id: string;
  readonly label: string;
  /** Its own; that of the emulator's user by default. */
  readonly tenant?: string;
}

/** What there is no silent session for. */
export interface Refusal {
  /** Id of an account. */
  readonly account?: string;
  readonly tenant?: string;
  readonly audience?: string;
  /** What Entra says, if it says anything. */
  readonly error?: string;
}

export interface SignIn {
  readonly account?: Account;
  readonly scopes?: readonly string[];
  /** As a challenge holds them: base64. */
  readonly claims?: string;
}

/** What a person is asked by VS Code on behalf of the extension. */
export interface Question {
  readonly provider: string;
  readonly request: readonly string[] | vscode.AuthenticationWwwAuthenticateRequest;
  readonly options: vscode.AuthenticationGetSessionOptions;
}

/** The scopes that a question is about. */
export function scopesIn({ request }: Question): readonly string[] {
  return 'wwwAuthenticate' in request ? (request.fallbackScopes ?? []) : request;
}

/** The account that the substitute has by default. */
export const firstAccount: Account = { id: 'substitute-account', label: 'tester@contoso.example' };

/** Steers the substitute for VS Code's accounts, see test/substitutes/microsoft-authentication. */
export const account = {
  signIn: (signIn: SignIn = {}) => command<undefined>('signIn', signIn),
  /** @param accountId All accounts by default, and whatever was refused. */
  signOut: (accountId?: string) => command<undefined>('signOut', accountId),
  /** From now on every token is a new one, but VS Code is not told. */
  forgetTokens: () => command<undefined>('forgetTokens'),
  /** Until somebody signs in to just that, there is no silent session. */
  refuse: (refusal: Refusal) => command<undefined>('refuse', refusal),
  /** Whether every look for sessions comes with the news that sessions have changed. */
  setNoisy: (noisy: boolean) => command<undefined>('setNoisy', noisy),
  /** Whether claims challenges can be satisfied without a person. */
  setSilentChallenges: (silent: boolean) => command<undefined>('setSilentChallenges', silent),
  /** What the provider was asked since the last time. */
  takeCalls: () => command<ProviderCall[]>('calls'),
  /** Every token that was ever handed out. */
  tokens: () => command<string[]>('tokens'),
};

/**
 * Stands in for the person whom VS Code asks before it lets the extension use an account: VS Code itself shows no dialogs
 * in tests.
 *
 * @param signIn What the person does, once asked; what it throws is what VS Code tells the extension.
 * @returns what puts VS Code's own way back
 */
export function agreeToSignIn(signIn?: (question: Question) => Promise<void>): Disposable {
  const getSession = vscode.authentication.getSession as (...args: unknown[]) => Promise<unknown>;
  return replaceMember(
    vscode.authentication,
    'getSession',
    async (provider: string, request: Question['request'], options: vscode.AuthenticationGetSessionOptions) => {
      if (options.silent === true) return await getSession(provider, request, options);
      await signIn?.({ provider, request, options });
      const { account: meant } = options;
      return await getSession(provider, request, { silent: true, ...(meant && { account: meant }) });
    },
  );
}

async function command<Result>(name: string, ...args: unknown[]): Promise<Result> {
  return await vscode.commands.executeCommand<Result>(`substituteMicrosoft.${name}`, ...args);
}
