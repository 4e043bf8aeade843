import { nodeKind } from '../../platform/contributions/declarations.ts';
import { type InWorkspace, WorkspaceKind } from '../explorer/public.ts';
import { resourceFlags } from '../resources/public.ts';

/** The data of a Spark pool's node. */
export interface SparkPoolPlace extends InWorkspace {
  readonly name: string;
}

export const SparkPoolsKind = nodeKind<InWorkspace>()({
  name: 'sparkPools',
  flags: ['refreshable'],
  parent: WorkspaceKind,
});

export const SparkPoolKind = nodeKind<SparkPoolPlace>()({
  name: 'sparkPool',
  flags: [...resourceFlags, 'canChange'],
  parent: SparkPoolsKind,
});
