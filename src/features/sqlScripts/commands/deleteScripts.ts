import * as vscode from 'vscode';
import type { Targets } from '../../../platform/commands/commandHandler.ts';
import { confirm } from '../../../platform/confirm.ts';
import { withProgress } from '../../../platform/progress.ts';
import type { ScriptParts } from '../lazyParts.ts';
import { scriptsOf } from '../scripts/scriptStores.ts';
import type { ScriptTarget } from './scriptTarget.ts';
import { forEach, namesOf, sayLeftOut } from './severalScripts.ts';

/** Deletes scripts after a question that names them. Open editors keep their text and are marked as deleted. */
export async function deleteScripts(
  { errors }: ScriptParts,
  { targets, leftOut }: Targets<ScriptTarget['data']>,
): Promise<void> {
  const [first] = targets;
  if (!first) return;
  const scripts = targets.map(({ data }) => ({ name: data.script.name, data }));
  const repository = targets.some(({ data }) => data.workspace.repository !== undefined);
  await confirm({
    message:
      scripts.length === 1
        ? vscode.l10n.t(
            'Delete SQL script “{0}” of workspace “{1}”?',
            first.data.script.name,
            first.data.workspace.workspaceName,
          )
        : vscode.l10n.t('Delete {0} SQL scripts?', scripts.length),
    detail: [
      ...(scripts.length === 1 ? [] : [namesOf(scripts)]),
      vscode.l10n.t('Nobody can get them back from the service.'),
      ...(repository ? [vscode.l10n.t('The Git repository of the workspace is not changed.')] : []),
    ].join('\n'),
    action: vscode.l10n.t('Delete'),
  });
  sayLeftOut(leftOut);
  const title =
    scripts.length === 1
      ? vscode.l10n.t('Delete SQL script {0}', first.data.script.name)
      : vscode.l10n.t('Delete {0} SQL scripts', scripts.length);
  await withProgress(title, (signal) =>
    forEach(
      scripts,
      errors,
      (name) => vscode.l10n.t('SQL script {0} was not deleted', name),
      ({ name, data }) => {
        const about = { title: vscode.l10n.t('Delete SQL script {0}', name) };
        return scriptsOf(data.connection).of(data).delete(name, { signal, about });
      },
    ),
  );
}
