import { numberIn } from '../../../azure/exactJson.ts';
import type { RestService } from '../../../azure/restService.ts';
import { answersTo, type UntypedParameters } from '../../../azure/untypedCall.ts';
import { templateSegments } from '../requests/matchOperation.ts';
import type { KnownOperation } from '../requests/operationCatalogue.ts';
import { parameterNames } from './fittingOperations.ts';

/** Parameters that mean the same as another one, in whose place there is a list. */
const sameAs: Readonly<Record<string, string>> = { sparkPoolName: 'bigDataPoolName' };

/** The only names that there are, although the specification does not say so. */
const fixedNames: Readonly<Record<string, readonly string[]>> = { managedVirtualNetworkName: ['default'] };

/** Pages that are read for a list of choices; who does not find it there writes it. */
const mostPages = 5;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The values that a path parameter can have, where nobody has to be asked for them. */
export function valuesFor(
  { request }: Pick<KnownOperation, 'request'>,
  parameter: string,
): readonly string[] | undefined {
  return request.path?.[parameter]?.enum?.map(String) ?? fixedNames[parameter];
}

/**
 * The operation that lists what a path parameter can be: the one whose path is the template up to the parameter, else the
 * one before the same parameter of another operation, where all that it needs is known.
 */
export function listFor(
  all: readonly KnownOperation[],
  { operation }: Pick<KnownOperation, 'operation'>,
  parameter: string,
  known: ReadonlySet<string>,
): KnownOperation | undefined {
  const own = before(operation.path, parameter);
  const wanted = new Set([parameter, sameAs[parameter] ?? parameter]);
  const places = [
    ...(own === undefined ? [] : [own]),
    ...all.flatMap((other) => [...wanted].flatMap((name) => before(other.operation.path, name) ?? [])),
  ];
  for (const place of places) {
    const list = all.find(
      (one) =>
        one.operation.method === 'GET' &&
        one.operation.path.toLowerCase() === place.toLowerCase() &&
        parameterNames(templateSegments(place)).every((name) => known.has(name)) &&
        one.request.required === undefined,
    );
    if (list) return list;
  }
  return undefined;
}

/**
 * What a list holds, as values of a path parameter: ids for parameters that are called so, names for all others.
 * @throws as the REST service
 */
export async function readChoices(
  rest: RestService,
  { operation }: Pick<KnownOperation, 'operation'>,
  parameter: string,
  call: Pick<UntypedParameters, 'tenantId' | 'accountId' | 'endpoint' | 'path'>,
  signal: AbortSignal,
): Promise<Choice[]> {
  const choices = new Map<string, Choice>();
  let pages = 0;
  for await (const { body } of answersTo(rest, operation, { ...call, query: {}, headers: {} }, { signal })) {
    for (const item of itemsIn(body)) {
      const choice = choiceOf(item, parameter);
      if (choice) choices.set(choice.value, choice);
    }
    pages += 1;
    if (pages === mostPages) break;
  }
  return [...choices.values()].sort((a, b) => a.label.localeCompare(b.label));
}

function before(path: string, parameter: string): string | undefined {
  const at = path.indexOf(`/{${parameter}}`);
  return at <= 0 ? undefined : path.slice(0, at);
}

/** The list itself, or the first list in an object. */
export function itemsIn(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return body;
  if (typeof body !== 'object' || body === null) return [];
  return Object.values(body).find((value): value is unknown[] => Array.isArray(value)) ?? [];
}

export function choiceOf(item: unknown, parameter: string): Choice | undefined {
  if (typeof item === 'string') return { value: item, label: item };
  if (typeof item !== 'object' || item === null) return undefined;
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(item, name);
    if (typeof value === 'string' && value !== '') return value.split('/').at(-1);
    // Livy numbers its sessions and jobs; exact numbers keep their text.
    const number = numberIn(value);
    return number === undefined ? undefined : String(number);
  };
  const own = text(parameter);
  const [id, name] = [text('id'), text('name') ?? text('displayName')];
  const value = own ?? (parameter.endsWith('Id') ? (id ?? name) : (name ?? id));
  return value === undefined
    ? undefined
    : { value, label: name === undefined || name === value ? value : `${name} · ${value}` };
}
