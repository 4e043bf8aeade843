import { queryParameter, type Reply } from '../../http/exchange.ts';
import type { Call } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { pageSizeOf, type Context } from '../context.ts';

/** No specification says how many resources a page of Resource Manager holds; 100 keeps pages visible in a big sample. */
const ownPageSize = 100;

/**
 * One page of a list as `{value, nextLink?}`. `nextLink` is the same URL with `$skiptoken`; on the last page it is
 * absent (recording azure-cli.workspaces.json).
 *
 * @param end members of the last page, where a specification demands some
 */
export function page<Item>(
  call: Call,
  context: Context,
  items: Iterable<Item>,
  toBody: (item: Item) => unknown,
  end: object = {},
): Reply {
  const all = [...items];
  const from = offsetOf(queryParameter(call.request, '$skiptoken'));
  const to = from + pageSizeOf(context, ownPageSize);
  return {
    status: 200,
    body: {
      value: all.slice(from, to).map(toBody),
      ...(to < all.length ? { nextLink: nextLink(call, to) } : end),
    },
  };
}

function nextLink(call: Call, offset: number): string {
  const { path, urls } = call.request.addressed;
  const query = new URLSearchParams([...call.request.query].filter(([name]) => name.toLowerCase() !== '$skiptoken'));
  query.set('$skiptoken', Buffer.from(`from=${offset}`).toString('base64url'));
  return `${urls.resourceManager}${path}?${query.toString()}`;
}

function offsetOf(skipToken: string | undefined): number {
  if (skipToken === undefined) return 0;
  const [, offset] = /^from=(\d+)$/.exec(Buffer.from(skipToken, 'base64url').toString()) ?? [];
  if (offset !== undefined) return Number(offset);
  throw new ServiceError(400, 'InvalidSkipToken', 'The value of $skiptoken is not one that this list gave out.');
}
