import * as vscode from 'vscode';
import { roleWarningWords } from '../commands/warningWords.ts';
import { actionWords } from '../roles/actionWords.ts';
import { kindWords } from '../kindWords.ts';
import type { RoleRefusal } from '../roles/plan/rolePlan.ts';
import { scopeWords } from '../scopes.ts';
import type { AssignmentWords, DeskWords } from './desk/deskWords.ts';
import { rowProblemWords } from './importWords.ts';

/** The sentences of plan, warnings and look-ups, for one workspace. */
export function rolesWords(workspaceName: string): DeskWords {
  return {
    where: (scope) => scopeWords(scope, workspaceName),
    refusal: refusalWords,
    warning: (warning) => roleWarningWords(warning, workspaceName),
    title: (action, { who, role, where }) =>
      action === 'remove'
        ? vscode.l10n.t('Remove role {0} of {1}, {2}', role, who, where)
        : vscode.l10n.t('Give role {0} to {1}, {2}', role, who, where),
    ended: endedWords,
    isSoAlready: () => vscode.l10n.t('It is so already.'),
    isGone: () => vscode.l10n.t('It has been removed already.'),
    changedSince: () => vscode.l10n.t('It has changed since the plan was made. Look at it, and apply again.'),
    newWarnings: () =>
      vscode.l10n.t(
        'Others have changed assignments meanwhile, so the plan means more now. Read the warnings, and apply again.',
      ),
    mustAcknowledge: () => vscode.l10n.t('Read the warnings and agree to them first.'),
    meanwhile: (what, words) =>
      what === 'added' ? vscode.l10n.t('Added: {0}', lineOf(words)) : vscode.l10n.t('Removed: {0}', lineOf(words)),
    andMore: (count) => vscode.l10n.t('and {0} more', count),
    byAppId: (name, objectId) =>
      vscode.l10n.t(
        'This is an application (client) id. Roles are given to the enterprise application “{0}”, whose object id {1} is used instead.',
        name,
        objectId,
      ),
    notFound: () => vscode.l10n.t('Nobody in this tenant has this id, user principal name or mail.'),
    unreadable: () => vscode.l10n.t('This is no object id, user principal name or mail.'),
    several: () => vscode.l10n.t('Several fit. Choose one:'),
    unasked: (usable) =>
      usable
        ? vscode.l10n.t(
            'Nobody can be asked who this is, so it is taken for an object id. The id of an application would not work: use the object id of its enterprise application.',
          )
        : vscode.l10n.t('Nobody can be asked who this is. Paste the object id instead.'),
    unknownId: () =>
      vscode.l10n.t(
        'The directory knows neither an object nor an application of this id. It can be used as an object id all the same; the service may refuse it.',
      ),
    unsearched: (some) =>
      some
        ? vscode.l10n.t('Microsoft Graph did not answer all questions, so somebody may be missing here.')
        : vscode.l10n.t(
            'Nobody can be searched for, because Microsoft Graph cannot be asked. Type or paste an object id.',
          ),
    importProblem: rowProblemWords,
    nothingRemoved: () =>
      vscode.l10n.t('Because rows are left out, nothing is removed: one of them may be what keeps an assignment.'),
    action: actionWords,
    by: lineOf,
    cancelled: () => vscode.l10n.t('Cancelled.'),
  };
}

function lineOf({ who, role, where }: AssignmentWords): string {
  return vscode.l10n.t('{0} is {1}, {2}', who, role, where);
}

function refusalWords(refusal: RoleRefusal): string {
  switch (refusal.why) {
    case 'unknownRole':
      return vscode.l10n.t('There is no role with the id {0}.', refusal.roleId);
    case 'unreadableScope':
      return vscode.l10n.t('“{0}” is no scope of Synapse.', refusal.scope);
    case 'otherWorkspace':
      return vscode.l10n.t('The scope is in another workspace: {0}.', refusal.workspaceName);
    case 'notAssignableThere': {
      const kinds = refusal.role.scopeKinds.map(kindWords).join(', ');
      return vscode.l10n.t('{0} can only be given at: {1}.', refusal.role.name, kinds);
    }
    case 'badPrincipalId':
      return vscode.l10n.t('“{0}” is no object id.', refusal.principalId);
    case 'principalType':
      return refusal.principalType === undefined
        ? vscode.l10n.t('Choose whether it is a user, a group or a service principal.')
        : vscode.l10n.t('“{0}” is no type of principal.', refusal.principalType);
    case 'duplicate':
      return vscode.l10n.t('It is in the plan already.');
  }
}

function endedWords({ done, failed, notSent }: Parameters<DeskWords['ended']>[0]): string {
  const parts = [
    vscode.l10n.t('{0} done', done),
    ...(failed === 0 ? [] : [vscode.l10n.t('{0} failed', failed)]),
    ...(notSent === 0 ? [] : [vscode.l10n.t('{0} not sent', notSent)]),
  ];
  return vscode.l10n.t('Finished: {0}.', parts.join(', '));
}
