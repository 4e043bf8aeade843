/**
 * One operation of a REST API as data. `src/api` holds the declarations, `RestService` executes any of them.
 *
 * The path template is a literal type, so the compiler knows which `{parameters}` a call must bring.
 */

/** Which of Azure's endpoints serves an operation; each has an audience of its own. */
export type Plane = 'resourceManager' | 'workspace' | 'graph';

export type Method = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';

/** How a list comes in pages. */
export type Paging =
  /** The reply names the URL of the next page in `property` (Azure Resource Manager, artifacts). */
  | { readonly by: 'nextLink'; readonly items: string; readonly property: string }
  /** Azure Resource Graph: the reply's `$skipToken` goes into the next request's `options.$skipToken`. */
  | { readonly by: 'skipToken'; readonly items: string }
  /** Synapse role assignments: a header of the reply is sent back as a request header; empty means the end. */
  | { readonly by: 'continuationHeader'; readonly items: string; readonly header: string };

/**
 * What to read once a long-running operation has ended. How to wait for the end is the same for all of them
 * (Azure-AsyncOperation, else Location, else the body's provisioningState).
 */
export type LongRunningEnd =
  /** GET `path` again: the operation's own answers hold no usable resource. */
  | { readonly then: 'get'; readonly path: string }
  /** The last reply of the Location URL is the result. */
  | { readonly then: 'location' }
  /** There is no result (deletes). */
  | { readonly then: 'nothing' };

/** The types that travel with an operation; none of them exists at run time. */
export interface Shape {
  /**
   * Request body; absent when the operation takes none, with `undefined` when it may be left out. Sent as JSON, or as
   * plain bytes where it is a `Uint8Array`.
   */
  body?: unknown;
  /** Query parameters besides `api-version`; may be left out unless one of them is required. */
  query?: object;
  /** Request headers that the operation defines itself (`If-Match`, `x-ms-continuation`). */
  headers?: object;
  /** Body of a successful reply. */
  result?: unknown;
  /** One item of a page, for paged operations. */
  item?: unknown;
}

declare const shape: unique symbol;

/** What every declaration says; `RestService` needs no more. */
export interface Operation {
  /** `operationId` of the specification. */
  readonly id: string;
  readonly plane: Plane;
  readonly method: Method;
  /** May end in a query of its own (`?comp=appendblock`). */
  readonly path: string;
  /** Sent as `api-version`; absent where the path carries the version (Livy). */
  readonly apiVersion?: string;
  /** Path parameters whose values are paths themselves (the scope of an Azure role assignment): their slashes stay. */
  readonly wholePaths?: readonly string[];
  readonly pages?: Paging;
  readonly longRunning?: LongRunningEnd;
  /** A POST that changes nothing, so that it may be repeated like a GET. Paged operations are taken for such anyway. */
  readonly readOnly?: true;
  /** A PUT that does more when it is sent twice (it appends), so that it is not repeated like others. */
  readonly once?: true;
  /**
   * A document that is sent back as it came: replies are read with the numbers' text kept (`exactJson.ts`), and the body
   * is JSON text already.
   */
  readonly exact?: true;
  /** Carries the types only; never set. */
  readonly [shape]?: Shape;
}

export type PagedOperation = Operation & { readonly pages: Paging };
export type LongRunningOperation = Operation & { readonly longRunning: LongRunningEnd };
/** Answered at once and as a whole; only these can be `call`ed. */
export type PlainOperation = Operation & { readonly pages?: never; readonly longRunning?: never };

/**
 * Declares an operation: `operation<{ result: SqlPool }>()({ id: …, path: … })`. The types are given, everything else
 * is inferred literally. (Two calls, because TypeScript infers either all type arguments or none.)
 */
// S is the one type argument that a declaration gives; the linter only sees that it is inferred from nothing.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function operation<S extends Shape>() {
  return <const Declaration extends Omit<Operation, typeof shape>>(
    declaration: Declaration,
  ): Declaration & { readonly [shape]?: S } => declaration;
}

/**
 * The same operation on documents that are sent back as they came: `exactly<{ item: ExactDocument }>()(SqlScripts.list)`.
 * A body is given as JSON text then.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function exactly<S extends Shape & { body?: string }>() {
  return <O extends Operation>(
    declared: O,
  ): Omit<O, typeof shape | 'exact'> & { readonly exact: true; readonly [shape]?: S } => {
    const withoutShape: Omit<O, typeof shape | 'exact'> = declared;
    return { ...withoutShape, exact: true };
  };
}

/** `'a' | 'b'` for `'/x/{a}/y/{b}'`. */
export type PathParameterNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameterNames<Rest>
  : never;

type ShapeOf<O extends Operation> = NonNullable<O[typeof shape]>;
type IfDeclared<S, Key extends keyof Shape, Then> = S extends Record<Key, unknown> ? Then : unknown;
type BodyOf<Body> = unknown extends Body
  ? { readonly body: Body }
  : undefined extends Body
    ? { readonly body?: Body }
    : { readonly body: Body };
type QueryOf<Query> = object extends Query ? { readonly query?: Query } : { readonly query: Query };

/**
 * What a call must bring: the tenant whose token is used (and the account, where several are signed in), the path's
 * parameters (unescaped), and body, query and headers where the operation has them. Operations of the workspace plane
 * also need the workspace's own endpoint, as Azure Resource Manager told it (`properties.connectivityEndpoints.dev`).
 * More members are ignored, so that a resource's address can be spread into a call.
 */
export type ParametersOf<O extends Operation> = { readonly tenantId: string; readonly accountId?: string } & Readonly<
  Record<PathParameterNames<O['path']>, string>
> &
  (O['plane'] extends 'workspace' ? { readonly endpoint: string } : unknown) &
  IfDeclared<ShapeOf<O>, 'body', BodyOf<ShapeOf<O>['body']>> &
  IfDeclared<ShapeOf<O>, 'query', QueryOf<ShapeOf<O>['query']>> &
  IfDeclared<ShapeOf<O>, 'headers', { readonly headers?: ShapeOf<O>['headers'] }>;

export type ResultOf<O extends Operation> = ShapeOf<O>['result'];
export type ItemOf<O extends Operation> = ShapeOf<O>['item'];
