import type { ReplyFacts } from '../../../azure/restService.ts';
import type { UntypedAnswer } from '../../../azure/untypedCall.ts';

/** A request that was sent, and what has come of it so far. It holds secrets, and only ever stands in memory. */
export interface Exchange {
  readonly operationId: string;
  readonly method: string;
  /** Path and query as they stand in the document, variables and all. */
  readonly target: string;
  readonly durationMs: number;
  /** The first answer, or the one that ended a long-running operation. */
  readonly reply?: ReplyFacts;
  /** What the operation said about itself, in its own words. */
  readonly states: readonly string[];
  /** One for each page. */
  readonly bodies: readonly unknown[];
  readonly more: boolean;
  readonly error?: ExplainedFailure;
  /** Reads the pages that follow. */
  readonly next?: AsyncIterator<UntypedAnswer, void>;
}

export interface ExplainedFailure {
  /** In words for people. */
  readonly summary: string;
  readonly advice?: string;
  /** Status, code and request ids. */
  readonly facts: readonly string[];
}
