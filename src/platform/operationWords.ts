import * as vscode from 'vscode';

/**
 * A long-running operation's state in plain words; the service's own (`Accepted`, `InProgress`, `Running`, …) differ from
 * operation to operation and mean little to people.
 *
 * @param state As `RunOptions.onState` tells it.
 * @param seconds Since the operation was started.
 */
export function stateWords(state: string, seconds: number): string {
  switch (state.toLowerCase()) {
    case 'accepted':
      return vscode.l10n.t('Azure has accepted it');
    case 'succeeded':
      return vscode.l10n.t('Azure has done it');
    case 'failed':
    case 'canceled':
    case 'cancelled':
      return vscode.l10n.t('It has not worked');
    default:
      return vscode.l10n.t('In progress, {0} so far', durationWords(seconds));
  }
}

/** What is said while the service asks to wait. */
export function waitWords(seconds: number): string {
  return vscode.l10n.t('Azure asks to wait for {0} seconds', seconds);
}

/** `“sales” and “archive”`, in the way that VS Code's language makes lists. */
export function quotedNames(names: readonly string[]): string {
  const quoted = names.map((name) => vscode.l10n.t('“{0}”', name));
  return new Intl.ListFormat(vscode.env.language, { type: 'conjunction' }).format(quoted);
}

function durationWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? vscode.l10n.t('{0} s', whole) : vscode.l10n.t('{0} min', Math.floor(whole / 60));
}
