import { ServiceError } from '../../http/serviceError.ts';
import type { SqlPool } from '../../store/model.ts';

/**
 * What the pool has to answer itself (its tables, a scan, a restore point) it can only while it is online. How the service
 * refuses that of a paused one is not known.
 *
 * @throws ServiceError 409
 */
export function requireOnline({ name, properties: { status, provisioningState } }: SqlPool): void {
  if (status === 'Online' || status === 'Scaling') return;
  const text = `The SQL pool '${name}' has to be online; its state is ${status ?? provisioningState}.`;
  throw new ServiceError(409, 'Conflict', text);
}
