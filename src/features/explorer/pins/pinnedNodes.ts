import * as vscode from 'vscode';
import { onePage } from '../../../platform/tree/onePage.ts';
import type { TreeNode } from '../../../platform/tree/treeNode.ts';
import { MissingPinKind, PinnedKind } from '../contributions.ts';
import type { Discovered } from '../discovered.ts';
import type { ExplorerFilter } from '../explorerFilter.ts';
import type { RowParts } from '../grouping.ts';
import { workspaceNode } from '../workspaceNode.ts';
import type { Pin } from './pin.ts';
import { pinKey } from './pins.ts';
import { type PinVerdict, verdictOn } from './pinVerdict.ts';

export interface PinnedParts extends RowParts {
  readonly filter: ExplorerFilter;
  readonly discovered: Discovered;
  /** The pins as they are now. */
  readonly pins: () => readonly Pin[];
}

/** “Pinned”, above everything else. Its rows work at once, from memory; what is read later confirms them. */
export function pinnedNode(parts: PinnedParts): TreeNode {
  const label = vscode.l10n.t('Pinned');
  return {
    kind: PinnedKind,
    key: 'pinned',
    data: {},
    label,
    icon: { id: 'pinned' },
    accessibleLabel: vscode.l10n.t('Pinned workspaces'),
    // No name sorts before the empty one.
    order: '',
    expanded: true,
    children: onePage(() => parts.pins().map((pin) => pinNode(parts, pin))),
  };
}

function pinNode(parts: PinnedParts, pin: Pin): TreeNode {
  const { discovered, filter } = parts;
  if (discovered.isDone) return confirmedNode(parts, pin, verdictOn(pin, discovered, filter));
  return {
    ...rowOf(parts, pin),
    // Not a request: what the tenants answer is waited for.
    poll: {
      seconds: 0,
      read: async (signal) => {
        await Promise.race([discovered.done, ended(signal)]);
        return confirmedNode(parts, pin, verdictOn(pin, discovered, filter));
      },
    },
  };
}

function confirmedNode(parts: PinnedParts, pin: Pin, verdict: PinVerdict): TreeNode {
  switch (verdict.is) {
    case 'there': {
      const { workspace, subscription } = verdict.found;
      return rowOf(parts, { workspace, subscriptionName: subscription.displayName });
    }
    case 'unknown':
      return rowOf(parts, pin);
    case 'gone':
      return missingNode(
        pin,
        vscode.l10n.t('not found'),
        vscode.l10n.t('It may have been deleted or moved, or you may have no access any more.'),
      );
    case 'foreign':
      return missingNode(
        pin,
        vscode.l10n.t('not visible'),
        vscode.l10n.t('It is in a tenant that {0} does not belong to.', parts.connection.account),
      );
  }
}

function rowOf({ connection, sections }: PinnedParts, { workspace, subscriptionName }: Pin): TreeNode {
  const place = { connection, workspace };
  return {
    ...workspaceNode({ place, subscriptionName, sections, pinned: true, stands: 'alone' }),
    key: pinKey(workspace),
  };
}

/** A pin that leads nowhere: it says so, and can be taken away. */
function missingNode(pin: Pin, state: string, reason: string): TreeNode {
  const { workspaceName } = pin.workspace;
  return {
    kind: MissingPinKind,
    passing: true,
    key: pinKey(pin.workspace),
    data: { pin },
    label: workspaceName,
    description: state,
    icon: { id: 'warning', color: 'charts.yellow' },
    tooltip: [workspaceName, vscode.l10n.t('Subscription {0}', pin.subscriptionName), reason].join('\n'),
    accessibleLabel: vscode.l10n.t('Pinned workspace {0}, {1}: {2}', workspaceName, state, reason),
    flags: ['named'],
    order: workspaceName,
  };
}

/** Resolves when nobody waits any more. */
function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
