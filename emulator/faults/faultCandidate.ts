import { bearerToken } from '../auth/authenticate.ts';
import type { Tokens } from '../auth/tokens.ts';
import type { Request } from '../http/exchange.ts';
import type { RouteMatch } from '../http/routes.ts';
import { findTenant } from '../services/entra/authorities.ts';
import { audienceAskedFor } from '../services/entra/resources.ts';
import { isObject } from '../services/requestBody.ts';
import type { Store } from '../store/store.ts';

/** What a rule is tried on. */
export interface FaultCandidate {
  readonly operationId: string | undefined;
  readonly method: string;
  /** On loopback, prefix included, without the query. */
  readonly path: string;
  /** Whatever the tenant may be called: what the request says, its id, its default domain. Empty where there is none. */
  readonly tenants: readonly string[];
  readonly audience: string | undefined;
  /** What the token's request asked of its claim `nbf`, in seconds since 1970. */
  readonly askedNotBefore: number | undefined;
}

/** Tenant and audience are those that a token is asked for, and in all other requests those of the token. */
export function faultCandidate(
  request: Request,
  match: RouteMatch | undefined,
  { store, tokens }: { readonly store: Store; readonly tokens: Tokens },
): FaultCandidate {
  const { service, path, loopbackPath } = request.addressed;
  const claims = service === 'activeDirectory' ? undefined : tokens.read(bearerToken(request) ?? '');
  const tenantName = service === 'activeDirectory' ? path.split('/')[1] : claims?.tid;
  const tenant = tenantName === undefined ? undefined : findTenant(store, tenantName);
  const named = [tenantName, tenant?.tenantId, tenant?.defaultDomain];
  const nbf = claims?.asked?.['nbf'];
  return {
    operationId: match?.route.operationId,
    method: request.method,
    path: loopbackPath,
    tenants: named.filter((name) => name !== undefined),
    audience: service === 'activeDirectory' ? audienceAskedFor(request.text) : claims?.aud,
    askedNotBefore: isObject(nbf) ? Number(nbf['value']) : undefined,
  };
}
