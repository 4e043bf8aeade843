import { contributions, nodeKind } from '../../platform/contributions/declarations.ts';
import { type InWorkspace, WorkspaceKind } from '../explorer/public.ts';
import { resourceFlags } from '../resources/public.ts';

export const SparkPoolsKind = nodeKind<InWorkspace>()({
  name: 'sparkPools',
  flags: ['refreshable'],
  parent: WorkspaceKind,
});

export const SparkPoolKind = nodeKind<InWorkspace & { readonly name: string }>()({
  name: 'sparkPool',
  flags: resourceFlags,
  parent: SparkPoolsKind,
});

export const sparkPoolContributions = contributions({ kinds: { SparkPoolsKind, SparkPoolKind } });
