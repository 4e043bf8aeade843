import * as vscode from 'vscode';
import { refreshSections } from '../explorer/refreshSections.ts';
import type { ScriptParts } from '../lazyParts.ts';
import { scriptsOf } from '../scripts/scriptStores.ts';
import type { FolderTarget } from './scriptTarget.ts';

/** Shows only the scripts with a text in their names. */
export async function filterScripts({ model }: ScriptParts, { data }: FolderTarget): Promise<void> {
  const scripts = scriptsOf(data.connection);
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter SQL scripts'),
    prompt: vscode.l10n.t('Part of the name; nothing shows all'),
    value: scripts.filterOf(data) ?? '',
  });
  if (text === undefined) return;
  scripts.setFilter(data, text.trim() === '' ? undefined : text.trim());
  refreshSections(model, data);
}

/** Shows all scripts again. */
// eslint-disable-next-line @typescript-eslint/require-await -- handlers are asynchronous
export async function clearFilter({ model }: ScriptParts, { data }: FolderTarget): Promise<void> {
  scriptsOf(data.connection).setFilter(data, undefined);
  refreshSections(model, data);
}
