import * as vscode from 'vscode';
import { plainText } from '../../../platform/plainText.ts';
import { withProgress } from '../../../platform/progress.ts';
import type { Target } from '../../../platform/commands/commandHandler.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { directoryAt } from '../explorer/names.ts';
import { roleNames } from '../explorer/roleRows.ts';
import { whoIs, whoNamed } from '../explorer/who.ts';
import type { Assignment } from '../model/access.ts';
import { nameText } from '../people/nameText.ts';
import { accessOf } from '../roles/accessOf.ts';
import { actionWords } from '../roles/actionWords.ts';
import { type AccessDecision, actionsOf, checkAccess } from '../roles/checkAccess.ts';
import { formatScope, workspaceKind } from '../roles/scope.ts';
import { scopeWords } from '../scopes.ts';
import { placeOf } from './accessTarget.ts';
import { askPrincipal } from './askPrincipal.ts';
import { needingRole } from './needingRole.ts';

/** Whose access is looked at. */
interface Subject {
  readonly id: string;
  /** One line, safe to show. */
  readonly label: string;
  /** Undefined where nobody can tell. */
  readonly groupIds: readonly string[] | undefined;
}

/** Somebody by their object id, with the service's word for what they are where it is known. */
type Asked = Pick<Assignment, 'principalId' | 'principalType'>;

/** Shows what somebody may do at the scope that a row stands for, or in the whole workspace. @throws CancellationError */
export async function checkAccessAt(target: Target): Promise<void> {
  const { place, principalId, principalType } = placeOf(target.data);
  const own = principalId !== undefined && { principalId, ...(principalType !== undefined && { principalType }) };
  await checkAccessOf(target, own || (await askSubject(place)));
}

export async function checkAccessOf(target: Target, who: Asked): Promise<void> {
  const { place, scope: ownScope } = placeOf(target.data);
  const { workspaceName } = place.workspace;
  const scope = ownScope ?? formatScope({ workspaceName, kind: workspaceKind });
  const title = vscode.l10n.t('Checking access in workspace {0}', workspaceName);
  const read = withProgress(title, async (signal) => {
    const asked = await subjectOf(place, who, signal);
    return { subject: asked, ...(await decisionItems(place, asked, scope, signal)) };
  });
  const { subject, items, allowed } = await needingRole(target, read);
  const summary = vscode.l10n.t(
    '{0} may do {1} of {2} things ({3})',
    subject.label,
    allowed,
    items.length,
    scopeWords(scope, workspaceName),
  );
  const doubt = vscode.l10n.t('groups are not known, so more may be allowed through them');
  await vscode.window.showQuickPick(items, {
    placeHolder: plainText([summary, ...(subject.groupIds ? [] : [doubt])].join('; ')),
    matchOnDescription: true,
  });
}

/** The user first: most people want to know why they are refused. */
async function askSubject(place: InWorkspace): Promise<Asked> {
  const me = { label: vscode.l10n.t('Me'), iconPath: new vscode.ThemeIcon('account') };
  const other = { label: vscode.l10n.t('Somebody else…'), iconPath: new vscode.ThemeIcon('search') };
  const chosen = await vscode.window.showQuickPick([me, other], {
    placeHolder: vscode.l10n.t('Whose access is to be checked?'),
  });
  if (!chosen) throw new vscode.CancellationError();
  if (chosen.label === other.label) {
    const { id, type } = await askPrincipal(place, vscode.l10n.t('Check access'));
    return { principalId: id, principalType: type };
  }
  const caller = await accessOf(place).caller(new AbortController().signal);
  if (!caller) throw new Error(vscode.l10n.t('The sign-in does not tell who you are. Choose yourself by name.'));
  return { principalId: caller.objectId.toLowerCase() };
}

async function subjectOf(place: InWorkspace, asked: Asked, signal: AbortSignal): Promise<Subject> {
  const directory = directoryAt(place);
  const id = asked.principalId;
  const [resolved, caller, groups] = await Promise.all([
    directory.resolve([id], signal),
    accessOf(place)
      .caller(signal)
      .catch(() => undefined),
    directory.groupsOf(id, signal),
  ]);
  const isCaller = caller?.objectId.toLowerCase() === id;
  const who = whoIs(asked, resolved);
  // Whoever is signed in has a name without Microsoft Graph, too.
  const label = isCaller && !who.principal ? accountName(place) : whoNamed(who);
  return { id, label, groupIds: groups ?? (isCaller ? caller.groupIds : undefined) };
}

function accountName({ connection, workspace: { accountId } }: InWorkspace): string {
  const label = accountId === undefined ? undefined : connection.accountLabel?.(accountId);
  return nameText(label ?? connection.account);
}

async function decisionItems(
  place: InWorkspace,
  { id: principalId, groupIds }: Subject,
  scope: string,
  signal: AbortSignal,
): Promise<{ readonly items: vscode.QuickPickItem[]; readonly allowed: number }> {
  const known = await accessOf(place).roles(signal);
  const question = { principalId, ...(groupIds && { groupIds }), actions: actionsOf(known.roles), scope };
  const decisions = await checkAccess(place, question, signal);
  const givers = decisions.flatMap(({ by }) => (by ? [by.principalId] : []));
  const resolved = await directoryAt(place).resolve(givers, signal);
  const nameOfRole = roleNames(known);
  const itemOf = ({ action, decision, by }: AccessDecision): vscode.QuickPickItem => {
    const giver = by && (by.principalId === principalId ? undefined : whoNamed(whoIs(by, resolved)));
    const why = by && [nameOfRole(by.roleId), ...(giver === undefined ? [] : [vscode.l10n.t('through {0}', giver)])];
    return {
      label: plainText(actionWords(action)),
      description: plainText(why?.join(' · ') ?? decisionWords(decision)),
      iconPath: icons[decision],
    };
  };
  const rank = ['allowed', 'unknown', 'notAllowed'];
  const ordered = decisions.toSorted((a, b) => rank.indexOf(a.decision) - rank.indexOf(b.decision));
  return { items: ordered.map(itemOf), allowed: decisions.filter(({ decision }) => decision === 'allowed').length };
}

const icons: Readonly<Record<AccessDecision['decision'], vscode.ThemeIcon>> = {
  allowed: new vscode.ThemeIcon('pass'),
  notAllowed: new vscode.ThemeIcon('circle-slash'),
  unknown: new vscode.ThemeIcon('question'),
};

function decisionWords(decision: AccessDecision['decision']): string {
  switch (decision) {
    case 'allowed':
      return vscode.l10n.t('allowed');
    case 'notAllowed':
      return vscode.l10n.t('not allowed');
    case 'unknown':
      return vscode.l10n.t('the service does not say');
  }
}
