import * as vscode from 'vscode';
import type { BigDataPoolResourceProperties } from '../../api/synapse/bigDataPools.generated.ts';

/** Virtual cores and gigabytes of the memory-optimized node sizes. Source: Azure's documentation of Spark pool configurations. */
const nodeSizes: Readonly<Record<string, readonly [cores: number, gigabytes: number]>> = {
  Small: [4, 32],
  Medium: [8, 64],
  Large: [16, 128],
  XLarge: [32, 256],
  XXLarge: [64, 512],
};

/** `Medium (8 vCores, 64 GB)`; a size that is not known stands as the service writes it. */
export function nodeSizeWords(nodeSize: string): string {
  const size = nodeSizes[nodeSize];
  return size ? vscode.l10n.t('{0} ({1} vCores, {2} GB)', nodeSize, ...size) : nodeSize;
}

/** `3–10 nodes` with autoscale, `4 nodes` without it. The service sends zeros for a range that is switched off. */
export function nodesWords({ autoScale, nodeCount }: BigDataPoolResourceProperties): string {
  if (autoScale?.enabled === true) {
    return vscode.l10n.t('{0}–{1} nodes', autoScale.minNodeCount ?? '?', autoScale.maxNodeCount ?? '?');
  }
  return nodeCount === undefined ? vscode.l10n.t('autoscale off') : vscode.l10n.t('{0} nodes', nodeCount);
}

export function autoPauseWords({ autoPause }: BigDataPoolResourceProperties): string {
  return autoPause?.enabled === true
    ? vscode.l10n.t('auto-pause after {0} min', autoPause.delayInMinutes ?? '?')
    : vscode.l10n.t('no auto-pause');
}

export function isProvisioning(state: string | undefined): boolean {
  return /^(provisioning|creating|updating|deleting)$/iu.test(state ?? '');
}
