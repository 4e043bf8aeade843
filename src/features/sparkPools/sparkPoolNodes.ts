import * as vscode from 'vscode';
import { type BigDataPoolResourceInfo, BigDataPools } from '../../api/synapse/bigDataPools.generated.ts';
import type { NodeIcon, NodePage, TreeNode } from '../../platform/tree/treeNode.ts';
import { accessScope } from '../accessControl/public.ts';
import type { InWorkspace } from '../explorer/public.ts';
import { addressOf, flagsOfResource } from '../resources/public.ts';
import { SparkPoolKind, type SparkPoolPlace, SparkPoolsKind } from './contributions.ts';
import { settingsOf } from './sparkPoolSettings.ts';
import { autoPauseWords, isProvisioning, nodeSizeWords, nodesWords, provisioningWords } from './sparkPoolWords.ts';

/** Seconds between two looks at a pool that is being created or changed. */
const pollSeconds = 10;

/** "Apache Spark pools" below a workspace. */
export function sparkPoolsSection(place: InWorkspace): TreeNode<InWorkspace> {
  return {
    kind: SparkPoolsKind,
    key: 'sparkPools',
    data: place,
    label: vscode.l10n.t('Apache Spark pools'),
    icon: { id: 'flame' },
    accessibleLabel: vscode.l10n.t('Apache Spark pools of workspace {0}', place.workspace.workspaceName),
    flags: ['refreshable'],
    emptyLabel: vscode.l10n.t('No Apache Spark pools'),
    children: (signal) => poolsOf(place, signal),
  };
}

async function* poolsOf(place: InWorkspace, signal: AbortSignal): AsyncGenerator<NodePage> {
  const { connection, workspace } = place;
  for await (const page of connection.rest.pages(BigDataPools.listByWorkspace, workspace, { signal })) {
    const nodes = page.items.map((pool) => sparkPoolNode(place, pool)).filter((node) => node !== undefined);
    yield { nodes, more: page.more };
  }
}

/** A pool with its size; while it is being made or changed, the tree follows it. Undefined for an answer without a name. */
export function sparkPoolNode(place: InWorkspace, pool: BigDataPoolResourceInfo): TreeNode<SparkPoolPlace> | undefined {
  const { id, name, properties = {} } = pool;
  if (id === undefined || name === undefined) return undefined;
  const state = properties.provisioningState;
  const provisioning = isProvisioning(state);
  const stateWord = provisioningWords(state);
  const settings = settingsOf(pool);
  const { nodeSize } = settings;
  const shown = [
    ...(stateWord === undefined ? [] : [stateWord]),
    ...(nodeSize === undefined ? [] : [nodeSize]),
    nodesWords(settings.nodes),
    autoPauseWords(settings),
  ];
  return {
    kind: SparkPoolKind,
    key: name.toLowerCase(),
    data: { ...place, name, accessScope: accessScope(place.workspace.workspaceName, 'bigDataPools', name) },
    label: name,
    description: shown.join(' · '),
    icon: iconOf(provisioning, state),
    tooltip: [
      name,
      properties.sparkVersion === undefined
        ? vscode.l10n.t('Apache Spark pool')
        : vscode.l10n.t('Apache Spark pool, version {0}', properties.sparkVersion),
      ...(nodeSize === undefined ? [] : [nodeSizeWords(nodeSize)]),
      nodesWords(settings.nodes),
      autoPauseWords(settings),
    ].join('\n'),
    accessibleLabel: vscode.l10n.t('Apache Spark pool {0}, {1}', name, shown.join(', ')),
    flags: [...flagsOfResource(place.connection), 'refreshable', 'accessScope', ...(provisioning ? [] : ['canChange'])],
    resource: addressOf(place.workspace, id),
    order: name,
    ...(provisioning && {
      poll: { seconds: pollSeconds, read: (signal: AbortSignal) => readSparkPool(place, name, signal) },
    }),
  };
}

/** Reads one pool's row from Azure Resource Manager. */
export async function readSparkPool(
  place: InWorkspace,
  bigDataPoolName: string,
  signal: AbortSignal,
): Promise<TreeNode<SparkPoolPlace>> {
  const pool = await place.connection.rest.call(BigDataPools.get, { ...place.workspace, bigDataPoolName }, { signal });
  const node = sparkPoolNode(place, pool);
  if (!node)
    throw new Error(vscode.l10n.t('Azure answered without a name for Apache Spark pool {0}.', bigDataPoolName));
  return node;
}

function iconOf(provisioning: boolean, state: string | undefined): NodeIcon {
  if (provisioning) return { id: 'loading~spin' };
  return state === 'Failed' ? { id: 'error', color: 'errorForeground' } : { id: 'flame', color: 'charts.green' };
}
