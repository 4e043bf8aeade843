import type { Reply } from '../../http/exchange.ts';
import { route, type Route } from '../../http/routes.ts';
import { tokenLifetime, type Tokens } from '../../auth/tokens.ts';
import type { Context } from '../context.ts';
import type { Application } from '../../store/application.ts';
import { EntraError } from './entraError.ts';
import { resourceOf } from './resources.ts';

/**
 * Microsoft Entra: the OpenID configuration and the client credentials grant of the version 2 endpoint.
 *
 * @param application the one registered client; it has a service principal in every tenant
 */
export function entraRoutes(context: Context, tokens: Tokens, application: Application): Route[] {
  const { store, addresses, clock } = context;
  const common = { service: 'activeDirectory', apiVersions: [], anonymous: true } as const;

  function tenantIdOf(name: string): string {
    const tenant = store.tenantNamed(name);
    if (tenant !== undefined) return tenant.tenantId;
    throw new EntraError(400, 'invalid_request', 90002, `Tenant '${name}' not found.`);
  }

  function token(tenantName: string, form: URLSearchParams): Reply {
    const tenantId = tenantIdOf(tenantName);
    const grant = required(form, 'grant_type');
    if (grant !== 'client_credentials') {
      throw new EntraError(400, 'unsupported_grant_type', 70003, `The grant type '${grant}' is not supported.`);
    }
    const clientId = required(form, 'client_id');
    if (clientId.toLowerCase() !== application.clientId) {
      const message = `Application with identifier '${clientId}' was not found in the directory '${tenantName}'.`;
      throw new EntraError(400, 'unauthorized_client', 700016, message);
    }
    if (form.get('client_secret') !== application.clientSecret) {
      throw new EntraError(401, 'invalid_client', 7000215, 'Invalid client secret provided.');
    }
    const audience = resourceOf(required(form, 'scope'));
    const objectId = application.objectIdIn(tenantId);
    const accessToken = tokens.issue({ tenantId, objectId, appId: application.clientId }, audience);
    return {
      status: 200,
      headers: { 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache' },
      body: {
        token_type: 'Bearer',
        expires_in: tokenLifetime,
        ext_expires_in: tokenLifetime,
        access_token: accessToken,
      },
    };
  }

  return [
    route({
      ...common,
      operationId: 'Entra_Token',
      method: 'POST',
      path: '/{tenant}/oauth2/v2.0/token',
      handle: ({ request, parameters }) =>
        EntraError.answer(clock, () => token(parameters.tenant, new URLSearchParams(request.text))),
    }),
    route({
      ...common,
      operationId: 'Entra_OpenIdConfiguration',
      method: 'GET',
      path: '/{tenant}/v2.0/.well-known/openid-configuration',
      handle: ({ parameters }) =>
        EntraError.answer(clock, () => {
          const authority = `${addresses.activeDirectory}/${tenantIdOf(parameters.tenant)}`;
          return { status: 200, body: openIdConfiguration(authority) };
        }),
    }),
  ];
}

function openIdConfiguration(authority: string): object {
  return {
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    jwks_uri: `${authority}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${authority}/v2.0`,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${authority}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'tid', 'oid'],
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
  };
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value) return value;
  const message = `The request body must contain the following parameter: '${name}'.`;
  throw new EntraError(400, 'invalid_request', 900144, message);
}
