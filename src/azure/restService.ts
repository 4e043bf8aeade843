import type {
  ItemOf,
  LongRunningOperation,
  PagedOperation,
  ParametersOf,
  Plane,
  PlainOperation,
  ResultOf,
} from './operation.ts';
import type { Caller } from './tokenClaims.ts';
import type { TokenRequest } from './tokenSource.ts';

export interface CallOptions {
  /** Aborting ends the request on the socket and any wait before a retry; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told when the service asks to wait for more than a few seconds before the request is repeated. */
  readonly onThrottled?: (wait: ThrottledWait) => void;
  /** What a change means to people; handed on to the observer of writes. */
  readonly about?: WriteAbout;
  /** Told of every successful answer as it came: the first one, further pages, what is read while following. */
  readonly onReply?: (reply: ReplyFacts) => void;
}

/** An answer as it came. */
export interface ReplyFacts {
  readonly status: number;
  readonly statusText: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, with whatever secrets are in it; empty when there is none. */
  readonly text: string;
}

/** What a change means to people, as the caller says it; the service looks at none of it. */
export interface WriteAbout {
  /** `Pause SQL pool sales`. */
  readonly title: string;
  /** Does the same once more; only for what does no harm when it is done twice. */
  readonly again?: () => Promise<void>;
  /** Whether a refusal says that what was asked for is so already: the change then counts as done. */
  readonly alreadySo?: (error: unknown) => boolean;
}

export interface ThrottledWait {
  readonly operation: string;
  readonly seconds: number;
}

export interface RunOptions extends CallOptions {
  /** Told `Accepted` when the operation has begun, then each state that it reports (`InProgress`, `Succeeded`), in the service's words. */
  readonly onState?: (state: string) => void;
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Whether another page follows, so that more can be offered without being read. */
  readonly more: boolean;
}

/**
 * The shared REST service: executes declared operations against one cloud with one token source. Every method rejects
 * with `AzureError`, with `SignInNeededError` from the token source, or with the reason of an aborted signal.
 */
export interface RestService {
  /**
   * Executes an operation that is answered at once; a reply without a body is `undefined`. An answer of 304 to a
   * conditional read is an `AzureError` with that status, for it brings no result.
   */
  call<O extends PlainOperation>(
    operation: O,
    parameters: ParametersOf<O>,
    options?: CallOptions,
  ): Promise<ResultOf<O>>;
  /** Reads a list page by page, as lazily as the caller iterates; an empty page is passed on, since more may follow. */
  pages<O extends PagedOperation>(
    operation: O,
    parameters: ParametersOf<O>,
    options?: CallOptions,
  ): AsyncIterable<Page<ItemOf<O>>>;
  /** Starts a long-running operation and follows it to its end. Aborting stops following; it does not undo what was started. */
  run<O extends LongRunningOperation>(
    operation: O,
    parameters: ParametersOf<O>,
    options?: RunOptions,
  ): Promise<ResultOf<O>>;
  /** Whom the service sees when it is asked with this identity; undefined where the token does not tell. Sends nothing. */
  caller(
    plane: Plane,
    identity: Pick<TokenRequest, 'tenantId' | 'accountId'>,
    signal?: AbortSignal,
  ): Promise<Caller | undefined>;
}
