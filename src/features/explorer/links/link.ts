import type { ResourceAddress } from '../../../platform/tree/treeNode.ts';
import { type Reference, referenceTo } from '../goTo/reference.ts';

/** The part of a `vscode.Uri` that a link is read from; `query` is decoded once already. */
export interface LinkUri {
  readonly path: string;
  readonly query: string;
}

/**
 * A link that opens a resource in this extension, for people to hand to each other:
 * `vscode://synapse-explorer.synapse-explorer/open?id=/subscriptions/…&tenant=…`. It holds no account: whoever opens it
 * has their own.
 * @param scheme of VS Code itself, which differs between its builds
 */
export function linkTo({ id, tenantId }: ResourceAddress, scheme: string, extensionId: string): string {
  return `${scheme}://${extensionId}/open?id=${queryValue(id)}&tenant=${queryValue(tenantId)}`;
}

/**
 * What a link asks for. Its text comes from anywhere: only a resource id that could be one, and a tenant that could be
 * one, count; everything else, also in length, makes it no link of ours.
 */
export function readLink({ path, query }: LinkUri): Reference | undefined {
  if (path !== '/open' || query.length > 4096) return undefined;
  const values = new URLSearchParams(query);
  const reference = referenceTo(values.get('id') ?? '');
  const tenant = values.get('tenant');
  const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
  if (!reference?.id || !guid.test(reference.id.subscriptionId)) return undefined;
  if (tenant !== null && !/^[a-z0-9][a-z0-9.-]{0,127}$/iu.test(tenant)) return undefined;
  return { ...reference, ...(tenant !== null && { tenant }) };
}

/** VS Code decodes a query before it is taken apart, so what means something in a query is escaped twice. */
function queryValue(text: string): string {
  return encodeURI(text.toWellFormed().replace(/[%&+#=?]/gu, encodeURIComponent));
}
