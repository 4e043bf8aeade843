/** What is published, and how the service answers; times in milliseconds. */
export interface Conditions {
  readonly scripts: number;
  /** Requests on the wire at the same time. */
  readonly inFlight: number;
  /** From a request to its answer. */
  readonly latency: number;
  /** From a PUT's arrival to the end of its operation. */
  readonly operationTime: number;
  /** From an answer to the first moment at which the next poll may be sent. */
  readonly retryAfter: number;
}

interface Poll {
  /** When it may be sent. */
  readonly from: number;
  readonly operationEnd: number;
}

/**
 * How long a client takes that wastes nothing: one list, then a PUT for each script, each poll as soon as `Retry-After` and
 * a place on the wire allow, and no time between. Whichever order of PUTs and polls is the faster one counts.
 */
export function idealTime(conditions: Conditions): number {
  return Math.min(simulated(conditions, 'puts'), simulated(conditions, 'polls'));
}

function simulated(conditions: Conditions, first: 'puts' | 'polls'): number {
  const { scripts, inFlight, latency, operationTime, retryAfter } = conditions;
  /** When each place on the wire is free; the list comes before everything else. */
  const places = Array.from({ length: inFlight }, () => latency);
  const polls: Poll[] = [];
  let unsent = scripts;
  while (unsent > 0 || polls.length > 0) {
    const place = places.indexOf(Math.min(...places));
    const free = places[place] ?? 0;
    polls.sort((a, b) => a.from - b.from);
    const [next] = polls;
    if (unsent > 0 && (next === undefined || first === 'puts' || next.from > free)) {
      places[place] = free + latency;
      unsent -= 1;
      polls.push({ from: free + latency + retryAfter, operationEnd: free + operationTime });
    } else if (next !== undefined) {
      const sentAt = Math.max(free, next.from);
      places[place] = sentAt + latency;
      polls.shift();
      if (sentAt < next.operationEnd) polls.push({ ...next, from: sentAt + latency + retryAfter });
    }
  }
  return Math.max(...places);
}
