import * as vscode from 'vscode';
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
  return parts.commands.register(sqlPoolContributions, async () =>
    (await import('./handlers.ts')).sqlPoolHandlers(parts),
  );
}
