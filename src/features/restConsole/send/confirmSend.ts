import * as vscode from 'vscode';
import { onlyReads } from '../../../azure/retry.ts';
import { confirm } from '../../../platform/confirm.ts';
import type { PreparedRequest } from '../requests/prepareRequest.ts';
import { templateSegments } from '../requests/matchOperation.ts';

/** Whether a request changes nothing, so that it is sent without a question. */
export function reads({ operation }: Pick<PreparedRequest, 'operation'>): boolean {
  return onlyReads(operation.method, operation);
}

/** Asks before requests that change something: once for all of them, naming each. @throws CancellationError */
export async function confirmSend(requests: readonly PreparedRequest[], workspace: string | undefined): Promise<void> {
  const writes = requests.filter((request) => !reads(request));
  const [first] = writes;
  if (!first) return;
  const where = workspace === undefined ? [] : [vscode.l10n.t('Workspace {0}', workspace)];
  if (writes.length > 1) {
    await confirm({
      message: vscode.l10n.t('Send {0} requests that change something?', writes.length),
      detail: [...where, ...writes.map((request) => `${request.operation.id}: ${subjectOf(request)}`)].join('\n'),
      action: vscode.l10n.t('Send all'),
    });
    return;
  }
  const { operation, file } = first;
  const deletes = operation.method === 'DELETE';
  await confirm({
    message: deletes
      ? vscode.l10n.t('Delete “{0}”?', subjectOf(first))
      : vscode.l10n.t('Send {0} for “{1}”?', operation.id, subjectOf(first)),
    detail: [
      ...where,
      `${operation.method} ${filled(first)}`,
      ...(file === undefined ? [] : [vscode.l10n.t('The file “{0}” is sent with it.', file)]),
      deletes ? vscode.l10n.t('This cannot be undone.') : vscode.l10n.t('Azure carries this out at once.'),
    ].join('\n'),
    action: deletes ? vscode.l10n.t('Delete') : vscode.l10n.t('Send'),
  });
}

/** What a request is about: the innermost name in its path, or the path where it has none. */
export function subjectOf(request: Pick<PreparedRequest, 'operation' | 'path'>): string {
  const { path, wholePaths = [] } = request.operation;
  const names = templateSegments(path).flatMap((segment) => {
    const name = /^\{([^{}]+)\}$/u.exec(segment)?.[1];
    const value = name === undefined ? undefined : request.path[name];
    if (name === undefined || value === undefined) return [];
    // A slash parts names only in what is a path; elsewhere it belongs to the name.
    return [wholePaths.includes(name) ? (value.split('/').at(-1) ?? value) : value];
  });
  return names.at(-1) ?? filled(request);
}

function filled({ operation, path }: Pick<PreparedRequest, 'operation' | 'path'>): string {
  return (operation.path.split('?')[0] ?? '').replace(/\{([^{}]+)\}/gu, (whole, name: string) => path[name] ?? whole);
}
