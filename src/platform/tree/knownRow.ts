/** What is kept of a row over a restart: texts that were shown, never data. Members are short, for there are many. */
export interface KnownRow {
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  /** Product icon without `$()`. */
  readonly icon: string;
  /** Accessible label. */
  readonly spoken: string;
  readonly order?: string;
  /** Open unless the user has closed it. */
  readonly expanded?: boolean;
  /** Rows below, for a row that was open; empty for one that only can be opened; absent for a leaf. */
  readonly below?: readonly KnownRow[] | undefined;
}

/** What of a stored value is rows, however an earlier version or another program wrote it. */
export function readKnownRows(stored: unknown): KnownRow[] {
  return Array.isArray(stored) ? stored.filter(isKnownRow) : [];
}

const required = ['key', 'label', 'icon', 'spoken'] as const;
const optional = ['description', 'order'] as const;

function isKnownRow(value: unknown): value is KnownRow {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Readonly<Record<string, unknown>>;
  const { below } = row;
  return (
    required.every((member) => typeof row[member] === 'string') &&
    optional.every((member) => row[member] === undefined || typeof row[member] === 'string') &&
    (below === undefined || (Array.isArray(below) && below.every(isKnownRow)))
  );
}
