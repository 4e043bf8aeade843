import { contributions, target } from '../../platform/contributions/declarations.ts';
import { WorkspaceKind } from '../explorer/public.ts';
import { DedicatedPoolKind, ServerlessPoolKind } from '../sqlPools/public.ts';

export const connectContributions = contributions({
  commands: {
    'synapse.sql.connect': {
      title: 'Connect in SQL Server (mssql)',
      icon: 'plug',
      targets: [target(DedicatedPoolKind), target(ServerlessPoolKind)],
      menu: '2_connect@1',
    },
    'synapse.sql.copyConnectionString': {
      title: 'Copy connection string…',
      icon: 'copy',
      targets: [target(DedicatedPoolKind), target(ServerlessPoolKind)],
      menu: '5_copy@3',
    },
    'synapse.copySqlEndpoint': {
      title: 'Copy dedicated SQL endpoint',
      icon: 'copy',
      targets: [target(WorkspaceKind), target(DedicatedPoolKind)],
      menu: '5_copy@4',
    },
    'synapse.copyServerlessSqlEndpoint': {
      title: 'Copy serverless SQL endpoint',
      icon: 'copy',
      targets: [target(WorkspaceKind), target(ServerlessPoolKind)],
      menu: '5_copy@5',
    },
    'synapse.copyDevelopmentEndpoint': {
      title: 'Copy development endpoint',
      icon: 'copy',
      targets: [target(WorkspaceKind)],
      menu: '5_copy@6',
    },
  },
});
