import * as vscode from 'vscode';
import { AccountStore } from './accountStore.js';

/**
 * Replaces VS Code's `microsoft` account provider (same extension id, higher version). Tests steer it by commands:
 *   substituteMicrosoft.signIn ({account?, scopes?, claims?})
 *                                            an account ({id, label, tenant}; the first one by default) appears, or signs
 *                                            in to just these scopes, with the claims of a challenge (base64)
 *   substituteMicrosoft.signOut (accountId?) an account goes, or all of them
 *   substituteMicrosoft.forgetTokens         from now on every token is a new one
 *   substituteMicrosoft.refuse ({account?, tenant?, audience?, error?})
 *                                            no silent session for that until somebody signs in to it
 *   substituteMicrosoft.setNoisy (boolean)   from now on every look for sessions says that sessions have changed
 *   substituteMicrosoft.setSilentChallenges (boolean)   whether claims challenges can be satisfied without a person
 *   substituteMicrosoft.calls                → what was asked of the provider since the last .calls
 *   substituteMicrosoft.tokens               → every token that was handed out
 * VS Code is told of accounts that come and go.
 */
export function activate(context) {
  const store = new AccountStore(process.env);
  const changed = new vscode.EventEmitter();
  const added = (session) => changed.fire({ added: [session], removed: [], changed: [] });
  let noisy = false;
  let telling;
  const tell = (sessions) => {
    telling = undefined;
    changed.fire({ added: [], removed: [], changed: sessions });
  };
  const sessions = async (...question) => {
    const found = await store.sessions(...question);
    // VS Code itself asks again when it is told: a pause keeps it from doing nothing else.
    if (noisy) telling ??= setTimeout(tell, 20, found);
    return found;
  };
  const signOut = (accountId) => changed.fire({ added: [], removed: store.signOut(accountId), changed: [] });

  const provider = {
    onDidChangeSessions: changed.event,
    getSessions: (scopes, options) => sessions('getSessions', scopes, options),
    createSession: async (scopes, options) => {
      const session = await store.signIn(options?.account, scopes);
      added(session);
      return session;
    },
    removeSession: () => signOut(),
    getSessionsFromChallenges: ({ fallbackScopes, challenges }, options) =>
      sessions('getSessionsFromChallenges', fallbackScopes, options, challenges),
    createSessionFromChallenges: ({ fallbackScopes, challenges }, options) =>
      store.signIn(options?.account, fallbackScopes, challenges),
  };

  const commands = {
    signIn: async ({ account, scopes, claims } = {}) => {
      added(await store.signIn(account, scopes, claims === undefined ? [] : [{ params: { claims } }]));
    },
    signOut,
    forgetTokens: () => store.forgetTokens(),
    refuse: (refusal) => store.refuse(refusal),
    setNoisy: (value) => {
      noisy = value;
    },
    setSilentChallenges: (value) => {
      store.silentChallenges = value;
    },
    calls: () => store.takeCalls(),
    tokens: () => store.tokens,
  };

  context.subscriptions.push(
    changed,
    vscode.authentication.registerAuthenticationProvider('microsoft', 'Microsoft', provider, {
      supportsMultipleAccounts: true,
      supportsChallenges: true,
    }),
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`substituteMicrosoft.${name}`, run),
    ),
  );
}
