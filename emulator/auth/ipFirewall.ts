import type { Clock } from '../clock.ts';
import type { Request } from '../http/exchange.ts';
import { ServiceError } from '../http/serviceError.ts';
import { parseIpv4 } from '../store/ipv4.ts';
import type { Store } from '../store/store.ts';

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  /** Everybody is on this computer: the address that they are taken to have. */
  readonly clientAddress: string;
}

/** The IP firewall of the workspaces' development endpoints. Resource Manager is not behind it. */
export class IpFirewall {
  readonly #parts: Parts;
  readonly #address: number;

  /** @throws Error for an address that is none */
  constructor(parts: Parts) {
    this.#parts = parts;
    const address = parseIpv4(parts.clientAddress);
    if (address === undefined) throw new Error(`'${parts.clientAddress}' is no IPv4 address.`);
    this.#address = address;
  }

  /**
   * @param request to a workspace that exists
   * @throws ServiceError 403 in the words of azure-sdk-for-net#20051 when no rule that has come into effect covers it
   */
  admit({ addressed }: Request): void {
    const { store, clock, clientAddress } = this.#parts;
    if (store.workspace(addressed.workspaceName ?? '')?.admissions.covers(this.#address, clock()) === true) return;
    throw new ServiceError(403, 'ClientIpAddressNotAuthorized', `Client Ip address : ${clientAddress}`, { flat: true });
  }
}
