import * as vscode from 'vscode';
import { onNode, onNodes } from '../../platform/commands/commandHandler.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { sqlPoolContributions } from './contributions.ts';
import { DedicatedPoolKind } from './public.ts';

type SqlPoolsParts = Pick<FeatureParts, 'model' | 'commands' | 'picker' | 'errors'>;

export function registerSqlPools(parts: SqlPoolsParts): vscode.Disposable {
  parts.picker.ask({
    kind: DedicatedPoolKind,
    placeholder: vscode.l10n.t('Select a dedicated SQL pool'),
    none: vscode.l10n.t('This workspace has no dedicated SQL pool in a state that allows it.'),
  });
  return parts.commands.register(sqlPoolContributions, {
    'synapse.sqlPool.pause': onNodes(DedicatedPoolKind, async (targets) => {
      const { pausePools } = await import('./powerCommands.ts');
      await pausePools(parts, targets);
    }),
    'synapse.sqlPool.resume': onNodes(DedicatedPoolKind, async (targets) => {
      const { resumePools } = await import('./powerCommands.ts');
      await resumePools(parts, targets);
    }),
    'synapse.sqlPool.scale': onNode(DedicatedPoolKind, async (target) => {
      const { scalePool } = await import('./scaleCommand.ts');
      await scalePool(parts, target);
    }),
  });
}
