import { contributions, target } from '../../platform/contributions/declarations.ts';
import { SparkPoolKind, SparkPoolsKind } from './public.ts';

export const sparkPoolContributions = contributions({
  kinds: { SparkPoolsKind, SparkPoolKind },
  commands: {
    'synapse.sparkPool.change': {
      title: 'Change Apache Spark pool…',
      icon: 'settings-gear',
      targets: [target(SparkPoolKind, 'canChange')],
      menu: '1_power@1',
    },
  },
});
