/** A range of whole numbers, both ends included. */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

/** Nodes of a pool: one head node and at least two workers. Source: Azure's documentation of Spark pool configurations. */
export const nodeLimits: Limits = { least: 3, most: 200 };

/** Idle minutes before a pool pauses, up to a week. */
export const pauseLimits: Limits = { least: 5, most: 10_080 };

/** The number that somebody typed; undefined unless it is a whole one within the limits, in plain digits. */
export function numberWithin(text: string, { least, most }: Limits): number | undefined {
  const digits = text.trim();
  if (!/^\d{1,9}$/u.test(digits)) return undefined;
  const number = Number(digits);
  return number >= least && number <= most ? number : undefined;
}

/** Node sizes of the specification (`nodeSize` in bigDataPool.json), in their order. */
export const nodeSizeNames = ['Small', 'Medium', 'Large', 'XLarge', 'XXLarge'] as const;

/** Virtual cores and gigabytes of the memory-optimized node sizes. Source: Azure's documentation of Spark pool configurations. */
const nodeSizes: Readonly<Record<string, readonly [cores: number, gigabytes: number]>> = {
  Small: [4, 32],
  Medium: [8, 64],
  Large: [16, 128],
  XLarge: [32, 256],
  XXLarge: [64, 432],
  // Isolated compute only.
  XXXLarge: [80, 504],
};

export function capacityOf(nodeSize: string): readonly [cores: number, gigabytes: number] | undefined {
  return Object.hasOwn(nodeSizes, nodeSize) ? nodeSizes[nodeSize] : undefined;
}
