import * as vscode from 'vscode';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { SqlScriptKind, sqlScriptContributions, SqlScriptsKind } from './contributions.ts';
import { LazyScriptFiles } from './files/lazyScriptFiles.ts';
import { lazyScriptParts } from './lazyParts.ts';

/** SQL scripts in the explorer and as files. All but this is loaded when somebody is connected or opens a script. */
export function registerSqlScripts(parts: FeatureParts): vscode.Disposable {
  const { commands, connections, errors, picker, tree } = parts;
  const { load, disposable } = lazyScriptParts(parts);
  picker.ask({
    kind: SqlScriptsKind,
    placeholder: vscode.l10n.t('Select SQL scripts'),
    none: vscode.l10n.t('There are no SQL scripts here.'),
  });
  tree.lendDragAndDrop({
    draggable: (entries) => entries.filter(({ node }) => node.kind === SqlScriptKind),
    drop: async (entries, target) => {
      try {
        const { dropScripts } = await import('./commands/moveScripts.ts');
        await dropScripts(await load(), entries, target);
      } catch (error) {
        errors.show(vscode.l10n.t('The SQL scripts were not moved'), error);
      }
    },
  });
  return vscode.Disposable.from(
    disposable,
    new LazyScriptFiles(async () => (await load()).files),
    // What is known of scripts shows in the tree, and what a closed window has left is told.
    connections.onDidChange(() => {
      if (connections.current) void load();
    }),
    commands.register(sqlScriptContributions, async () => {
      const [{ scriptHandlers }, loaded] = await Promise.all([import('./handlers.ts'), load()]);
      return scriptHandlers(loaded);
    }),
  );
}
