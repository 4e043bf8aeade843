import * as vscode from 'vscode';
import { SqlPools } from '../../api/synapse/sqlPools.generated.ts';
import type { NodeIcon, NodePage, TreeNode } from '../../platform/tree/treeNode.ts';
import type { InWorkspace } from '../explorer/public.ts';
import { addressOf, flagsOfResource } from '../resources/public.ts';
import { dedicatedPool } from './dedicatedPool.ts';
import {
  type DedicatedPool,
  DedicatedPoolKind,
  type DedicatedPoolPlace,
  type PowerState,
  powerStateOf,
  ServerlessPoolKind,
  SqlPoolsKind,
} from './public.ts';
import { stateParts } from './sqlPoolWords.ts';

/** Seconds between two looks at a pool whose state is changing. */
const pollSeconds = 5;

/** "SQL pools" below a workspace: Built-in first, then the dedicated pools. */
export function sqlPoolsSection(place: InWorkspace): TreeNode<InWorkspace> {
  const label = vscode.l10n.t('SQL pools');
  return {
    kind: SqlPoolsKind,
    key: 'sqlPools',
    data: place,
    label,
    icon: { id: 'database' },
    accessibleLabel: vscode.l10n.t('SQL pools of workspace {0}', place.workspace.workspaceName),
    flags: ['refreshable'],
    reading: 'all',
    children: (signal) => poolsOf(place, signal),
  };
}

async function* poolsOf(place: InWorkspace, signal: AbortSignal): AsyncGenerator<NodePage> {
  // Built-in is there whatever the answer about the others.
  yield { nodes: [serverlessNode(place)], more: true };
  const { connection, workspace } = place;
  for await (const page of connection.rest.pages(SqlPools.listByWorkspace, workspace, { signal })) {
    const pools = page.items.map(dedicatedPool).filter((pool) => pool !== undefined);
    yield { nodes: pools.map((pool) => dedicatedPoolNode(place, pool)), more: page.more };
  }
}

function serverlessNode(place: InWorkspace): TreeNode<InWorkspace> {
  const description = vscode.l10n.t('serverless');
  return {
    kind: ServerlessPoolKind,
    key: 'serverless',
    data: place,
    // eslint-disable-next-line no-restricted-syntax -- the service's own name, in every language
    label: 'Built-in',
    description,
    icon: { id: 'cloud', color: 'charts.green' },
    tooltip: vscode.l10n.t('Built-in serverless SQL pool: always on, charged by the data that queries process'),
    accessibleLabel: vscode.l10n.t('Serverless SQL pool Built-in, always on'),
    flags: flagsOfResource(place.connection).filter((flag) => flag === 'named' || flag === 'studio'),
    resource: addressOf(place.workspace, place.workspace.id),
    order: '0',
  };
}

/** A dedicated pool with its size and power state; while the state is changing, the tree follows it. */
export function dedicatedPoolNode(place: InWorkspace, pool: DedicatedPool): TreeNode<DedicatedPoolPlace> {
  const state = powerStateOf(pool.status);
  const shown = stateParts(pool);
  return {
    kind: DedicatedPoolKind,
    key: pool.name.toLowerCase(),
    data: { ...place, pool },
    label: pool.name,
    description: shown.join(' · '),
    icon: icons[state],
    tooltip: [pool.name, vscode.l10n.t('Dedicated SQL pool'), ...shown].join('\n'),
    accessibleLabel: vscode.l10n.t('Dedicated SQL pool {0}, {1}', pool.name, shown.join(', ')),
    flags: [
      ...flagsOfResource(place.connection),
      'refreshable',
      ...(state === 'online' ? ['canPause'] : []),
      ...(state === 'paused' ? ['canResume'] : []),
    ],
    resource: addressOf(place.workspace, pool.id),
    order: `1${pool.name}`,
    ...(state === 'changing' && {
      poll: { seconds: pollSeconds, read: (signal: AbortSignal) => readDedicatedPool(place, pool.name, signal) },
    }),
  };
}

/** Reads one pool from Azure Resource Manager: Resource Graph may show a power state of long ago. */
export async function readDedicatedPool(
  place: InWorkspace,
  sqlPoolName: string,
  signal: AbortSignal,
): Promise<TreeNode<DedicatedPoolPlace>> {
  const answer = await place.connection.rest.call(SqlPools.get, { ...place.workspace, sqlPoolName }, { signal });
  const pool = dedicatedPool(answer);
  if (!pool) throw new Error(vscode.l10n.t('Azure answered without a name for SQL pool {0}.', sqlPoolName));
  return dedicatedPoolNode(place, pool);
}

const icons: Readonly<Record<PowerState, NodeIcon>> = {
  online: { id: 'database', color: 'charts.green' },
  paused: { id: 'debug-pause', color: 'descriptionForeground' },
  changing: { id: 'loading~spin' },
  unknown: { id: 'question' },
};
