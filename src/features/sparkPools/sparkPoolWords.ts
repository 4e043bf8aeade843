import * as vscode from 'vscode';
import { capacityOf } from './sparkPoolLimits.ts';
import type { Nodes, SparkPoolSettings } from './sparkPoolSettings.ts';

/** `Medium (8 vCores, 64 GB)`; a size that is not known stands as the service writes it. */
export function nodeSizeWords(nodeSize: string): string {
  const capacity = capacityOf(nodeSize);
  return capacity ? vscode.l10n.t('{0} ({1} vCores, {2} GB)', nodeSize, ...capacity) : nodeSize;
}

/** `3–10 nodes` with autoscale, `4 nodes` without it. */
export function nodesWords(nodes: Nodes): string {
  return nodes.scaling === 'automatic'
    ? vscode.l10n.t('{0}–{1} nodes', nodes.least, nodes.most)
    : vscode.l10n.t('{0} nodes', nodes.count);
}

export function autoPauseWords({ pause }: SparkPoolSettings): string {
  return pause === 'never' ? vscode.l10n.t('no auto-pause') : vscode.l10n.t('auto-pause after {0} min', pause);
}

/** A provisioning state in VS Code's language; undefined for the one that needs no word. */
export function provisioningWords(state: string | undefined): string | undefined {
  switch (state?.toLowerCase()) {
    case undefined:
    case 'succeeded':
      return undefined;
    case 'provisioning':
      return vscode.l10n.t('Provisioning');
    case 'creating':
      return vscode.l10n.t('Creating');
    case 'updating':
      return vscode.l10n.t('Updating');
    case 'deleting':
      return vscode.l10n.t('Deleting');
    case 'failed':
      return vscode.l10n.t('Failed');
    default:
      return state;
  }
}

export function isProvisioning(state: string | undefined): boolean {
  return /^(provisioning|creating|updating|deleting)$/iu.test(state ?? '');
}
