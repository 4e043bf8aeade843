import * as vscode from 'vscode';
import { ImportError, mostImportRows, type RowFault, type RowProblem } from '../roles/files/importFile.ts';
import { kindWords } from '../kindWords.ts';

/** A row that is left out, and why. */
export function rowProblemWords({ row, fault }: RowProblem): string {
  return vscode.l10n.t('Row {0}: {1}', row, faultWords(fault));
}

/** Why a file cannot be imported, in words for people; whatever else went wrong stays as it is. */
export function importError(error: unknown): unknown {
  return error instanceof ImportError ? new Error(failureWords(error), { cause: error }) : error;
}

function failureWords({ failure }: ImportError): string {
  switch (failure.why) {
    case 'tooLarge':
      return vscode.l10n.t('The file is too large to be a list of role assignments.');
    case 'tooManyRows':
      return vscode.l10n.t('The file has more than {0} rows.', mostImportRows);
    case 'notText':
      return vscode.l10n.t('The file is no text in UTF-8 or UTF-16.');
    case 'notJson':
      return vscode.l10n.t('The file is no JSON: {0}', failure.detail);
    case 'notCsv':
      return vscode.l10n.t('The file is no CSV: {0}', failure.detail);
    case 'notRoles':
      return vscode.l10n.t('The file holds no role assignments. Export some, to see what one looks like.');
    case 'version':
      return vscode.l10n.t('The file was made by a later version of this extension.');
    case 'noColumns':
      return vscode.l10n.t(
        'The first line must name columns for principal and role. Export some, to see what they are.',
      );
  }
}

function faultWords(fault: RowFault): string {
  switch (fault.why) {
    case 'unreadable':
      return vscode.l10n.t('it holds nothing.');
    case 'noPrincipal':
      return vscode.l10n.t('it names no principal.');
    case 'noRole':
      return vscode.l10n.t('it names no role.');
    case 'noScope':
      return vscode.l10n.t('it names no scope.');
    case 'unknownRole':
      return vscode.l10n.t('there is no role “{0}”.', fault.role);
    case 'rolesDiffer':
      return vscode.l10n.t('the role’s name “{0}” and its id {1} are those of two roles.', fault.role, fault.roleId);
    case 'unreadableScope':
      return vscode.l10n.t('“{0}” is no scope of Synapse.', fault.scope);
    case 'otherWorkspace':
      return vscode.l10n.t('it is about another workspace: {0}.', fault.workspaceName);
    case 'noCounterpart':
      return vscode.l10n.t('“{0}” ({1}) has no counterpart in this workspace.', fault.item, kindWords(fault.kind));
    case 'workspaceIdentity':
      return vscode.l10n.t('it is the workspace’s managed identity, and the one of this workspace is not known.');
    case 'notFound':
      return vscode.l10n.t('nobody in this tenant is “{0}”.', fault.reference);
    case 'severalFound':
      return vscode.l10n.t('several are “{0}”; write the object id.', fault.reference);
    case 'unreadableReference':
      return vscode.l10n.t('“{0}” is no object id, user principal name or mail.', fault.reference);
    case 'unasked':
      return vscode.l10n.t('nobody can be asked who “{0}” is; write object id and type.', fault.reference);
  }
}
