import { EntraError } from './entraError.ts';

/** The resources that a token can be asked for; a slash at the end makes another audience, not another resource. */
const resources = [
  'https://management.azure.com',
  'https://management.core.windows.net',
  'https://dev.azuresynapse.net',
  'https://graph.microsoft.com',
  'https://database.windows.net',
];

/** Scopes that ask for something beside the access token. */
const openIdScopes = new Set(['openid', 'profile', 'email', 'offline_access']);

/**
 * The audience of the scope `{resource}/.default`. The resource is taken literally:
 * `https://dev.azuresynapse.net//.default` gives the audience with a slash, which the development endpoint then refuses.
 *
 * @throws EntraError for a scope without `/.default` and for an unknown resource
 */
export function resourceOfApplicationScope(scope: string): string {
  const [, audience] = /^(\S+)\/\.default$/.exec(scope.trim()) ?? [];
  if (audience !== undefined) return knownResource(audience);
  const message = `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`;
  throw new EntraError(400, 'invalid_scope', 1002012, message);
}

/**
 * The audience of what a person's client asks for: `{resource}/{permission}` any number of times for one resource,
 * beside OpenID's own scopes; those alone mean Microsoft Graph.
 *
 * @throws EntraError for scopes of several resources and for an unknown resource
 */
export function resourceOfDelegatedScope(scope: string): string {
  const audiences = new Set(scopesOf(scope).map((each) => each.replace(/\/[^/]*$/, '')));
  const [audience = 'https://graph.microsoft.com', another] = audiences;
  if (another === undefined) return knownResource(audience);
  const message = `The provided value for the input parameter 'scope' is not valid because it contains more than one resource.`;
  throw new EntraError(400, 'invalid_request', 28000, message);
}

/** @throws EntraError unless it is one that tokens are given for */
export function knownResource(audience: string): string {
  if (resources.includes(audience.replace(/\/$/, ''))) return audience;
  throw new EntraError(400, 'invalid_resource', 500011, `The resource principal named ${audience} was not found.`);
}

/** The audience that the body of a token request names, known or not; of several scopes that of the first. */
export function audienceAskedFor(body: string): string | undefined {
  const form = new URLSearchParams(body);
  const [scope] = scopesOf(form.get('scope') ?? '');
  return form.get('resource') ?? scope?.replace(/\/[^/]*$/, '');
}

function scopesOf(scope: string): string[] {
  return scope.split(/\s+/).filter((each) => each !== '' && !openIdScopes.has(each));
}
