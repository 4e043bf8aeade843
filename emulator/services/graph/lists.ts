import { queryParameter, type Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import type { PrincipalType } from '../../store/directory.ts';
import { type Context, pageSizeOf } from '../context.ts';
import { directoryOfCaller, notFound } from './callersDirectory.ts';
import { mostAlternatives, parseFilter } from './filter.ts';
import { graphError, unsupportedQuery } from './graphError.ts';
import { collections, type GraphObject, objectOf, selected } from './objects.ts';
import { type Matches, parseSearch } from './search.ts';

/** Page sizes (documentation of paging and `$top`). */
const ownPageSize = 100;
const longestPage = 999;

/** `GET /users`, `/groups`, `/servicePrincipals`, one of them, and `/me`, of Microsoft Graph 1.0. */
export function directoryListRoutes(context: Context): Route[] {
  const common = { service: 'graph', method: 'GET', apiVersions: [] } as const;
  return [
    ...Object.entries(collections).flatMap(([collection, type]) => [
      route({
        ...common,
        operationId: `${collection.slice(0, -1)}_list`,
        path: `/v1.0/${collection}`,
        handle: (call) => list(call, context, collection, type),
      }),
      route({
        ...common,
        operationId: `${collection.slice(0, -1)}_get`,
        path: `/v1.0/${collection}/{id}`,
        handle: (call) => one(call, context, collection, type),
      }),
    ]),
    route({ ...common, operationId: 'user_getMe', path: '/v1.0/me', handle: (call) => me(call, context) }),
  ];
}

function list(call: Call, context: Context, collection: string, type: PrincipalType): Reply {
  const { request } = call;
  const found = [...directoryOfCaller(call, context)]
    .filter((principal) => principal.type === type)
    .map(objectOf)
    .filter(asked(call));
  const top = topOf(call);
  const from = offsetOf(call);
  const to = from + Math.min(top ?? pageSizeOf(context, ownPageSize), context.pageSize ?? longestPage);
  const select = queryParameter(request, '$select');
  const base = `${request.addressed.urls.graph}/v1.0`;
  const fields = select ? `(${select})` : '';
  return {
    status: 200,
    body: {
      '@odata.context': `${base}/$metadata#${collection}${fields}`,
      ...(queryParameter(request, '$count')?.toLowerCase() === 'true' && { '@odata.count': found.length }),
      ...(to < found.length && { '@odata.nextLink': nextLink(call, to) }),
      value: found.slice(from, to).map((object) => selected(object, select)),
    },
  };
}

/** What `$search` and `$filter` let through. @throws ServiceError 400 for what is not served or lacks its header */
function asked({ request }: Call): Matches {
  const search = queryParameter(request, '$search');
  const filter = queryParameter(request, '$filter');
  const wanted: Matches[] = [];
  if (search !== undefined) {
    if (String(request.headers['consistencylevel'] ?? '').toLowerCase() !== 'eventual') {
      throw unsupportedQuery(
        request,
        "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      );
    }
    const matches = parseSearch(search);
    if (matches === undefined) {
      throw graphError(request, 400, 'BadRequest', `Syntax error: the emulator does not understand $search=${search}`);
    }
    wanted.push(matches);
  }
  if (filter !== undefined) {
    const parsed = parseFilter(filter);
    if (parsed === undefined) {
      throw graphError(request, 400, 'BadRequest', `Invalid filter clause: the emulator does not understand ${filter}`);
    }
    if (parsed.alternatives > mostAlternatives) {
      const text = `Too many child clauses specified in search filter expression containing 'OR' operators: ${parsed.alternatives}. Max allowed: ${mostAlternatives}.`;
      throw unsupportedQuery(request, text);
    }
    wanted.push(parsed.matches);
  }
  return (object: GraphObject) => wanted.every((matches) => matches(object));
}

function topOf({ request }: Call): number | undefined {
  const top = queryParameter(request, '$top');
  if (top === undefined) return undefined;
  const number = /^\d+$/.test(top) ? Number(top) : NaN;
  if (number >= 1 && number <= longestPage) return number;
  throw graphError(
    request,
    400,
    'Request_BadRequest',
    `Invalid page size specified: '${top}'. Must be between 1 and 999 inclusive.`,
  );
}

function nextLink({ request }: Call, offset: number): string {
  const { addressed, query: own } = request;
  const query = new URLSearchParams([...own].filter(([name]) => name.toLowerCase() !== '$skiptoken'));
  query.set('$skiptoken', Buffer.from(`from=${offset}`).toString('base64url'));
  return `${addressed.urls.graph}${addressed.path}?${query.toString()}`;
}

function offsetOf({ request }: Call): number {
  const token = queryParameter(request, '$skiptoken');
  if (token === undefined) return 0;
  const [, offset] = /^from=(\d+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (offset !== undefined) return Number(offset);
  throw graphError(
    request,
    400,
    'Directory_ExpiredPageToken',
    'The specified page token value has expired and can no longer be included in your request.',
  );
}

/** A user also by user principal name. */
function one(call: Call<'id'>, context: Context, collection: string, type: PrincipalType): Reply {
  const { id } = call.parameters;
  const isNamed = (name: string | undefined): boolean => name?.toLowerCase() === id.toLowerCase();
  const principal = [...directoryOfCaller(call, context)].find(
    (each) => each.type === type && (isNamed(each.id) || isNamed(each.userPrincipalName)),
  );
  if (principal === undefined) throw notFound(call.request, id);
  return single(call, collection, objectOf(principal));
}

function me(call: Call, context: Context): Reply {
  const principal = directoryOfCaller(call, context).get(call.caller.objectId);
  if (principal?.type !== 'User') {
    throw graphError(call.request, 400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  }
  return single(call, 'users', objectOf(principal));
}

function single({ request }: Call, collection: string, object: GraphObject): Reply {
  const context = `${request.addressed.urls.graph}/v1.0/$metadata#${collection}/$entity`;
  return { status: 200, body: { '@odata.context': context, ...selected(object, queryParameter(request, '$select')) } };
}
