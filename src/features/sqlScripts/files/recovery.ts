import * as vscode from 'vscode';
import { AzureError } from '../../../azure/azureError.ts';
import { plainText } from '../../../platform/plainText.ts';
import { parseScriptUri } from '../scripts/scriptUri.ts';
import type { Draft, Drafts } from './drafts.ts';
import type { Journal } from './journal.ts';
import type { ScriptPlaces } from './scriptPlace.ts';

export interface RecoveryParts {
  readonly journal: Journal;
  readonly drafts: Drafts;
  readonly places: ScriptPlaces;
  /** Called when texts have become drafts, which editors have to show. */
  readonly onRecovered: () => void;
}

const never = new AbortController().signal;

/**
 * Says what has become of the scripts that were being published when a window was closed, keeps the text of those that
 * were not as drafts, and offers all drafts.
 */
export async function recover(parts: RecoveryParts): Promise<void> {
  const published: string[] = [];
  const kept: string[] = [];
  for (const [key, { replaces, ...entry }] of await parts.journal.left()) {
    const outcome = await outcomeOf(parts, entry);
    if (!outcome) continue;
    (outcome.published ? published : kept).push(outcome.name);
    const draft = await parts.drafts.get(key);
    // A draft that was kept since the publishing began is newer than what was published, and stays.
    if (draft === undefined || draft.text === replaces) {
      if (outcome.published) await parts.drafts.discard(key);
      else await parts.drafts.keep(key, entry);
    }
    await parts.journal.settled(key);
  }
  if (kept.length > 0) parts.onRecovered();
  if (published.length > 0) {
    const text = vscode.l10n.t('Published before the window was closed: {0}', published.join(', '));
    void vscode.window.showInformationMessage(plainText(text));
  }
  const drafts = (await parts.drafts.all()).length;
  if (drafts === 0) return;
  const text =
    kept.length > 0
      ? vscode.l10n.t('Not published before the window was closed, and kept as drafts: {0}', kept.join(', '))
      : vscode.l10n.t('SQL scripts with drafts that are not published: {0}', drafts);
  const show = vscode.l10n.t('Show drafts…');
  const answer = await (kept.length > 0
    ? vscode.window.showWarningMessage(plainText(text), show)
    : vscode.window.showInformationMessage(text, show));
  if (answer === show) await vscode.commands.executeCommand('synapse.sqlScript.showDrafts');
}

/** Undefined where that cannot be told now; a later start asks again. */
async function outcomeOf(
  { places }: RecoveryParts,
  { uri, text }: Draft,
): Promise<{ readonly name: string; readonly published: boolean } | undefined> {
  const address = parseScriptUri(vscode.Uri.parse(uri));
  if (!address) return undefined;
  try {
    const store = await places.storeOf(address);
    const { name, query } = await store.get(address.name, never, { fresh: true });
    return { name, published: query === text };
  } catch (error) {
    return error instanceof AzureError && error.status === 404 ? { name: address.name, published: false } : undefined;
  }
}
