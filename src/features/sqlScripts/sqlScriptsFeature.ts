import * as vscode from 'vscode';
import { onAnyNode, onArguments, onNode, onNodes } from '../../platform/commands/commandHandler.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { SqlScriptKind, sqlScriptContributions, SqlScriptsKind } from './contributions.ts';
import { LazyScriptFiles } from './files/lazyScriptFiles.ts';
import type { scriptHandlers } from './handlers.ts';
import { lazyScriptParts } from './lazyParts.ts';

/** SQL scripts in the explorer and as files. All but this is loaded when somebody is connected or opens a script. */
export function registerSqlScripts(parts: FeatureParts): vscode.Disposable {
  const { commands, connections, errors, picker, tree } = parts;
  const { load, disposable } = lazyScriptParts(parts);
  const lazily =
    (name: keyof typeof scriptHandlers) =>
    async (...given: readonly unknown[]): Promise<void> => {
      const [{ scriptHandlers }, loaded] = await Promise.all([import('./handlers.ts'), load()]);
      // The one cast: the wrapper gives each handler what its registration below names.
      await (scriptHandlers[name] as (...all: unknown[]) => Promise<void>)(loaded, ...given);
    };
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
    commands.register(sqlScriptContributions, {
      'synapse.sqlScript.open': onArguments(lazily('open')),
      'synapse.sqlScript.new': onAnyNode(lazily('create'), SqlScriptsKind),
      'synapse.sqlScript.compareWithFile': onNode(SqlScriptKind, lazily('compareWithFile')),
      'synapse.sqlScript.download': onNodes(SqlScriptKind, lazily('download')),
      'synapse.sqlScript.rename': onNode(SqlScriptKind, lazily('rename')),
      'synapse.sqlScript.move': onNodes(SqlScriptKind, lazily('move')),
      'synapse.sqlScript.duplicate': onNode(SqlScriptKind, lazily('duplicate')),
      'synapse.sqlScript.delete': onNodes(SqlScriptKind, lazily('delete')),
      'synapse.sqlScript.filter': onNode(SqlScriptsKind, lazily('filter')),
      'synapse.sqlScript.clearFilter': onNode(SqlScriptsKind, lazily('clearFilter')),
      'synapse.sqlScript.change': onArguments(lazily('change')),
      'synapse.sqlScript.publishDraft': onArguments(lazily('publishDraft')),
      'synapse.sqlScript.compareDraft': onArguments(lazily('compareDraft')),
      'synapse.sqlScript.discardDraft': onArguments(lazily('discardDraft')),
      'synapse.sqlScript.showDrafts': onArguments(lazily('showDrafts')),
    }),
  );
}
