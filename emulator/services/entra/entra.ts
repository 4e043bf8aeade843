import type { Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import type { Context } from '../context.ts';
import { tenantOf } from './authorities.ts';
import { discoveryRoutes } from './discovery.ts';
import { EntraError } from './entraError.ts';
import { clientCredentials, refresh, required, type Grant, type GrantParts } from './grants.ts';

/** Microsoft Entra: discovery, and the token endpoint in both versions for clients with a secret and for people. */
export function entraRoutes(context: Context, parts: GrantParts): Route[] {
  const { store, clock } = context;
  const common = { service: 'activeDirectory', apiVersions: [], anonymous: true } as const;

  function token({ request, parameters }: Call<'tenant'>, version: Grant['version']): Reply {
    const form = new URLSearchParams(request.text);
    const { urls } = request.addressed;
    const grant: Grant = { tenant: tenantOf(store, parameters.tenant), form, version, urls };
    return {
      status: 200,
      headers: { 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache' },
      body: granted(grant),
    };
  }

  function granted(grant: Grant): unknown {
    const type = required(grant.form, 'grant_type');
    switch (type) {
      case 'client_credentials':
        return clientCredentials(grant, parts);
      case 'refresh_token':
        return refresh(grant, parts);
      default:
        throw new EntraError(400, 'unsupported_grant_type', 70003, `The grant type '${type}' is not supported.`);
    }
  }

  return [
    route({
      ...common,
      operationId: 'Entra_Token',
      method: 'POST',
      path: '/{tenant}/oauth2/v2.0/token',
      handle: (call) => EntraError.answer(clock, () => token(call, '2.0')),
    }),
    route({
      ...common,
      operationId: 'Entra_Token',
      method: 'POST',
      path: '/{tenant}/oauth2/token',
      handle: (call) => EntraError.answer(clock, () => token(call, '1.0')),
    }),
    route({
      ...common,
      operationId: 'Entra_Keys',
      method: 'GET',
      path: '/{tenant}/discovery/v2.0/keys',
      // Tokens are signed with a key that stays here: there is nothing that a client could check them with.
      handle: () => ({ status: 200, body: { keys: [] } }),
    }),
    ...discoveryRoutes(context),
  ];
}
