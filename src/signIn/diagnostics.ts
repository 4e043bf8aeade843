import * as vscode from 'vscode';
import type { Connections } from '../platform/connections.ts';
import { errorWords } from '../platform/errors/errorWords.ts';
import type { RecentErrors } from '../platform/recentErrors.ts';
import { masked, maskedId } from './masking.ts';
import { readCredentials } from './credentials/readCredentials.ts';

export interface DiagnosticsParts {
  readonly extension: vscode.Extension<unknown>;
  readonly connections: Connections;
  readonly recent: RecentErrors;
}

/** What somebody who helps needs to know: versions, cloud, credentials by kind, masked tenants, last errors. */
export async function diagnostics({ extension, connections, recent }: DiagnosticsParts): Promise<string> {
  const { current, state, error } = connections;
  const credentials = readCredentials();
  const { version } = extension.packageJSON as { version: string };
  return [
    `Synapse Explorer ${version}`,
    `${vscode.env.appName} ${vscode.version} (${vscode.env.uiKind === vscode.UIKind.Web ? 'browser' : 'desktop'})`,
    `Node.js ${process.versions.node}, ${process.platform} ${process.arch}`,
    vscode.env.remoteName === undefined ? 'Local' : `Remote: ${vscode.env.remoteName}`,
    '',
    `Connection: ${state}`,
    ...(error === undefined ? [] : [`Reason: ${masked(errorWords(error).summary)}`]),
    ...(current ? [`Cloud: ${current.cloud.name}`, `Resource manager: ${current.cloud.resourceManager.endpoint}`] : []),
    `Credentials: ${Object.entries(credentials)
      .map(([plane, kind]) => `${plane} ${kind}`)
      .join(', ')}`,
    ...(await tenantLines(connections)),
    '',
    'Last errors:',
    ...(recent.lines.length === 0 ? ['none'] : recent.lines.map(masked)),
    '',
  ].join('\n');
}

async function tenantLines({ current }: Connections): Promise<string[]> {
  if (!current) return [];
  try {
    const tenants = await current.tenants(AbortSignal.timeout(10_000));
    return tenants.map(
      ({ tenantId, error }) =>
        `Tenant: ${maskedId(tenantId)}${error === undefined ? '' : ` (${masked(errorWords(error).summary)})`}`,
    );
  } catch (error) {
    return [`Tenants: ${masked(errorWords(error).summary)}`];
  }
}
