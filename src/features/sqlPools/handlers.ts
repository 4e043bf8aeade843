import { onNode, onNodes } from '../../platform/commands/commandHandler.ts';
import type { HandlersOf } from '../../platform/commands/commands.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import type { sqlPoolContributions } from './contributions.ts';
import { pausePools, resumePools } from './powerCommands.ts';
import { DedicatedPoolKind } from './public.ts';
import { scalePool } from './scaleCommand.ts';

export function sqlPoolHandlers(
  parts: Pick<FeatureParts, 'model' | 'errors'>,
): HandlersOf<typeof sqlPoolContributions> {
  return {
    'synapse.sqlPool.pause': onNodes(DedicatedPoolKind, (targets) => pausePools(parts, targets)),
    'synapse.sqlPool.resume': onNodes(DedicatedPoolKind, (targets) => resumePools(parts, targets)),
    'synapse.sqlPool.scale': onNode(DedicatedPoolKind, (target) => scalePool(parts, target)),
  };
}
