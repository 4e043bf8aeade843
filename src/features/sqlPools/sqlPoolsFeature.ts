import * as vscode from 'vscode';
import { onNode } from '../../platform/commands/commandHandler.ts';
import type { Commands } from '../../platform/commands/commands.ts';
import type { EntryPicker } from '../../platform/commands/entryPicker.ts';
import type { TreeModel } from '../../platform/tree/treeModel.ts';
import { DedicatedPoolKind, sqlPoolContributions } from './contributions.ts';

export interface SqlPoolsParts {
  readonly model: TreeModel;
  readonly commands: Commands;
  readonly picker: EntryPicker;
}

export function registerSqlPools({ model, commands, picker }: SqlPoolsParts): vscode.Disposable {
  picker.ask({
    kind: DedicatedPoolKind,
    placeholder: vscode.l10n.t('Select a dedicated SQL pool'),
    none: vscode.l10n.t('This workspace has no dedicated SQL pool in a state that allows it.'),
  });
  return commands.register(sqlPoolContributions, {
    'synapse.sqlPool.pause': onNode(DedicatedPoolKind, async (target) => {
      const { pausePool } = await import('./powerCommands.ts');
      await pausePool(model, target);
    }),
    'synapse.sqlPool.resume': onNode(DedicatedPoolKind, async (target) => {
      const { resumePool } = await import('./powerCommands.ts');
      await resumePool(model, target);
    }),
  });
}
