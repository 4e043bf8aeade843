import { issuerOf } from '../../auth/tokens.ts';
import { queryParameter, type Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import type { Context } from '../context.ts';
import { isForSeveralTenants, tenantOf } from './authorities.ts';
import { EntraError } from './entraError.ts';

/** What libraries read before they ask for a token: which clouds there are, and where an authority's endpoints are. */
export function discoveryRoutes({ store, clock }: Context): Route[] {
  const common = { service: 'activeDirectory', method: 'GET', apiVersions: [], anonymous: true } as const;

  function configuration(call: Call<'tenant'>, version: '1.0' | '2.0'): Reply {
    const { tenant } = call.parameters;
    // What is there for everybody names the issuer with a placeholder, which is not to be filled in.
    const [segment, issuing] = isForSeveralTenants(tenant)
      ? [tenant.toLowerCase(), '{tenantid}']
      : Array<string>(2).fill(tenantOf(store, tenant).tenantId);
    return openIdConfiguration(call.request.addressed.urls.activeDirectory, segment ?? '', issuing ?? '', version);
  }

  return [
    route({
      ...common,
      operationId: 'Entra_OpenIdConfiguration',
      path: '/{tenant}/v2.0/.well-known/openid-configuration',
      handle: (call) => EntraError.answer(clock, () => configuration(call, '2.0')),
    }),
    route({
      ...common,
      operationId: 'Entra_OpenIdConfigurationV1',
      path: '/{tenant}/.well-known/openid-configuration',
      handle: (call) => EntraError.answer(clock, () => configuration(call, '1.0')),
    }),
    route({
      ...common,
      operationId: 'Entra_InstanceDiscovery',
      path: '/{tenant}/discovery/instance',
      handle: (call) => EntraError.answer(clock, () => instances(call)),
    }),
  ];
}

function openIdConfiguration(login: string, segment: string, issuing: string, version: '1.0' | '2.0'): Reply {
  const authority = `${login}/${segment}`;
  const infix = version === '2.0' ? '/v2.0' : '';
  const body = {
    token_endpoint: `${authority}/oauth2${infix}/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    jwks_uri: `${authority}/discovery${infix}/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: version === '2.0' ? `${login}/${issuing}/v2.0` : issuerOf(issuing),
    authorization_endpoint: `${authority}/oauth2${infix}/authorize`,
    device_authorization_endpoint: `${authority}/oauth2${infix}/devicecode`,
    end_session_endpoint: `${authority}/oauth2${infix}/logout`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'tid', 'oid'],
    tenant_region_scope: issuing === '{tenantid}' ? null : 'EU',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
  };
  return { status: 200, body };
}

/** The public cloud's names for one and the same authority; clients keep one cache for all of them. */
const aliases = ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'];

/** @throws EntraError for an authority that is not the emulator's, under whatever name */
function instances({ request }: Call): Reply {
  const { activeDirectory } = request.addressed.urls;
  const asked = queryParameter(request, 'authorization_endpoint') ?? '';
  const { host, pathname } = URL.parse(asked) ?? { host: '', pathname: '' };
  const own = new URL(activeDirectory);
  if (!aliases.includes(host) && host !== own.host) {
    throw new EntraError(400, 'invalid_instance', 50049, `Unknown or invalid instance '${asked}'.`);
  }
  const [, authority = ''] = /^(.*?)\/oauth2\//i.exec(pathname) ?? [];
  const infix = /\/oauth2\/v2\.0\//i.test(pathname) ? '/v2.0' : '';
  const body = {
    tenant_discovery_endpoint: `${own.origin}${authority}${infix}/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: 'login.microsoftonline.com', preferred_cache: 'login.windows.net', aliases }],
  };
  return { status: 200, body };
}
