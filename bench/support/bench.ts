/** Something that is measured; a file of bench/benches/ exports one as `bench`. */
export interface Bench {
  /** One line: what is compared with what. */
  readonly about: string;
  /** Measures, prints on the way, and answers the figures for the line of JSON. */
  run(): Promise<Readonly<Record<string, number>>>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = sorted.slice(middle - 1, middle + 1);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : (low + high) / 2;
}

/** With so many digits after the point. */
export function rounded(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}
