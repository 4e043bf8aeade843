import { EntraError } from './entraError.ts';

/** The resources that a token can be asked for; a slash at the end makes another audience, not another resource. */
const resources = [
  'https://management.azure.com',
  'https://management.core.windows.net',
  'https://dev.azuresynapse.net',
  'https://graph.microsoft.com',
  'https://database.windows.net',
];

/**
 * The audience of a scope `{resource}/.default`. The resource is taken literally: `https://dev.azuresynapse.net//.default`
 * gives the audience with a slash, which the development endpoint then refuses.
 *
 * @throws EntraError for a scope without `/.default` and for an unknown resource
 */
export function resourceOf(scope: string): string {
  const [, audience] = /^(.+)\/\.default$/.exec(scope.trim()) ?? [];
  if (audience === undefined) {
    const message = `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`;
    throw new EntraError(400, 'invalid_scope', 1002012, message);
  }
  if (!resources.includes(audience.replace(/\/$/, ''))) {
    throw new EntraError(400, 'invalid_resource', 500011, `The resource principal named ${audience} was not found.`);
  }
  return audience;
}
