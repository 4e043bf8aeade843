import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { Reply } from '../../http/exchange.ts';

/** An error of the token endpoint: OAuth's `error`, and Microsoft's AADSTS number with the text. */
export class EntraError extends Error {
  readonly status: number;
  readonly error: string;
  readonly number: number;

  constructor(status: number, error: string, number: number, message: string) {
    super(message);
    this.status = status;
    this.error = error;
    this.number = number;
  }

  /** Runs a handler and answers what it throws in Entra's shape. */
  static answer(clock: Clock, handle: () => Reply): Reply {
    try {
      return handle();
    } catch (error) {
      if (error instanceof EntraError) return error.#toReply(new Date(clock()));
      throw error;
    }
  }

  #toReply(now: Date): Reply {
    const timestamp = now
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z$/, 'Z');
    const [traceId, correlationId] = [randomUUID(), randomUUID()];
    return {
      status: this.status,
      body: {
        error: this.error,
        error_description: `AADSTS${this.number}: ${this.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
        error_codes: [this.number],
        timestamp,
        trace_id: traceId,
        correlation_id: correlationId,
      },
    };
  }
}
