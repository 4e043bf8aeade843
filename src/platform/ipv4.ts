/** IPv4 addresses as numbers from 0 to 2³²−1; both ends of a range belong to it. */
export interface Ipv4Range {
  readonly first: number;
  readonly last: number;
}

export const highestIpv4 = 2 ** 32 - 1;

/**
 * Undefined for everything that is not four decimal numbers from 0 to 255. What some readers take for an address as well
 * is none here: fewer parts, leading zeros (which others read as octal), spaces.
 */
export function parseIpv4(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let address = 0;
  for (const part of parts) {
    const value = /^(?:0|[1-9]\d{0,2})$/u.test(part) ? Number(part) : 256;
    if (value > 255) return undefined;
    address = address * 256 + value;
  }
  return address;
}

/** The counterpart of `parseIpv4`. */
export function formatIpv4(address: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
}

/** The range between two addresses as the service writes them; undefined where one is none or the order is wrong. */
export function ipv4Range(start: string, end: string): Ipv4Range | undefined {
  const first = parseIpv4(start);
  const last = parseIpv4(end);
  return first === undefined || last === undefined || first > last ? undefined : { first, last };
}

export function covers({ first, last }: Ipv4Range, address: number): boolean {
  return first <= address && address <= last;
}

export function addressCount({ first, last }: Ipv4Range): number {
  return last - first + 1;
}

/** The first address in a text of the service; undefined where there is none. */
export function ipv4In(text: string): string | undefined {
  return text.match(/(?<![\w.])\d+(?:\.\d+){3}(?![\w]|\.\d)/gu)?.find((found) => parseIpv4(found) !== undefined);
}
