import * as vscode from 'vscode';
import type { Connections } from '../../platform/connections.ts';
import { errorWords } from '../../platform/errors/errorWords.ts';
import type { ResourceAddress } from '../../platform/tree/treeNode.ts';
import type { PropertiesReader } from './public.ts';

/** The document of a resource: what the service tells as JSON, or why it does not as comments. */
export async function propertiesText(
  uri: vscode.Uri,
  { current: connection }: Connections,
  readers: readonly PropertiesReader[],
): Promise<string> {
  const query = new URLSearchParams(uri.query);
  const kind = query.get('kind');
  const reader = readers.find((candidate) => candidate.kind.name === kind);
  const id = query.get('id');
  const tenantId = query.get('tenant');
  const accountId = query.get('account');
  try {
    if (!connection) throw new Error(vscode.l10n.t('Not connected. Open the explorer, sign in, and open this again.'));
    if (!reader || id === null || tenantId === null) throw new Error(vscode.l10n.t('This address names no resource.'));
    const address = { id, tenantId, ...(accountId !== null && { accountId }) };
    const properties = await reader.read(connection, address, new AbortController().signal);
    return `${JSON.stringify(properties, undefined, 2)}\n`;
  } catch (error) {
    // A document cannot fail to open without a lasting error editor; the reason is more use as its text.
    const { summary, advice, facts } = errorWords(error);
    return [summary, advice, ...facts]
      .filter((line) => line !== undefined)
      .map((line) => `// ${line.replace(/\s+/gu, ' ')}\n`)
      .join('');
  }
}

/** The document's address; it holds all that is needed to read the resource again. */
export function propertiesUri(
  scheme: string,
  kind: string,
  label: string,
  { id, tenantId, accountId }: ResourceAddress,
): vscode.Uri {
  const account = accountId === undefined ? {} : { account: accountId };
  const query = new URLSearchParams({ kind, tenant: tenantId, ...account, id }).toString();
  return vscode.Uri.from({ scheme, path: `/${label.replaceAll('/', '∕')}.json`, query });
}
