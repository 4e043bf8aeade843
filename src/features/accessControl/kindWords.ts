import * as vscode from 'vscode';

/** A kind of scopes, as a word; the service's own for one that is not known. */
export function kindWords(kind: string): string {
  switch (kind) {
    case 'workspace':
      return vscode.l10n.t('Workspace');
    case 'bigDataPools':
      return vscode.l10n.t('Apache Spark pools');
    case 'scopePools':
      return vscode.l10n.t('SCOPE pools');
    case 'integrationRuntimes':
      return vscode.l10n.t('Integration runtimes');
    case 'linkedServices':
      return vscode.l10n.t('Linked services');
    case 'credentials':
      return vscode.l10n.t('Credentials');
    default:
      return kind;
  }
}
