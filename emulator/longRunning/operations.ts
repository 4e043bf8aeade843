import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { CaseInsensitiveMap } from '../store/caseInsensitiveMap.ts';
import type { Reply } from '../http/exchange.ts';
import type { ErrorDetail } from '../http/serviceError.ts';
import type { ServiceUrls } from '../http/serviceUrls.ts';

export interface OperationStart {
  /** A GUID for a sample, whose operations have known ids. */
  readonly id?: string;
  /** What is done, where a service tells it. */
  readonly label?: string;
  /**
   * Path below which `operationStatuses/{name}` and `operationResults/{name}` answer: Resource Manager's, or
   * `/workspaces/{name}` for those of a development endpoint.
   */
  readonly scopePath: string;
  /** SQL pools put the node that works for them in front of the name (recording azure-cli.sql_pool). */
  readonly node?: string;
  /** How long it takes, in milliseconds; the emulator's operation time by default. */
  readonly duration?: number;
  /** Begins only when that one has ended. */
  readonly after?: Operation | undefined;
  /** Ends as Failed: `failed` is called instead of `succeeded`. */
  readonly fails?: boolean;
  /** Asked at the end: the reason why it fails, if there is one by then. */
  readonly obstacle?: () => ErrorDetail | undefined;
  readonly succeeded: () => void;
  readonly failed: () => void;
  /** What `operationResults` answers after success. */
  readonly result: (urls: ServiceUrls) => Reply;
  /** Body of `operationResults` while it runs; absent: none. */
  readonly progress?: () => unknown;
}

export interface Operation {
  readonly id: string;
  readonly label?: string | undefined;
  /** Last segment of its URLs. */
  readonly name: string;
  readonly scopePath: string;
  /** Milliseconds since 1970. */
  readonly startTime: number;
  /** Milliseconds since 1970. */
  readonly endTime: number;
  status: 'InProgress' | 'Succeeded' | 'Failed';
  /** Why it failed. */
  error?: ErrorDetail;
  readonly result: (urls: ServiceUrls) => Reply;
  readonly progress?: (() => unknown) | undefined;
}

interface Pending {
  readonly operation: Operation;
  readonly start: OperationStart;
}

const injected: ErrorDetail = { code: 'OperationFailed', message: 'The operation was made to fail by a fault rule.' };

/** Operations that ended longer ago than this are forgotten, as the service forgets them. */
const rememberedFor = 60 * 60 * 1000;

/**
 * Long-running operations. They take time by the clock but need no timers: `settle` is called before each request and
 * ends what is due, so whoever asks sees the state that belongs to the moment.
 */
export class Operations {
  readonly #clock: Clock;
  readonly #duration: number;
  readonly #operations = new CaseInsensitiveMap<Pending>();
  readonly #pending = new Set<Pending>();

  /** @param duration of an operation in milliseconds */
  constructor(clock: Clock, duration: number) {
    this.#clock = clock;
    this.#duration = duration;
  }

  /** How long an operation takes that says nothing else, in milliseconds. */
  get duration(): number {
    return this.#duration;
  }

  /**
   * Seconds that a client is asked to wait between polls: never 0, never more than the service's 15, and about a third
   * of the duration, so that an obedient client does not wait much longer than it must.
   */
  get retryAfter(): number {
    return Math.min(15, Math.max(1, Math.ceil(this.#duration / 3000)));
  }

  start(start: OperationStart): Operation {
    const now = this.#clock();
    this.#forget(now - rememberedFor);
    const { id = randomUUID(), label } = start;
    const name = start.node === undefined ? id : `${start.node}-${id}`;
    const operation: Operation = {
      id,
      label,
      name,
      scopePath: start.scopePath,
      startTime: now,
      endTime: Math.max(now, start.after?.endTime ?? now) + (start.duration ?? this.#duration),
      status: 'InProgress',
      result: start.result,
      progress: start.progress,
    };
    const pending = { operation, start };
    this.#operations.set(`${start.scopePath}/${name}`, pending);
    this.#pending.add(pending);
    return operation;
  }

  find(scopePath: string, name: string): Operation | undefined {
    return this.#operations.get(`${scopePath}/${name}`)?.operation;
  }

  /** All that are asked about below a path, the latest first. */
  below(scopePath: string): Operation[] {
    const wanted = scopePath.toLowerCase();
    return [...this.#operations]
      .map(({ operation }) => operation)
      .filter((operation) => operation.scopePath.toLowerCase() === wanted)
      .reverse();
  }

  /** Ends every operation that is due, the one that ended first first. */
  settle(): void {
    const now = this.#clock();
    const due = [...this.#pending]
      .filter(({ operation }) => operation.endTime <= now)
      .sort((a, b) => a.operation.endTime - b.operation.endTime);
    for (const pending of due) {
      this.#pending.delete(pending);
      const { operation, start } = pending;
      const error = start.fails ? injected : start.obstacle?.();
      if (error === undefined) {
        operation.status = 'Succeeded';
        start.succeeded();
      } else {
        operation.status = 'Failed';
        operation.error = error;
        start.failed();
      }
    }
  }

  #forget(before: number): void {
    for (const { operation } of this.#operations) {
      if (operation.endTime < before) this.#operations.delete(`${operation.scopePath}/${operation.name}`);
    }
  }
}
