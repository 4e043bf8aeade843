/** As recorded (`cc009124-0000-0100-0000-628f654a0000`): a running number, and the second of the change. */
export function etagOf(count: number, now: number): string {
  return `${hex(count)}-0000-0100-0000-${hex(Math.floor(now / 1000))}0000`;
}

function hex(number: number): string {
  return number.toString(16).padStart(8, '0');
}
