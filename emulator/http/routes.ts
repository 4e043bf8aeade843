import type { Caller } from '../auth/tokens.ts';
import { queryParameter, type Reply, type Request } from './exchange.ts';
import type { ServiceName } from './serviceUrls.ts';

type ParameterNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterNames<Rest>
  : never;

/** What a handler gets. */
export interface Call<Name extends string = string> {
  readonly request: Request;
  /** Path parameters, decoded. */
  readonly parameters: Readonly<Record<Name, string>>;
  /** The accepted `api-version` of the request; empty where the operation has none. */
  readonly apiVersion: string;
  /** Whose token the request carries; an anonymous caller on routes without authentication. */
  readonly caller: Caller;
  /** Set by the fault `failedOperation`: the long-running operation that this call starts ends as Failed. */
  readonly operationFails: boolean;
}

export interface Route {
  /** `operationId` of the specification where it has the operation, else a name of the same make. */
  readonly operationId: string;
  readonly service: ServiceName;
  readonly method: string;
  /** Path below the service's address, with `{parameters}`; matched without regard to case. */
  readonly path: string;
  /** Values of query parameters that tell this operation from another at the same path; it has to stand before that one. */
  readonly query?: Readonly<Record<string, string>>;
  /** Accepted values of `api-version`, best first; an empty list means that the operation takes none. */
  readonly apiVersions: readonly string[];
  /** Served without a token (sign-in itself). */
  readonly anonymous?: boolean;
  // Written as a method on purpose: a handler demands only its own path's parameters.
  handle(call: Call): Reply;
}

/** Declares a route; the compiler derives the handler's parameters from the path. */
export function route<const Path extends string>(
  declaration: Omit<Route, 'handle' | 'path'> & {
    readonly path: Path;
    readonly handle: (call: Call<ParameterNames<Path>>) => Reply;
  },
): Route {
  return declaration;
}

interface CompiledRoute {
  readonly route: Route;
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

export interface RouteMatch {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds the route of a request. The first that fits wins. */
export class RouteTable {
  readonly #routes: readonly CompiledRoute[];

  constructor(routes: readonly Route[]) {
    this.#routes = routes.map(compile);
  }

  match(request: Request): RouteMatch | undefined {
    const { service, path } = request.addressed;
    for (const { route: candidate, names, pattern } of this.#routes) {
      if (candidate.service !== service || candidate.method !== request.method) continue;
      const wanted = Object.entries(candidate.query ?? {});
      if (wanted.some(([name, value]) => queryParameter(request, name)?.toLowerCase() !== value)) continue;
      const found = pattern.exec(path);
      if (found === null) continue;
      const values = found.slice(1).map(decode);
      return {
        route: candidate,
        parameters: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])),
      };
    }
    return undefined;
  }
}

function compile(declaration: Route): CompiledRoute {
  const names: string[] = [];
  const pattern = declaration.path.replace(/\{(\w+)\}|[.$]/g, (literal, name: string | undefined) => {
    if (name === undefined) return `\\${literal}`;
    names.push(name);
    return '([^/]+)';
  });
  return { route: declaration, names, pattern: new RegExp(`^${pattern}/?$`, 'i') };
}

/** A segment that is no valid percent-encoding stays as it is: nothing has such a name. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
