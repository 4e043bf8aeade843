import type { Workspace } from '../store/model.ts';
import { ServiceError } from './serviceError.ts';

/**
 * The workspace's firewall, as far as it is emulated: with public network access disabled nobody outside of its private
 * endpoints reaches the development endpoint (azure-sdk-for-net#20051 has the body).
 *
 * @throws ServiceError 403
 */
export function requireReachable(workspace: Workspace | undefined): void {
  if (workspace?.properties.publicNetworkAccess !== 'Disabled') return;
  throw new ServiceError(403, 'ClientIpAddressNotAuthorized', 'Client Ip address : 127.0.0.1', { flat: true });
}
