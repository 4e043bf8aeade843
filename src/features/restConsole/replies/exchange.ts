import type { ReplyFacts } from '../../../azure/restService.ts';
import type { LaterPages } from '../send/laterPages.ts';

/** A request that was sent, and what has come of it so far. It holds secrets, and only ever stands in memory. */
export interface Exchange {
  readonly operationId: string;
  readonly method: string;
  /** Path and query as they stand in the document, variables and all. */
  readonly target: string;
  readonly durationMs: number;
  /** The first answer, the one that ended a long-running operation, or the one that was an error. */
  readonly reply?: ReplyFacts;
  /** What the operation said about itself, in its own words. */
  readonly states: readonly string[];
  /** One for each page. */
  readonly bodies: readonly unknown[];
  readonly more: boolean;
  readonly error?: ExplainedFailure;
  /** The service has accepted it, and the user no longer wanted to wait for its end. */
  readonly leftAlone?: true;
  /** Reads the pages that follow. */
  readonly next?: LaterPages;
}

export interface ExplainedFailure {
  /** In words for people. */
  readonly summary: string;
  readonly advice?: string;
  /** Status, code and request ids. */
  readonly facts: readonly string[];
}
