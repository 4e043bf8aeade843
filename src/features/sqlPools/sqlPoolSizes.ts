/** A performance level of a dedicated SQL pool. */
export interface SqlPoolSize {
  /** As the service writes it, `DW100c`. */
  readonly name: string;
  /** Data warehouse units: compute is charged in proportion to them. */
  readonly units: number;
  /** For orientation only: Azure may change the machines behind a level. */
  readonly computeNodes: number;
  /** Of the whole pool. */
  readonly memoryInGigabytes: number;
}

const gigabytesPerUnit = 0.6;

/**
 * All performance levels, from the smallest on.
 * Source: Azure's documentation, “Memory and concurrency limits for dedicated SQL pool”, table of service levels.
 */
export const sqlPoolSizes: readonly SqlPoolSize[] = (
  [
    [100, 1],
    [200, 1],
    [300, 1],
    [400, 1],
    [500, 1],
    [1000, 2],
    [1500, 3],
    [2000, 4],
    [2500, 5],
    [3000, 6],
    [5000, 10],
    [6000, 12],
    [7500, 15],
    [10_000, 20],
    [15_000, 30],
    [30_000, 60],
  ] as const
).map(([units, computeNodes]) => ({
  name: `DW${units}c`,
  units,
  computeNodes,
  memoryInGigabytes: Math.round(units * gigabytesPerUnit),
}));

/** The level with this name, in whatever case; undefined for one that is not known. */
export function sqlPoolSize(name: string | undefined): SqlPoolSize | undefined {
  return sqlPoolSizes.find((size) => size.name.toLowerCase() === name?.toLowerCase());
}
