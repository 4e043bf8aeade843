import * as vscode from 'vscode';
import { onNodes } from '../../platform/commands/commandHandler.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { SparkPoolKind, sparkPoolContributions } from './contributions.ts';

type SparkPoolsParts = Pick<FeatureParts, 'model' | 'commands' | 'picker' | 'errors'>;

export function registerSparkPools(parts: SparkPoolsParts): vscode.Disposable {
  parts.picker.ask({
    kind: SparkPoolKind,
    placeholder: vscode.l10n.t('Select an Apache Spark pool'),
    none: vscode.l10n.t('This workspace has no Apache Spark pool that can be changed now.'),
  });
  return parts.commands.register(sparkPoolContributions, {
    'synapse.sparkPool.change': onNodes(SparkPoolKind, async (targets) => {
      const { changeSparkPools } = await import('./changeCommand.ts');
      await changeSparkPools(parts, targets);
    }),
  });
}
