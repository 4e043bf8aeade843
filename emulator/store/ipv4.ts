/**
 * An IPv4 address as a number from 0 to 2³²−1; undefined for everything else, also for what some parsers take for one
 * (fewer than four parts, leading zeros).
 */
export function parseIpv4(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) {
    return undefined;
  }
  return parts.reduce((number, part) => number * 256 + Number(part), 0);
}
