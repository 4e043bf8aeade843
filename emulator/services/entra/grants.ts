import type { RefreshTokens } from '../../auth/refreshTokens.ts';
import { tokenLifetime, type Caller, type Tokens } from '../../auth/tokens.ts';
import type { ServiceUrls } from '../../http/serviceUrls.ts';
import type { SampleUser } from '../../samples/sample.ts';
import type { Application } from '../../store/application.ts';
import type { Tenant } from '../../store/model.ts';
import { askedClaims } from './askedClaims.ts';
import { EntraError } from './entraError.ts';
import { knownResource, resourceOfApplicationScope, resourceOfDelegatedScope } from './resources.ts';

export interface GrantParts {
  readonly tokens: Tokens;
  readonly refreshTokens: RefreshTokens;
  /** The one registered client; it has a service principal in every tenant. */
  readonly application: Application;
  readonly user: SampleUser;
}

/** A request to the token endpoint. */
export interface Grant {
  readonly tenant: Tenant;
  readonly form: URLSearchParams;
  /** Version 1 of the endpoint takes `resource` where version 2 takes `scope`. */
  readonly version: '1.0' | '2.0';
  readonly urls: ServiceUrls;
}

type Members = Readonly<Record<string, unknown>>;

/** Clients of Microsoft's that sign people in without a secret: the Azure CLI and VS Code. */
const publicClients = new Set(['04b07795-8ddb-461a-bbee-02f9e1bf7b46', 'aebc6443-996d-45c2-90f0-388ff96faa56']);

/** A token for the application itself. @throws EntraError */
export function clientCredentials(grant: Grant, { tokens, application }: GrantParts): Members {
  const { tenant, form, version } = grant;
  requireClient(grant, application);
  const audience =
    version === '1.0' ? knownResource(required(form, 'resource')) : resourceOfApplicationScope(required(form, 'scope'));
  const objectId = application.objectIdIn(tenant.tenantId);
  const caller = { tenantId: tenant.tenantId, objectId, appId: application.clientId };
  return accessToken(grant, caller, audience, tokens);
}

/** A token for a person. With it come a refresh token, and what OpenID Connect and MSAL's cache ask for. @throws EntraError */
export function refresh(grant: Grant, { tokens, refreshTokens, application, user }: GrantParts): Members {
  const { tenant, form, version, urls } = grant;
  const clientId = required(form, 'client_id').toLowerCase();
  if (!publicClients.has(clientId)) requireClient(grant, application);
  const homeId = refreshTokens.personOf(required(form, 'refresh_token'));
  if (homeId === undefined) throw new EntraError(400, 'invalid_grant', 9002313, 'The refresh token is malformed.');
  const objectId = tenant.tenantId === user.tenantId ? homeId : user.guestIds[tenant.tenantId];
  const person = tenant.directory.get(objectId ?? '');
  if (person === undefined) {
    const message = `The user account does not exist in tenant '${tenant.displayName}' and cannot access the application '${clientId}' in that tenant.`;
    throw new EntraError(400, 'invalid_grant', 50020, message);
  }
  const scope = form.get('scope') ?? '';
  const audience = version === '1.0' ? knownResource(required(form, 'resource')) : resourceOfDelegatedScope(scope);
  const caller: Caller = { tenantId: tenant.tenantId, objectId: person.id, appId: clientId };
  const name = { name: person.displayName, preferred_username: person.userPrincipalName ?? person.displayName };
  const wantsIdToken = version === '1.0' || /(^|\s)openid(\s|$)/.test(scope);
  return {
    ...accessToken(grant, caller, audience, tokens),
    scope: `${audience}/user_impersonation ${audience}/.default`,
    refresh_token: required(form, 'refresh_token'),
    ...(wantsIdToken && {
      id_token: tokens.issueIdToken(caller, `${urls.activeDirectory}/${tenant.tenantId}/v2.0`, name),
    }),
    ...(form.get('client_info') === '1' && { client_info: encoded({ uid: homeId, utid: user.tenantId }) }),
  };
}

/** Version 1 writes numbers as text, says when as well as how long, and names the resource. */
function accessToken({ form, version }: Grant, caller: Caller, audience: string, tokens: Tokens): Members {
  const token = tokens.issue(caller, audience, askedClaims(form.get('claims')));
  const lifetimes = { expires_in: tokenLifetime, ext_expires_in: tokenLifetime };
  if (version === '2.0') return { token_type: 'Bearer', ...lifetimes, access_token: token };
  const claims = tokens.read(token);
  const numbers = { ...lifetimes, expires_on: claims?.exp, not_before: claims?.iat };
  const texts = Object.fromEntries(Object.entries(numbers).map(([member, value]) => [member, String(value)]));
  return { token_type: 'Bearer', ...texts, resource: audience, access_token: token };
}

function requireClient({ tenant, form }: Grant, application: Application): void {
  const clientId = required(form, 'client_id');
  if (clientId.toLowerCase() !== application.clientId) {
    const message = `Application with identifier '${clientId}' was not found in the directory '${tenant.displayName}'.`;
    throw new EntraError(400, 'unauthorized_client', 700016, message);
  }
  if (form.get('client_secret') !== application.clientSecret) {
    throw new EntraError(401, 'invalid_client', 7000215, 'Invalid client secret provided.');
  }
}

/** @throws EntraError when the form has no such parameter */
export function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value) return value;
  const message = `The request body must contain the following parameter: '${name}'.`;
  throw new EntraError(400, 'invalid_request', 900144, message);
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
