import type { Request } from '../../http/exchange.ts';
import type { Call } from '../../http/routes.ts';
import type { ServiceError } from '../../http/serviceError.ts';
import type { Directory } from '../../store/directory.ts';
import type { Context } from '../context.ts';
import { graphError } from './graphError.ts';

/** The directory that a token is for: Microsoft Graph's URLs name no tenant. */
export function directoryOfCaller({ caller }: Call, { store }: Context): Directory {
  const directory = store.tenants.get(caller.tenantId)?.directory;
  if (directory === undefined) throw new Error(`A token of an unknown tenant: ${caller.tenantId}`);
  return directory;
}

export function notFound(request: Request, id: string): ServiceError {
  const text = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
  return graphError(request, 404, 'Request_ResourceNotFound', text);
}
