import * as vscode from 'vscode';
import type { Connection } from '../../../platform/connection.ts';
import type { Principal, Resolved } from '../model/principal.ts';
import { nameText } from '../people/nameText.ts';
import { principalIcon, principalTypeWords } from '../principals.ts';

/** Somebody who has a role: what the service tells, and what Microsoft Graph does. */
export interface Who {
  /** Object id in lower case. */
  readonly id: string;
  /** The service's own word; old assignments have none. */
  readonly type?: string;
  /** Absent where the name is not known. */
  readonly principal?: Principal;
  /** Microsoft Graph was asked and does not know the id: deleted, or another tenant's. */
  readonly isGone?: boolean;
}

/** Those of these principals that are known now. @param resolved undefined where nobody has answered yet */
export function whoIs(
  { principalId: id, principalType: type }: { readonly principalId: string; readonly principalType?: string },
  resolved: Resolved | undefined,
): Who {
  const principal = resolved?.principals.get(id);
  return {
    id,
    ...(type !== undefined && { type }),
    ...(principal && { principal }),
    ...(resolved && !resolved.gap && !principal && { isGone: true }),
  };
}

/** The name as one line that is safe to show; the object id where there is none. */
export function whoLabel({ id, principal }: Who): string {
  return principal ? nameText(principal.displayName) : id;
}

export function whoType({ type, principal, isGone }: Who): string {
  if (principal?.managedIdentity === true) return vscode.l10n.t('Managed identity');
  const words = principalTypeWords(principal?.type ?? type);
  return isGone === true ? vscode.l10n.t('{0}, deleted or unknown', words) : words;
}

export function whoIcon({ type, principal, isGone }: Who): string {
  return isGone === true ? 'question' : principalIcon(principal?.type ?? type);
}

/** What tells somebody from others of the same name: type, and mail or user principal name or application id. */
export function whoDetail(who: Who): string {
  const { userPrincipalName, mail, appId } = who.principal ?? {};
  const address = userPrincipalName ?? mail;
  const application = appId === undefined ? undefined : vscode.l10n.t('Application id {0}', appId);
  const own = address === undefined ? application : nameText(address);
  return [whoType(who), ...(own === undefined ? [] : [own])].join(' ');
}

/** For a sentence: the name; where there is none, what is known, the object id at least. */
export function whoNamed(who: Who): string {
  return who.principal || who.type === undefined ? whoLabel(who) : whoSpoken(who);
}

/** Everything that is known, a line each: for a tooltip. */
export function whoLines(who: Who): string[] {
  const { id, principal } = who;
  const { displayName, userPrincipalName, mail, appId } = principal ?? {};
  return [
    ...(displayName === undefined ? [] : [nameText(displayName, 300)]),
    whoType(who),
    ...(userPrincipalName === undefined ? [] : [nameText(userPrincipalName, 300)]),
    ...(mail === undefined || mail === userPrincipalName ? [] : [nameText(mail, 300)]),
    vscode.l10n.t('Object id {0}', id),
    ...(appId === undefined ? [] : [vscode.l10n.t('Application id {0}', appId)]),
  ];
}

/** For a screen reader: kind and name, or kind and id. */
export function whoSpoken(who: Who): string {
  return who.principal
    ? `${whoType(who)} ${whoLabel(who)}`
    : vscode.l10n.t('{0} with object id {1}', whoType(who), who.id);
}

/** Flags of a node that stands for somebody; a page in the portal only where the cloud has one. */
export function whoFlags({ cloud }: Connection): ('named' | 'principal' | 'principalPage')[] {
  return ['named', 'principal', ...(cloud.portal === undefined ? [] : (['principalPage'] as const))];
}
