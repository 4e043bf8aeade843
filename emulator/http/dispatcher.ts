import type { Authentication } from '../auth/authenticate.ts';
import type { IpFirewall } from '../auth/ipFirewall.ts';
import type { Caller } from '../auth/tokens.ts';
import { queryParameter, type Reply, type Request } from './exchange.ts';
import type { Route, RouteMatch } from './routes.ts';
import { ServiceError } from './serviceError.ts';

const nobody: Caller = { tenantId: '', objectId: '', appId: '' };

/** Takes a request through what every service does before its own work: token, firewall, route, api-version. */
export class Dispatcher {
  readonly #authentication: Authentication;
  readonly #firewall: IpFirewall;

  constructor(authentication: Authentication, firewall: IpFirewall) {
    this.#authentication = authentication;
    this.#firewall = firewall;
  }

  /** Never throws for what a request may do wrong: every refusal is a reply. */
  answer(request: Request, match: RouteMatch | undefined, operationFails: boolean): Reply {
    try {
      return this.#handle(request, match, operationFails);
    } catch (error) {
      if (error instanceof ServiceError) return error.toReply();
      throw error;
    }
  }

  #handle(request: Request, match: RouteMatch | undefined, operationFails: boolean): Reply {
    const { service } = request.addressed;
    const isOpen = service === 'none' || service === 'activeDirectory' || match?.route.anonymous === true;
    const caller = isOpen ? nobody : this.#authentication.authenticate(request);
    if (service === 'workspace') this.#firewall.admit(request);
    if (match === undefined) throw notServed(request);
    const { route, parameters } = match;
    return route.handle({ request, parameters, caller, operationFails, apiVersion: apiVersionOf(request, route) });
  }
}

/** @throws ServiceError 400 for a missing or an unknown api-version, in Resource Manager's words */
function apiVersionOf(request: Request, { apiVersions }: Route): string {
  if (apiVersions.length === 0) return '';
  const asked = queryParameter(request, 'api-version');
  if (!asked) {
    const text = 'The api-version query parameter (?api-version=) is required for all requests.';
    throw new ServiceError(400, 'MissingApiVersionParameter', text);
  }
  const accepted = apiVersions.find((version) => version === asked.toLowerCase());
  if (accepted !== undefined) return accepted;
  const text = `The api-version '${asked}' is invalid. The supported versions are '${apiVersions.join(',')}'.`;
  throw new ServiceError(400, 'InvalidApiVersionParameter', text);
}

function notServed({ method, target, addressed }: Request): ServiceError {
  const text = `The emulator does not serve ${method} ${target.replace(/\?.*/, '')}.`;
  return addressed.service === 'workspace'
    ? new ServiceError(404, 'NotFound', text, { flat: true })
    : new ServiceError(404, 'InvalidResourceType', text);
}
