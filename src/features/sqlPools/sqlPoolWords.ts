import * as vscode from 'vscode';
import type { DedicatedPool } from './public.ts';

/** A power state in VS Code's language; one that is not known stands as the service writes it. */
export function statusWords(status: string | undefined): string {
  switch (status?.toLowerCase()) {
    case undefined:
      return vscode.l10n.t('unknown state');
    case 'online':
      return vscode.l10n.t('Online');
    case 'paused':
      return vscode.l10n.t('Paused');
    case 'pausing':
      return vscode.l10n.t('Pausing');
    case 'resuming':
      return vscode.l10n.t('Resuming');
    case 'scaling':
      return vscode.l10n.t('Scaling');
    case 'creating':
      return vscode.l10n.t('Creating');
    case 'provisioning':
      return vscode.l10n.t('Provisioning');
    case 'restoring':
      return vscode.l10n.t('Restoring');
    case 'deleting':
      return vscode.l10n.t('Deleting');
    default:
      return status ?? '';
  }
}

/** `DW100c · Online`, in parts. */
export function stateParts({ size, status }: Pick<DedicatedPool, 'size' | 'status'>): string[] {
  return [...(size === undefined ? [] : [size]), statusWords(status)];
}
