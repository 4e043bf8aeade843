import { contributions, nodeKind, target } from '../../platform/contributions/declarations.ts';
import type { AtScope } from '../accessControl/public.ts';
import { type InWorkspace, WorkspaceKind } from '../explorer/public.ts';
import { resourceFlags } from '../resources/public.ts';

/** The data of a Spark pool's node. */
export interface SparkPoolPlace extends InWorkspace, AtScope {
  readonly name: string;
}

export const SparkPoolsKind = nodeKind<InWorkspace>()({
  name: 'sparkPools',
  flags: ['refreshable'],
  parent: WorkspaceKind,
});

export const SparkPoolKind = nodeKind<SparkPoolPlace>()({
  name: 'sparkPool',
  flags: [...resourceFlags, 'canChange', 'accessScope'],
  parent: SparkPoolsKind,
});

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
