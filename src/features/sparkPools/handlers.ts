import { onNodes } from '../../platform/commands/commandHandler.ts';
import type { HandlersOf } from '../../platform/commands/commands.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { changeSparkPools } from './changeCommand.ts';
import { SparkPoolKind, type sparkPoolContributions } from './contributions.ts';

export function sparkPoolHandlers(
  parts: Pick<FeatureParts, 'model' | 'errors'>,
): HandlersOf<typeof sparkPoolContributions> {
  return {
    'synapse.sparkPool.change': onNodes(SparkPoolKind, (targets) => changeSparkPools(parts, targets)),
  };
}
