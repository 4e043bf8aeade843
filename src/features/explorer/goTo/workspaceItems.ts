import * as vscode from 'vscode';
import { formatArmId, parseArmId } from '../../../api/armId.ts';
import type { Connection } from '../../../platform/connection.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { ExplorerState } from '../explorerState.ts';
import { pinKey, readPins } from '../pins/pins.ts';
import type { Workspace } from '../public.ts';
import { isName, type Reference, referenceTo } from './reference.ts';

/** A row of “Go to workspace…”; separators lead nowhere. */
export interface GoToItem extends vscode.QuickPickItem {
  readonly reference?: Reference;
}

/** All workspaces that are known so far, pinned ones first. */
export function workspaceItems(state: ExplorerState, connection: Connection): GoToItem[] {
  const pins = readPins(state.memory, connection.cloud);
  const pinned = new Set(pins.map(({ workspace }) => pinKey(workspace)));
  const known = state.discovered?.connection === connection ? state.discovered : undefined;
  const places = new Map(
    known?.workspaces.map(({ workspace, subscription, tenant }) => [
      pinKey(workspace),
      [subscription.displayName, workspace.resourceGroupName, tenant.displayName, tenant.accountLabel],
    ]),
  );
  const item = (workspace: Workspace, subscriptionName: string): GoToItem => {
    const reference = referenceTo(workspace.id);
    const place = places.get(pinKey(workspace)) ?? [subscriptionName, workspace.resourceGroupName];
    return {
      label: plainText(workspace.workspaceName),
      description: plainText(workspace.location),
      detail: plainText(place.filter((part) => part !== undefined).join(' › ')),
      iconPath: new vscode.ThemeIcon(pinned.has(pinKey(workspace)) ? 'pinned' : 'layers'),
      ...(reference && { reference }),
    };
  };
  const others = (known?.workspaces ?? [])
    .filter(({ workspace }) => !pinned.has(pinKey(workspace)))
    .sort((a, b) => a.workspace.workspaceName.localeCompare(b.workspace.workspaceName));
  return [
    ...(pins.length === 0 ? [] : [separator(vscode.l10n.t('Pinned'))]),
    ...pins.map(({ workspace, subscriptionName }) => item(workspace, subscriptionName)),
    ...(pins.length === 0 || others.length === 0 ? [] : [separator(vscode.l10n.t('Other workspaces'))]),
    ...others.map(({ workspace, subscription }) => item(workspace, subscription.displayName)),
  ];
}

/** The one row for an address that was pasted. */
export function addressItem(reference: Reference): GoToItem {
  const name = reference.workspaceName ?? reference.id?.resourceGroupName ?? reference.id?.subscriptionId ?? '';
  const below = reference.below.map((resource) => resource.name);
  return {
    label: plainText([name, ...below].join(' › ')),
    description: vscode.l10n.t('Go to this address'),
    ...(reference.id && { detail: plainText(formatArmId(reference.id)) }),
    iconPath: new vscode.ThemeIcon('link'),
    alwaysShow: true,
    reference,
  };
}

/** A row for a name that none of the known workspaces has; undefined where the text cannot be one. */
export function unknownNameItem(value: string, items: readonly GoToItem[]): GoToItem | undefined {
  const text = value.trim();
  if (!isName(text) || parseArmId(text)) return undefined;
  const holds = (part: string | undefined): boolean => part?.toLowerCase().includes(text.toLowerCase()) === true;
  if (items.some(({ label, description, detail }) => [label, description, detail].some(holds))) return undefined;
  return {
    label: vscode.l10n.t('Where is “{0}”?', text),
    description: vscode.l10n.t('No workspace that is shown has this name'),
    iconPath: new vscode.ThemeIcon('question'),
    alwaysShow: true,
    reference: { workspaceName: text, below: [] },
  };
}

function separator(label: string): GoToItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
