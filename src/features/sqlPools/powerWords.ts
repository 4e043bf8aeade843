import * as vscode from 'vscode';
import type { DedicatedPool } from './public.ts';

/** All that is said about switching pools off or on. `names` are quoted and joined already. */
export interface PowerWords {
  /** The verb on the button. */
  readonly action: string;
  readonly question: (pool: string, workspace: string) => string;
  readonly questions: (count: number) => string;
  /** What it costs and what it breaks. */
  readonly consequences: (pools: readonly DedicatedPool[]) => string;
  readonly leftOut: (names: string) => string;
  /** Of the progress. */
  readonly title: (pool: string) => string;
  readonly titles: (count: number) => string;
  /** Of the change, in the list of changes. */
  readonly about: (pool: string) => string;
  readonly done: (pool: string) => string;
  readonly allDone: (names: string) => string;
  readonly goesOn: (pool: string) => string;
  readonly allGoOn: (names: string) => string;
  readonly failed: (names: string) => string;
}

export const pauseWords = (): PowerWords => ({
  action: vscode.l10n.t('Pause'),
  question: (pool, workspace) => vscode.l10n.t('Pause dedicated SQL pool “{0}” of workspace “{1}”?', pool, workspace),
  questions: (count) => vscode.l10n.t('Pause {0} dedicated SQL pools?', count),
  consequences: () =>
    vscode.l10n.t(
      'Running queries are cancelled, and nobody can connect until the pool is resumed. Compute is not charged while it is paused; storage is.',
    ),
  leftOut: (names) => vscode.l10n.t('Not online, and left alone: {0}', names),
  title: (pool) => vscode.l10n.t('Pausing SQL pool {0}', pool),
  titles: (count) => vscode.l10n.t('Pausing {0} SQL pools', count),
  about: (pool) => vscode.l10n.t('Pause SQL pool {0}', pool),
  done: (pool) => vscode.l10n.t('SQL pool {0} is paused.', pool),
  allDone: (names) => vscode.l10n.t('SQL pools {0} are paused.', names),
  goesOn: (pool) => vscode.l10n.t('Azure goes on pausing SQL pool {0}. The explorer follows it.', pool),
  allGoOn: (names) => vscode.l10n.t('Azure goes on pausing SQL pools {0}. The explorer follows them.', names),
  failed: (names) => vscode.l10n.t('Not paused: {0}', names),
});

export const resumeWords = (): PowerWords => ({
  action: vscode.l10n.t('Resume'),
  question: (pool, workspace) => vscode.l10n.t('Resume dedicated SQL pool “{0}” of workspace “{1}”?', pool, workspace),
  questions: (count) => vscode.l10n.t('Resume {0} dedicated SQL pools?', count),
  consequences: ([first, ...more]) =>
    first?.size === undefined || more.length > 0
      ? vscode.l10n.t('Compute is charged from now on, by size.')
      : vscode.l10n.t('Compute at {0} is charged from now on.', first.size),
  leftOut: (names) => vscode.l10n.t('Not paused, and left alone: {0}', names),
  title: (pool) => vscode.l10n.t('Resuming SQL pool {0}', pool),
  titles: (count) => vscode.l10n.t('Resuming {0} SQL pools', count),
  about: (pool) => vscode.l10n.t('Resume SQL pool {0}', pool),
  done: (pool) => vscode.l10n.t('SQL pool {0} is online.', pool),
  allDone: (names) => vscode.l10n.t('SQL pools {0} are online.', names),
  goesOn: (pool) => vscode.l10n.t('Azure goes on resuming SQL pool {0}. The explorer follows it.', pool),
  allGoOn: (names) => vscode.l10n.t('Azure goes on resuming SQL pools {0}. The explorer follows them.', names),
  failed: (names) => vscode.l10n.t('Not resumed: {0}', names),
});
