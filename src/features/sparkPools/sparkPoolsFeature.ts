import * as vscode from 'vscode';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { SparkPoolKind, sparkPoolContributions } from './contributions.ts';

type SparkPoolsParts = Pick<FeatureParts, 'model' | 'commands' | 'picker' | 'errors'>;

export function registerSparkPools(parts: SparkPoolsParts): vscode.Disposable {
  parts.picker.ask({
    kind: SparkPoolKind,
    placeholder: vscode.l10n.t('Select an Apache Spark pool'),
    none: vscode.l10n.t('This workspace has no Apache Spark pool that can be changed now.'),
  });
  return parts.commands.register(sparkPoolContributions, async () =>
    (await import('./handlers.ts')).sparkPoolHandlers(parts),
  );
}
