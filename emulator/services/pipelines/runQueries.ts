import type { Reply } from '../../http/exchange.ts';
import type { Call } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { pageSizeOf, type Context } from '../context.ts';
import { objectBody, stringMember, type JsonObject } from '../requestBody.ts';
import { objectsOf } from './planRun.ts';

/** Runs on a page; the specification names no number. */
const ownPageSize = 100;

/** A run as a query sees it. */
export interface Row {
  readonly body: object;
  /** Milliseconds since 1970. */
  readonly lastUpdated: number;
  /** What can be filtered and ordered by, by `operand`; times as in the body. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The answer to `RunFilterParameters` (specification `pipelines.json`): runs that changed within the window, filtered,
 * ordered, a page of them. Newest first where nothing else is asked for.
 *
 * @param operands that this query knows
 * @throws ServiceError 400
 */
export function answerQuery(call: Call, context: Context, operands: readonly string[], rows: Iterable<Row>): Reply {
  const body = objectBody(call.request);
  const [after, before] = [timeIn(body, 'lastUpdatedAfter'), timeIn(body, 'lastUpdatedBefore')];
  const filters = objectsOf(body['filters']).map((filter) => filterOf(filter, operands));
  const orders = objectsOf(body['orderBy']).map(({ orderBy, order }) => {
    if (typeof orderBy !== 'string' || !operands.includes(orderBy)) throw invalid(`orderBy '${String(orderBy)}'`);
    return { by: orderBy, sign: String(order).toUpperCase() === 'DESC' ? -1 : 1 };
  });
  const found = [...rows]
    .filter(({ lastUpdated }) => after <= lastUpdated && lastUpdated <= before)
    .filter(({ values }) => filters.every((isKept) => isKept(values)))
    .sort((a, b) => {
      for (const { by, sign } of orders) {
        const [left = '', right = ''] = [a.values[by], b.values[by]];
        if (left !== right) return left < right ? -sign : sign;
      }
      return b.lastUpdated - a.lastUpdated;
    });
  const from = continuedAt(body);
  const to = from + pageSizeOf(context, ownPageSize);
  return {
    status: 200,
    body: {
      value: found.slice(from, to).map((row) => row.body),
      ...(to < found.length && { continuationToken: Buffer.from(`runs=${String(to)}`).toString('base64url') }),
    },
  };
}

function continuedAt(body: JsonObject): number {
  const token = stringMember(body, 'continuationToken');
  if (!token) return 0;
  const [, offset] = /^runs=(\d+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (offset === undefined) throw invalid('continuationToken');
  return Number(offset);
}

function timeIn(body: JsonObject, name: string): number {
  const time = Date.parse(stringMember(body, name) ?? '');
  if (Number.isNaN(time)) throw invalid(name);
  return time;
}

function filterOf(
  { operand, operator, values: wanted }: JsonObject,
  operands: readonly string[],
): (values: Row['values']) => boolean {
  if (typeof operand !== 'string' || !operands.includes(operand)) throw invalid(`operand '${String(operand)}'`);
  if (!Array.isArray(wanted) || !wanted.every((value) => typeof value === 'string')) throw invalid('values');
  const among = new Set(wanted.map((value) => value.toLowerCase()));
  const isAmong = (values: Row['values']): boolean => among.has((values[operand] ?? '').toLowerCase());
  switch (operator) {
    case 'Equals':
    case 'In':
      return isAmong;
    case 'NotEquals':
    case 'NotIn':
      return (values) => !isAmong(values);
    default:
      throw invalid(`operator '${String(operator)}'`);
  }
}

function invalid(what: string): ServiceError {
  return new ServiceError(400, 'BadRequest', `The query's ${what} is missing or not valid.`);
}

/** For a POST whose body may be left out. */
export function optionalBody({ request }: Call): JsonObject {
  return request.text.trim() === '' ? {} : objectBody(request);
}
