import { contributions, target } from '../../platform/contributions/declarations.ts';
import { DedicatedPoolKind, ServerlessPoolKind, SqlPoolsKind } from './public.ts';

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
    'synapse.sqlPool.scale': {
      title: 'Scale dedicated SQL pool…',
      icon: 'dashboard',
      targets: [target(DedicatedPoolKind, 'canPause'), target(DedicatedPoolKind, 'canResume')],
      menu: '1_power@3',
    },
  },
});
