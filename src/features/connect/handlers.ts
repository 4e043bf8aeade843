import { onNodeOf } from '../../platform/commands/commandHandler.ts';
import type { HandlersOf } from '../../platform/commands/commands.ts';
import { WorkspaceKind } from '../explorer/public.ts';
import { DedicatedPoolKind, ServerlessPoolKind } from '../sqlPools/public.ts';
import {
  connect,
  copyConnectionString,
  copyDevelopmentEndpoint,
  copyServerlessSqlEndpoint,
  copySqlEndpoint,
} from './connectCommands.ts';
import type { connectContributions } from './contributions.ts';

const pools = [DedicatedPoolKind, ServerlessPoolKind] as const;

export const connectHandlers: HandlersOf<typeof connectContributions> = {
  'synapse.sql.connect': onNodeOf(pools, connect),
  'synapse.sql.copyConnectionString': onNodeOf(pools, ({ data }) => copyConnectionString(data)),
  'synapse.copySqlEndpoint': onNodeOf([WorkspaceKind, DedicatedPoolKind], ({ data }) => copySqlEndpoint(data)),
  'synapse.copyServerlessSqlEndpoint': onNodeOf([WorkspaceKind, ServerlessPoolKind], ({ data }) =>
    copyServerlessSqlEndpoint(data),
  ),
  'synapse.copyDevelopmentEndpoint': onNodeOf([WorkspaceKind], ({ data }) => copyDevelopmentEndpoint(data)),
};
