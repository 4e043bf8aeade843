import * as vscode from 'vscode';
import type { Target } from '../../../platform/commands/commandHandler.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { directoryAt } from '../explorer/names.ts';
import { roleNames } from '../explorer/roleRows.ts';
import { type Who, whoIcon, whoIs, whoLabel, whoType } from '../explorer/who.ts';
import type { Assignment } from '../model/access.ts';
import type { NamesGap } from '../model/principal.ts';
import { gapWords } from '../people/gapWords.ts';
import { accessOf } from '../roles/accessOf.ts';
import { scopeKey } from '../roles/scope.ts';
import { scopeWords } from '../scopes.ts';
import { placeOf } from './accessTarget.ts';
import { needingRole } from './needingRole.ts';

/** Somebody who has a role that holds at the scope. */
export interface Holder {
  readonly assignment: Assignment;
  readonly who: Who;
  readonly roleName: string;
}

interface HolderItem extends vscode.QuickPickItem {
  readonly holder?: Holder;
}

/**
 * Lists who has which role at an item, with what is inherited from the workspace.
 * @returns whom somebody has chosen, to do something with them; undefined when they turned away
 */
export async function whoHasAccess(target: Target): Promise<(Holder & { readonly place: InWorkspace }) | undefined> {
  const { place, scope } = placeOf(target.data);
  if (scope === undefined) return undefined;
  const where = scopeWords(scope, place.workspace.workspaceName);
  const closed = new AbortController();
  const items = holderItems(place, scope, closed.signal);
  const choosing = vscode.window.showQuickPick(items, {
    placeHolder: plainText(vscode.l10n.t('Who has access to {0}; choose somebody to do more', where)),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  const close = (): void => {
    closed.abort(new vscode.CancellationError());
  };
  choosing.then(close, close);
  // VS Code says nothing of a list that could not be read.
  const [chosen] = await needingRole(target, Promise.all([choosing, items]));
  return chosen?.holder && { ...chosen.holder, place };
}

/** By role; in each, what is given at the item itself comes before what it inherits. */
async function holderItems(place: InWorkspace, scope: string, signal: AbortSignal): Promise<HolderItem[]> {
  const access = accessOf(place);
  const [known, assignments] = await Promise.all([access.roles(signal), allAt(place, scope, signal)]);
  const { principals, gap } = await directoryAt(place).resolve(
    assignments.map(({ principalId }) => principalId),
    signal,
  );
  const resolved = { principals, ...(gap && { gap }) };
  const nameOf = roleNames(known);
  const holders = assignments.map((assignment): Holder => ({
    assignment,
    who: whoIs(assignment, resolved),
    roleName: nameOf(assignment.roleId),
  }));
  const byRole = Map.groupBy(holders, ({ roleName }) => roleName);
  const groups = [...byRole].toSorted(([a], [b]) => a.localeCompare(b));
  return [
    ...(gap ? [gapSeparator(gap)] : []),
    ...groups.flatMap(([roleName, own]) => [
      { label: plainText(roleName), kind: vscode.QuickPickItemKind.Separator },
      ...own.map((holder) => holderItem(holder, scope)).toSorted(byNearness),
    ]),
  ];
}

async function allAt(place: InWorkspace, scope: string, signal: AbortSignal): Promise<Assignment[]> {
  const all: Assignment[] = [];
  for await (const { items } of accessOf(place).assignments({ signal, scope })) all.push(...items);
  return all;
}

type NearItem = HolderItem & { readonly isInherited: boolean };

function holderItem(holder: Holder, scope: string): NearItem {
  const { assignment, who } = holder;
  const isInherited = scopeKey(assignment.scope) !== scopeKey(scope);
  return {
    label: plainText(whoLabel(who)),
    description: plainText(
      [whoType(who), ...(isInherited ? [vscode.l10n.t('inherited from the workspace')] : [])].join(' · '),
    ),
    iconPath: new vscode.ThemeIcon(whoIcon(who)),
    holder,
    isInherited,
  };
}

function byNearness(a: NearItem, b: NearItem): number {
  return Number(a.isInherited) - Number(b.isInherited) || a.label.localeCompare(b.label);
}

function gapSeparator(gap: NamesGap): HolderItem {
  return { label: gapWords(gap), kind: vscode.QuickPickItemKind.Separator };
}
