import * as vscode from 'vscode';
import { inWords } from './inWords.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { ErrorPresenter } from '../../../platform/errors/errorPresenter.ts';
import { isCancellation } from '../../../platform/errors/cancellation.ts';
import type { TreeNode } from '../../../platform/tree/treeNode.ts';

/**
 * Does the same to several scripts, side by side; one that fails holds up none of the others.
 * @param what What could not be done to one of them, by its name
 * @returns how many went well
 */
export async function forEach<T extends { readonly name: string }>(
  items: readonly T[],
  errors: ErrorPresenter,
  what: (name: string) => string,
  task: (item: T) => Promise<unknown>,
): Promise<number> {
  const results = await Promise.allSettled(items.map(task));
  let failed = 0;
  for (const [at, result] of results.entries()) {
    if (result.status === 'fulfilled') continue;
    failed += 1;
    if (isCancellation(result.reason)) continue;
    errors.show(what(items[at]?.name ?? ''), inWords(result.reason));
  }
  return items.length - failed;
}

/** Names of things for a question: the first few, and how many more. */
export function namesOf(items: readonly { readonly name: string }[], most = 10): string {
  const shown = items.slice(0, most).map(({ name }) => `“${name}”`);
  const more = items.length - shown.length;
  return [...shown, ...(more > 0 ? [vscode.l10n.t('and {0} more', more)] : [])].join(', ');
}

/** Says what else was selected and is left alone. */
export function sayLeftOut(leftOut: readonly TreeNode[]): void {
  if (leftOut.length === 0) return;
  const names = namesOf(leftOut.map(({ label }) => ({ name: label })));
  void vscode.window.showInformationMessage(
    plainText(vscode.l10n.t('Left out, because they are no SQL scripts: {0}', names)),
  );
}
