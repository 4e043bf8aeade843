/** A request as it went over the wire, under Azure's host names. */
export interface LiveRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; absent where there was none. */
  readonly body?: unknown;
}

export interface LiveResponse {
  readonly statusCode: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The form that the OpenAPI live validator reads and the emulator records. */
export interface Exchange {
  readonly liveRequest: LiveRequest;
  readonly liveResponse: LiveResponse;
  /** The operation that the emulator took the request for. */
  readonly operationId?: string;
  /** The kind of the fault rule that had its hand in the exchange. */
  readonly injectedFault?: string;
}
