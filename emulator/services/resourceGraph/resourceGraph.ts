import type { Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import type { Subscription } from '../../store/model.ts';
import { resourceGraphVersions } from '../apiVersions.ts';
import { pageSizeOf, type Context } from '../context.ts';
import { objectBody, stringMember, type JsonObject } from '../requestBody.ts';
import { parseQuery } from './kqlParser.ts';
import { tokenFor, windowOf } from './queryOptions.ts';
import { resourcesTable } from './resourcesTable.ts';
import { runQuery, type Row } from './runQuery.ts';

/** Most rows that a page may have: `$top` of specification `resourcegraph.json`. */
const ownPageSize = 1000;

/**
 * Azure Resource Graph over the emulator's own state. The real one is a replica that lags behind; this one does not,
 * so nothing may be concluded from it about the freshness of power states.
 */
export function resourceGraphRoutes(context: Context): Route[] {
  return [
    route({
      operationId: 'Resources',
      service: 'resourceManager',
      method: 'POST',
      path: '/providers/Microsoft.ResourceGraph/resources',
      apiVersions: resourceGraphVersions,
      handle: (call) => answer(call, context),
    }),
  ];
}

function answer(call: Call<never>, context: Context): Reply {
  const body = objectBody(call.request);
  const query = stringMember(body, 'query') ?? '';
  const subscriptions = subscriptionsOf(body, call, context);
  const window = windowOf(body, query, pageSizeOf(context, ownPageSize));
  const rows = runQuery(resourcesTable(context, call.request.addressed.urls, subscriptions), parseQuery(query));
  const to = window.skip + window.top;
  const data = rows.slice(window.skip, to);
  const hasMore = to < rows.length;
  // Pages need a stable order, which the service has only where the rows keep their ids.
  const canPage = data.every((row) => 'id' in row);
  return {
    status: 200,
    body: {
      totalRecords: rows.length,
      count: data.length,
      data: window.asTable ? table(data) : data,
      facets: [],
      resultTruncated: hasMore && !canPage ? 'true' : 'false',
      ...(hasMore && canPage && { $skipToken: tokenFor(query, to, window.top) }),
    },
  };
}

/** All of the tenant, or those of the body that belong to it. @throws ServiceError 400 when none is left */
function subscriptionsOf(body: JsonObject, { caller }: Call<never>, { store }: Context): Subscription[] {
  const all = store.subscriptionsOf(caller.tenantId);
  const asked = body['subscriptions'] ?? undefined;
  if (!Array.isArray(asked) || asked.length === 0) return all;
  const wanted = new Set(asked.map((id) => String(id).toLowerCase()));
  const chosen = all.filter(({ subscriptionId }) => wanted.has(subscriptionId));
  if (chosen.length > 0) return chosen;
  throw new ServiceError(400, 'BadRequest', 'The query cannot be run.', {
    details: [
      {
        code: 'NoValidSubscriptionsInQueryRequest',
        message: `There must be at least one subscription that is eligible to contain resources. Given: '${[...wanted].join(', ')}'.`,
      },
    ],
  });
}

function table(rows: readonly Row[]): object {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    columns: names.map((name) => ({ name, type: columnType(rows, name) })),
    rows: rows.map((row) => names.map((name) => row[name] ?? null)),
  };
}

function columnType(rows: readonly Row[], name: string): string {
  const sample = rows.map((row) => row[name] ?? undefined).find((value) => value !== undefined);
  switch (typeof sample) {
    case 'number':
      return Number.isInteger(sample) ? 'integer' : 'number';
    case 'boolean':
      return 'boolean';
    case 'object':
      return 'object';
    default:
      return 'string';
  }
}
