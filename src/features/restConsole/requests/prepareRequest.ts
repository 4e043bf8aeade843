import type { Operation } from '../../../azure/operation.ts';
import type { RequestSchema, TypeSchema } from '../../../api/requestSchema.ts';
import type { HttpRequest, Pair, Problem, ProblemCode } from '../document/httpDocument.ts';
import { inJson, substituted, UnknownVariable, type Values } from '../document/variables.ts';
import { jsonProblems } from '../schema/jsonProblems.ts';
import { fixedQuery, matchOperation, parametersIn } from './matchOperation.ts';
import { type KnownOperation, knownOperations, operationNamed } from './operationCatalogue.ts';

/** A request of a document as a call of a declared operation. */
export interface PreparedRequest {
  readonly known: KnownOperation;
  /** With the api-version that the document names, where it names another. */
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** With the variables' values in it. */
  readonly body?: string;
  /** Name of the file that is the body. */
  readonly file?: string;
}

export type Preparation =
  | { readonly prepared: PreparedRequest; readonly problems: readonly Problem[] }
  | { readonly prepared?: undefined; readonly problems: readonly Problem[] };

/** What only the REST service sets, or sets by itself anyway: harmless where it says the same. */
const ignoredHeaders = new Set(['content-type', 'accept']);

const methods = ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE'] as const;

/**
 * Makes a call out of a request of a document: which operation it is, its parameters, its body. Sends and asks nothing.
 *
 * @param values Of all variables that the request may use.
 * @returns Problems instead, where it cannot be sent.
 */
export function prepareRequest(request: HttpRequest, values: Values): Preparation {
  return new Preparing(request, values).prepare();
}

class Preparing {
  readonly #request: HttpRequest;
  readonly #values: Values;
  readonly #problems: Problem[] = [];

  constructor(request: HttpRequest, values: Values) {
    this.#request = request;
    this.#values = values;
  }

  prepare(): Preparation {
    const { lines, body, file } = this.#request;
    const segments = this.#attempt(lines.request, () => this.#segments());
    const query = this.#attempt(lines.request, () => this.#request.query.map((pair) => this.#pair(pair)));
    if (!segments || !query) return { problems: this.#problems };
    const match = this.#match(segments, query);
    if (!match) return { problems: this.#problems };
    const { known, parameters } = match;
    const { operation, request: schema } = known;
    const version = query.find(([name]) => name.toLowerCase() === 'api-version')?.[1];
    const own = this.#ownQuery(operation, schema, query);
    const headers = this.#headers(schema);
    const text = body === undefined ? undefined : this.#body(schema, body);
    if (body === undefined && file === undefined && schema.required?.includes('body') === true) {
      this.#problem(lines.request, 'missingBody', operation.id);
    }
    if (file !== undefined && schema.body === undefined) this.#problem(lines.body, 'superfluousBody', operation.id);
    if (this.#problems.length > 0) return { problems: this.#problems };
    const otherVersion = operation.apiVersion !== undefined && version !== undefined && version !== '';
    return {
      prepared: {
        known,
        operation: otherVersion ? { ...operation, apiVersion: version } : operation,
        path: parameters,
        query: own,
        headers,
        ...(text !== undefined && { body: text }),
        ...(file !== undefined && { file }),
      },
      problems: [],
    };
  }

  /** A variable at the very beginning may hold a path; anywhere else a value is one segment, whatever is in it. */
  #segments(): string[] {
    const [, first = '', rest = ''] = /^(\{\{[^{}]*\}\})?(.*)$/su.exec(this.#request.path) ?? [];
    const start = substituted(first, this.#values);
    const text = start + substituted(rest, this.#values, encodeURIComponent);
    const segments = text.replace(/^\//u, '').replace(/\/$/u, '').split('/');
    return segments.map((segment) => decoded(segment));
  }

  #pair([name, value]: Pair): Pair {
    const text = substituted(value, this.#values, encodeURIComponent);
    return [decoded(name), decoded(text)];
  }

  #match(
    segments: readonly string[],
    query: readonly Pair[],
  ): { readonly known: KnownOperation; readonly parameters: Readonly<Record<string, string>> } | undefined {
    const { method, operation, lines } = this.#request;
    const unsafe = segments.find((segment) => segment === '.' || segment === '..');
    if (unsafe !== undefined) {
      this.#problem(lines.request, 'name', unsafe);
      return undefined;
    }
    if (operation === undefined) {
      const match = matchOperation(knownOperations, method, segments, query);
      if (match) return match;
      // Those that take any resource's path would fit everything.
      const plain = knownOperations.filter((known) => known.operation.wholePaths === undefined);
      const others = methods.filter((other) => matchOperation(plain, other, segments, query) !== undefined);
      if (others.length > 0) this.#problem(lines.request, 'otherMethod', others.join(', '));
      else this.#problem(lines.request, 'noOperation', `${method} /${segments.join('/')}`);
      return undefined;
    }
    const known = operationNamed(operation);
    const parameters = known && parametersIn(known.operation, segments);
    if (!known) this.#problem(lines.request, 'unknownOperation', operation);
    else if (!parameters || known.operation.method !== method)
      this.#problem(lines.request, 'otherOperation', operation);
    else return { known, parameters };
    return undefined;
  }

  /** What goes into the query, besides what path template and service bring. */
  #ownQuery(operation: Operation, schema: RequestSchema, query: readonly Pair[]): Record<string, string> {
    const brought = new Set(fixedQuery(operation).map(([name]) => name.toLowerCase()));
    if (operation.apiVersion !== undefined) brought.add('api-version');
    const own = query.filter(([name]) => !brought.has(name.toLowerCase()));
    this.#miss(schema, schema.query, own, 'missingQuery');
    return Object.fromEntries(own);
  }

  #headers(schema: RequestSchema): Record<string, string> {
    const { headers, lines } = this.#request;
    const declared = new Map(Object.keys(schema.headers ?? {}).map((name) => [name.toLowerCase(), name]));
    const given: Pair[] = [];
    headers.forEach(([name, value], index) => {
      const line = lines.headers[index] ?? lines.request;
      const known = declared.get(name.toLowerCase());
      if (known === undefined) {
        if (!ignoredHeaders.has(name.toLowerCase())) this.#problem(line, 'headerRefused', name);
        return;
      }
      const text = this.#attempt(line, () => substituted(value, this.#values));
      if (text !== undefined) given.push([known, text]);
    });
    this.#miss(schema, schema.headers, given, 'missingHeader');
    return Object.fromEntries(given);
  }

  #body(schema: RequestSchema, body: string): string | undefined {
    const line = this.#request.lines.body;
    if (schema.body === undefined) {
      this.#problem(line, 'superfluousBody', this.#request.path);
      return undefined;
    }
    if (schema.body.type === 'binary') return this.#attempt(line, () => substituted(body, this.#values));
    for (const problem of jsonProblems(body)) this.#problem(line + problem.line, 'json', problem.about);
    return this.#attempt(line, () => substituted(body, this.#values, inJson));
  }

  #miss(
    { required = [] }: RequestSchema,
    declared: Readonly<Record<string, TypeSchema>> | undefined,
    given: readonly Pair[],
    code: ProblemCode,
  ): void {
    const there = new Set(given.map(([name]) => name.toLowerCase()));
    for (const name of required) {
      if (declared?.[name] !== undefined && !there.has(name.toLowerCase())) {
        this.#problem(this.#request.lines.request, code, name);
      }
    }
  }

  #attempt<T>(line: number, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (error instanceof UnknownVariable) this.#problem(line, 'unknownVariable', error.variable);
      else if (error instanceof URIError) this.#problem(line, 'escape', this.#request.path);
      else throw error;
      return undefined;
    }
  }

  #problem(line: number, code: ProblemCode, about: string): void {
    this.#problems.push({ line, code, about });
  }
}

/** @throws URIError for an escape that is none */
function decoded(text: string): string {
  return decodeURIComponent(text);
}
