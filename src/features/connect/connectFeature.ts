import type * as vscode from 'vscode';
import { onNodeOf } from '../../platform/commands/commandHandler.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { WorkspaceKind } from '../explorer/public.ts';
import { DedicatedPoolKind, ServerlessPoolKind } from '../sqlPools/public.ts';
import { connectContributions } from './contributions.ts';

const pools = [DedicatedPoolKind, ServerlessPoolKind] as const;

export function registerConnect({ commands }: Pick<FeatureParts, 'commands'>): vscode.Disposable {
  const load = () => import('./connectCommands.ts');
  return commands.register(connectContributions, {
    'synapse.sql.connect': onNodeOf(pools, async (target) => (await load()).connect(target)),
    'synapse.sql.copyConnectionString': onNodeOf(pools, async ({ data }) => (await load()).copyConnectionString(data)),
    'synapse.copySqlEndpoint': onNodeOf([WorkspaceKind, DedicatedPoolKind], async ({ data }) =>
      (await load()).copySqlEndpoint(data),
    ),
    'synapse.copyServerlessSqlEndpoint': onNodeOf([WorkspaceKind, ServerlessPoolKind], async ({ data }) =>
      (await load()).copyServerlessSqlEndpoint(data),
    ),
    'synapse.copyDevelopmentEndpoint': onNodeOf([WorkspaceKind], async ({ data }) =>
      (await load()).copyDevelopmentEndpoint(data),
    ),
  });
}
