import { createHash } from 'node:crypto';

/**
 * A GUID that depends on nothing but its name, so that the sample has the same ids at every start and a person's
 * remembered choices (or a script's) stay valid.
 */
export function idOf(...name: readonly string[]): string {
  const hex = createHash('sha256').update(name.join('\u0000')).digest('hex');
  // Version and variant digits as RFC 9562 wants them: clients validate GUIDs.
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isGuid(text: string): boolean {
  return guid.test(text);
}
