import { ServiceError, type ErrorDetail } from '../../http/serviceError.ts';
import type { Change } from '../../resources/change.ts';
import { asArtifact, type Ending } from '../../resources/endings.ts';

/** What cannot be changed as long as it is what it is. */
export interface Keeps {
  /** The switch that says whether the request is refused, or its operation fails. */
  readonly toldBy: 'managed-artifact' | 'started-trigger';
  /** Why this change is none; undefined where it may be made. */
  reason(change: Change): ErrorDetail | undefined;
}

/** An artifact that may have to stay as it is. */
export function unlessKept(record: string, results: string, keeps: Keeps | undefined): Ending {
  if (keeps === undefined) return asArtifact(record, results);
  const failing = asArtifact(record, results, { obstacle: (change) => keeps.reason(change) });
  return (change) => {
    const reason = keeps.reason(change);
    const isRefused = change.place.context.unverified[keeps.toldBy] === 'refuse';
    if (reason === undefined || !isRefused) return failing(change);
    throw new ServiceError(400, reason.code, reason.message, { flat: true });
  };
}
