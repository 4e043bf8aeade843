import type { Clock } from '../clock.ts';
import type { Request } from '../http/exchange.ts';
import { ServiceError } from '../http/serviceError.ts';
import type { ServiceName } from '../http/serviceUrls.ts';
import type { Store } from '../store/store.ts';
import type { Caller, Tokens } from './tokens.ts';
import { unauthorizedByResourceManager, unauthorizedByWorkspace, type TokenProblem } from './unauthorized.ts';

/**
 * The audiences that each service accepts, literally: the development endpoint refuses its own with a slash at the end
 * (azure-rest-api-specs#10500), Resource Manager takes either form of either name.
 */
const audiences: Readonly<Record<Exclude<ServiceName, 'activeDirectory'>, readonly string[]>> = {
  resourceManager: [
    'https://management.azure.com',
    'https://management.azure.com/',
    'https://management.core.windows.net',
    'https://management.core.windows.net/',
  ],
  workspace: ['https://dev.azuresynapse.net'],
  graph: ['https://graph.microsoft.com', 'https://graph.microsoft.com/'],
};

/** What stands after `Bearer`. */
export function bearerToken({ headers }: Request): string | undefined {
  return /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

/** Checks the token of every request for what is addressed: its service, and the tenant of what it names. */
export class Authentication {
  readonly #parts: { store: Store; tokens: Tokens; clock: Clock };

  constructor(parts: { store: Store; tokens: Tokens; clock: Clock }) {
    this.#parts = parts;
  }

  /**
   * @throws ServiceError 401 in the service's shape; 404 where the addressed subscription or workspace does not exist
   * (only told to callers with a valid token)
   */
  authenticate(request: Request): Caller {
    const { service } = request.addressed;
    if (service === 'activeDirectory' || service === 'none') throw new Error('Nothing to authenticate for');
    const { tokens } = this.#parts;
    const token = bearerToken(request);
    if (token === undefined) throw this.refusal(request, { kind: 'missing' });
    const claims = tokens.read(token);
    if (claims === undefined) throw this.refusal(request, { kind: 'invalid' });
    if (tokens.isExpired(claims)) throw this.expired(request, claims.exp * 1000);
    if (!audiences[service].includes(claims.aud)) {
      throw this.refusal(request, { kind: 'audience', actual: claims.aud, allowed: audiences[service] });
    }
    const wanted = this.#tenantOf(request);
    if (wanted !== undefined && wanted !== claims.tid) {
      throw this.refusal(request, { kind: 'tenant', actual: claims.tid, wanted });
    }
    return { tenantId: claims.tid, objectId: claims.oid, appId: claims.appid };
  }

  /** The refusal of an expired token, for whatever reason it is to be given. */
  expired(request: Request, expiredAt: number): ServiceError {
    return this.refusal(request, {
      kind: 'expired',
      expiredAt: new Date(expiredAt).toISOString(),
      now: new Date(this.#parts.clock()).toISOString(),
    });
  }

  refusal(request: Request, problem: TokenProblem): ServiceError {
    return request.addressed.service === 'workspace'
      ? unauthorizedByWorkspace(problem)
      : unauthorizedByResourceManager(problem, request.addressed.urls);
  }

  /** The tenant of the subscription or workspace that the URL names; undefined for tenant-level calls. */
  #tenantOf(request: Request): string | undefined {
    const { store } = this.#parts;
    const { service, path, workspaceName } = request.addressed;
    if (service === 'workspace') {
      const workspace = store.workspace(workspaceName ?? '');
      if (workspace !== undefined) return workspace.tenantId;
      // Azure has no such host then; a loopback server cannot fail to resolve.
      throw new ServiceError(404, 'WorkspaceNotFound', `There is no workspace '${workspaceName ?? ''}'.`, {
        flat: true,
      });
    }
    const [, subscriptionId] = /^\/subscriptions\/([^/]+)/i.exec(path) ?? [];
    if (subscriptionId === undefined) return undefined;
    const subscription = store.subscriptions.get(subscriptionId);
    if (subscription !== undefined) return subscription.tenantId;
    throw new ServiceError(404, 'SubscriptionNotFound', `The subscription '${subscriptionId}' could not be found.`);
  }
}
