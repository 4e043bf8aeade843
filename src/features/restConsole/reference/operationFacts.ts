import * as vscode from 'vscode';
import { onlyReads } from '../../../azure/retry.ts';
import { templateSegments } from '../requests/matchOperation.ts';
import type { KnownOperation } from '../requests/operationCatalogue.ts';
import { parameterNames } from '../ask/fittingOperations.ts';
import { permissionFor } from './permissions.ts';

/** One line about an operation: method and path. */
export function addressLine({ operation }: KnownOperation): string {
  const path = operation.path.replace(
    /^\/subscriptions\/\{subscriptionId\}\/resourceGroups\/\{resourceGroupName\}\/providers\/Microsoft\.Synapse\/workspaces\/\{workspaceName\}/u,
    '…',
  );
  return `${operation.method} ${path}`;
}

/**
 * One line about what an operation needs and does: reads or changes, parameters, body, permission.
 *
 * @param given Path parameters that need not be asked for.
 */
export function factsLine(known: KnownOperation, given: Readonly<Record<string, string>>): string {
  const { operation, request } = known;
  const reads = onlyReads(operation.method, operation);
  const kind =
    operation.method === 'DELETE'
      ? vscode.l10n.t('deletes')
      : reads
        ? vscode.l10n.t('reads')
        : vscode.l10n.t('changes something');
  const told = new Set([...Object.keys(given), 'subscriptionId', 'resourceGroupName', 'workspaceName']);
  const needs = [
    ...parameterNames(templateSegments(operation.path)).filter((name) => !told.has(name)),
    ...(request.required ?? []).filter((name) => name !== 'body'),
  ];
  return [
    kind,
    ...(operation.longRunning ? [vscode.l10n.t('long-running')] : []),
    ...(operation.pages ? [vscode.l10n.t('in pages')] : []),
    ...(needs.length === 0 ? [] : [vscode.l10n.t('needs {0}', needs.join(', '))]),
    ...(request.body === undefined ? [] : [vscode.l10n.t('takes a body')]),
    vscode.l10n.t('permission: {0}', permissionFor(operation)),
  ].join(' · ');
}
