import * as vscode from 'vscode';
import { AccountStore } from './accountStore.js';

/**
 * Replaces VS Code's `microsoft` account provider (same extension id, higher version). Tests steer it by commands:
 *   substituteMicrosoft.signIn (tenantId?), .signOut   the account appears (or signs in to one more tenant) or goes, and
 *                                                      VS Code is told
 *   substituteMicrosoft.refuseTenant (tenantId)        no silent session for that tenant until somebody signs in to it
 *   substituteMicrosoft.setNoisy (boolean)             from now on every look for a token says that sessions have changed
 *   substituteMicrosoft.calls                          → what was asked of the provider since the last .calls
 */
export function activate(context) {
  const store = new AccountStore(process.env);
  const changed = new vscode.EventEmitter();
  const added = (session) => changed.fire({ added: [session], removed: [], changed: [] });
  let noisy = false;

  const provider = {
    onDidChangeSessions: changed.event,
    getSessions: async (scopes, options) => {
      const sessions = await store.sessions('getSessions', scopes, options);
      if (noisy && scopes?.length) changed.fire({ added: [], removed: [], changed: sessions });
      return sessions;
    },
    createSession: async (scopes, options) => {
      const session = await store.signIn('createSession', scopes, options);
      added(session);
      return session;
    },
    removeSession: async () => {
      changed.fire({ added: [], removed: store.signOut(), changed: [] });
    },
    getSessionsFromChallenges: ({ fallbackScopes, challenges }, options) =>
      store.sessions('getSessionsFromChallenges', fallbackScopes, options, challenges),
    createSessionFromChallenges: ({ fallbackScopes, challenges }, options) =>
      store.signIn('createSessionFromChallenges', fallbackScopes, options, challenges),
  };

  context.subscriptions.push(
    changed,
    vscode.authentication.registerAuthenticationProvider('microsoft', 'Microsoft', provider, {
      supportsMultipleAccounts: true,
      supportsChallenges: true,
    }),
    vscode.commands.registerCommand('substituteMicrosoft.signIn', async (tenantId) => {
      added(await store.signIn('command', tenantId === undefined ? [] : [`VSCODE_TENANT:${tenantId}`]));
    }),
    vscode.commands.registerCommand('substituteMicrosoft.setNoisy', (value) => {
      noisy = value;
    }),
    vscode.commands.registerCommand('substituteMicrosoft.signOut', () => provider.removeSession()),
    vscode.commands.registerCommand('substituteMicrosoft.refuseTenant', (tenantId) => store.refuse(tenantId)),
    vscode.commands.registerCommand('substituteMicrosoft.calls', () => store.takeCalls()),
  );
}
