import { AzureError } from '../../azure/azureError.ts';
import { ipv4In } from '../ipv4.ts';

/** A workspace's IP firewall has refused the caller's address: a rule would help. */
export interface AddressRefusal {
  /** As the service saw it, checked to be an IPv4 address; absent where the refusal names none. */
  readonly address?: string;
}

/**
 * Understands the refusal `ClientIpAddressNotAuthorized` "Client Ip address : 1.2.3.4" (azure-sdk-for-net#20051), in
 * whatever spelling. Undefined for everything else, also for the same code at a private endpoint: no rule helps there.
 */
export function addressRefusal(error: unknown): AddressRefusal | undefined {
  if (!isNetworkRefusal(error) || isAboutPrivateEndpoint(error)) return undefined;
  const address = ipv4In(error.message);
  return address === undefined ? {} : { address };
}

/** The workspace is behind private endpoints, and the caller has not come through one of them. */
export function isPrivateEndpointRefusal(error: unknown): boolean {
  return isNetworkRefusal(error) && isAboutPrivateEndpoint(error);
}

function isNetworkRefusal(error: unknown): error is AzureError {
  return (
    error instanceof AzureError &&
    error.status === 403 &&
    (error.code?.toLowerCase() === 'clientipaddressnotauthorized' || /\bclient\s+ip\s+address\b/iu.test(error.message))
  );
}

function isAboutPrivateEndpoint({ message }: AzureError): boolean {
  return /private\s*(?:endpoint|link)/iu.test(message);
}
