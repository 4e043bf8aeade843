import * as vscode from 'vscode';
import { nameText } from './people/nameText.ts';

/** What a principal is, in words. Old assignments come without a type (azure-cli#22078). */
export function principalTypeWords(type: string | undefined): string {
  switch (type?.toLowerCase()) {
    case 'user':
      return vscode.l10n.t('User');
    case 'group':
      return vscode.l10n.t('Group');
    case 'serviceprincipal':
      return vscode.l10n.t('Service principal');
    case undefined:
      return vscode.l10n.t('Unknown type');
    default:
      return nameText(type ?? '');
  }
}

export function principalIcon(type: string | undefined): string {
  switch (type?.toLowerCase()) {
    case 'group':
      return 'organization';
    case 'serviceprincipal':
      return 'server-process';
    case 'user':
      return 'person';
    default:
      return 'question';
  }
}
