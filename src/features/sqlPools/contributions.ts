import { contributions, nodeKind, target } from '../../platform/contributions/declarations.ts';
import { type InWorkspace, WorkspaceKind } from '../explorer/public.ts';
import { resourceFlags } from '../resources/public.ts';
import type { DedicatedPool } from './dedicatedPool.ts';

export const SqlPoolsKind = nodeKind<InWorkspace>()({
  name: 'sqlPools',
  flags: ['refreshable'],
  parent: WorkspaceKind,
});

/** Built-in, the serverless pool that every workspace has. It is no Azure resource of its own. */
export const ServerlessPoolKind = nodeKind<InWorkspace>()({
  name: 'serverlessSqlPool',
  flags: resourceFlags,
  parent: SqlPoolsKind,
});

export const DedicatedPoolKind = nodeKind<InWorkspace & { readonly pool: DedicatedPool }>()({
  name: 'dedicatedSqlPool',
  flags: [...resourceFlags, 'canPause', 'canResume'],
  parent: SqlPoolsKind,
});

export const sqlPoolContributions = contributions({
  kinds: { SqlPoolsKind, ServerlessPoolKind, DedicatedPoolKind },
  commands: {
    'synapse.sqlPool.pause': {
      title: 'Pause dedicated SQL pool…',
      icon: 'debug-pause',
      targets: [target(DedicatedPoolKind, 'canPause')],
      menu: '1_power@1',
      inline: 1,
    },
    'synapse.sqlPool.resume': {
      title: 'Resume dedicated SQL pool…',
      icon: 'play',
      targets: [target(DedicatedPoolKind, 'canResume')],
      menu: '1_power@2',
      inline: 1,
    },
  },
});
