import { queryParameter, type Reply, type Request } from '../../http/exchange.ts';
import type { Call } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { pageSizeOf, type Context } from '../context.ts';

/** No specification says how many resources a page of Resource Manager holds; 100 keeps pages visible in a big sample. */
export const managementPageSize = 100;

/** One page of a list of Resource Manager's, of the size that it has there. */
export function page<Item>(
  call: Call,
  context: Context,
  items: Iterable<Item>,
  toBody: (item: Item) => unknown,
  end: object = {},
): Reply {
  return pageOfSize(call, pageSizeOf(context, managementPageSize), items, toBody, end);
}

/**
 * One page of a list as `{value, nextLink?}`. `nextLink` is the same URL with `$skiptoken`; on the last page it is absent
 * (recording azure-cli.workspaces.json).
 *
 * @param end members of the last page, where a specification demands some
 */
export function pageOfSize<Item>(
  call: Call,
  size: number,
  items: Iterable<Item>,
  toBody: (item: Item) => unknown,
  end: object = {},
): Reply {
  const all = [...items];
  const from = pageStart(call.request);
  const to = from + size;
  const { service, urls, workspaceName = '' } = call.request.addressed;
  const base = service === 'workspace' ? urls.workspace(workspaceName) : urls.resourceManager;
  return {
    status: 200,
    body: {
      value: all.slice(from, to).map(toBody),
      ...(to < all.length ? { nextLink: nextLink(call.request, base, to) } : end),
    },
  };
}

/** @param base of the service, without a trailing slash @param offset of the next page's first item */
export function nextLink({ addressed, query: asked }: Request, base: string, offset: number): string {
  const query = new URLSearchParams([...asked].filter(([name]) => name.toLowerCase() !== '$skiptoken'));
  query.set('$skiptoken', Buffer.from(`from=${offset}`).toString('base64url'));
  return `${base}${addressed.path}?${query.toString()}`;
}

/** Offset of the page that is asked for. @throws ServiceError 400 for a token that was never given out */
export function pageStart(request: Request): number {
  const skipToken = queryParameter(request, '$skiptoken');
  if (skipToken === undefined) return 0;
  const [, offset] = /^from=(\d+)$/.exec(Buffer.from(skipToken, 'base64url').toString()) ?? [];
  if (offset !== undefined) return Number(offset);
  throw new ServiceError(400, 'InvalidSkipToken', 'The value of $skiptoken is not one that this list gave out.');
}
