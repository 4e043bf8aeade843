import { AzureError } from './azureError.ts';
import type { Clock } from './clock.ts';
import { readErrorBody } from './errorReader.ts';
import { requestIdOf } from './failures.ts';
import { jsonOf, member, type ParseJson, textMember } from './json.ts';
import type { LongRunningOperation } from './operation.ts';
import {
  type Progress,
  progressOf,
  progressOfResult,
  progressOfStatus,
  provisioningState,
  stateIn,
} from './operationState.ts';
import { intervalMs, isPassing, toleratedTroubles } from './pollInterval.ts';
import type { RunOptions } from './restService.ts';
import { retryAfterSeconds } from './retryAfter.ts';
import type { TransportReply } from './transport.ts';

/** An operation that was started, and how to ask about it. */
export interface Started {
  readonly operation: LongRunningOperation;
  /** Trusted base of all of the operation's URLs, without a trailing slash. */
  readonly base: string;
  /** URL of the request that started it. */
  readonly url: URL;
  /** Where the resource is read; the same as `url` for PUT, PATCH and DELETE. */
  readonly resourceUrl: URL;
  /** The answer to the request that started it. */
  readonly reply: TransportReply;
  readonly clock: Clock;
  /** GET with the token of the operation's plane. */
  readonly get: (url: URL) => Promise<TransportReply>;
  readonly parse: ParseJson;
  /** Resolves a URL of a reply and throws when it leads elsewhere. */
  readonly trusted: (link: string, from: URL) => URL;
}

const longestOperationMs = 6 * 3_600_000;

const statusHeader = 'azure-asyncoperation';
const resultHeader = 'location';

/**
 * Follows a long-running operation to its end, as the service was recorded to do it, which is not always what its
 * specification says: `Azure-AsyncOperation` first, else `Location`, else the resource's provisioning state.
 *
 * @returns What `operation.longRunning` says is the result.
 * @throws AzureError `operationFailed` when it ended as Failed or Canceled.
 */
export async function follow(started: Started, options: RunOptions): Promise<unknown> {
  return new Following(started, options).end();
}

type Reader = (status: number, body: unknown) => Progress;

class Following {
  readonly #started: Started;
  readonly #options: RunOptions;
  readonly #until: number;
  #reported: string | undefined;

  constructor(started: Started, options: RunOptions) {
    this.#started = started;
    this.#options = options;
    this.#until = started.clock.now() + longestOperationMs;
  }

  async end(): Promise<unknown> {
    const { operation, reply, url, resourceUrl } = this.#started;
    const body = this.#read(reply);
    if (progressOfResult(reply.status, body) === 'failed') throw this.#failure(reply, body);
    // Often there is no body yet; whoever follows is to know that it has begun, long before the first poll.
    if (this.#reported === undefined && reply.status !== 200) this.#report('Accepted');
    const status = this.#link(reply, statusHeader, url);
    const result = this.#link(reply, resultHeader, url) ?? this.#recordedResult(body);
    let last: unknown = body;
    if (status !== undefined) {
      await this.#poll(status, statusHeader, reply, (_status, document) => progressOfStatus(document));
    } else if (result !== undefined && reply.status !== 200) {
      last = await this.#poll(result, resultHeader, reply, progressOfResult);
    } else {
      last = await this.#settle(reply, body);
    }
    switch (operation.longRunning.then) {
      case 'nothing':
        return undefined;
      case 'get':
        return this.#read(await this.#ask(resourceUrl));
      case 'location':
        if (status === undefined) return last;
        if (result !== undefined) return this.#poll(result, resultHeader, undefined, progressOfResult);
        // Creating a workspace answers without a Location (recording azure-cli.workspaces).
        return operation.method === 'PUT' || operation.method === 'PATCH'
          ? this.#read(await this.#ask(url))
          : undefined;
    }
  }

  /**
   * Neither header: a resource that is not ready says so itself, and one that is being deleted disappears.
   *
   * @returns The resource as it was read last.
   */
  async #settle(reply: TransportReply, body: unknown): Promise<unknown> {
    const { operation, resourceUrl } = this.#started;
    if (operation.method === 'DELETE') {
      if (reply.status !== 202) return undefined;
      return this.#poll(resourceUrl, resultHeader, reply, () => 'running').catch((error: unknown) => {
        if (error instanceof AzureError && error.status === 404) return undefined;
        throw error;
      });
    }
    const read: Reader = (_status, resource) => progressOf(provisioningState(resource) ?? 'Succeeded');
    const progress = read(reply.status, body);
    if (progress === 'failed') throw this.#failure(reply, body);
    return progress === 'running' ? this.#poll(resourceUrl, resultHeader, reply, read) : body;
  }

  /**
   * Asks `url` until `read` sees the end.
   *
   * @param header Names a newer URL to ask, where a reply has it.
   * @param before The reply whose `Retry-After` holds for the first question; without one it is asked at once.
   * @returns The last body.
   */
  async #poll(url: URL, header: string, before: TransportReply | undefined, read: Reader): Promise<unknown> {
    let at = url;
    let previous = before;
    for (let polls = 0; this.#started.clock.now() < this.#until; polls++) {
      if (previous !== undefined) await this.#pause(polls, previous);
      const reply = await this.#ask(at);
      const body = this.#read(reply);
      const progress = read(reply.status, body);
      if (progress === 'failed') throw this.#failure(reply, body);
      if (progress === 'succeeded') return body;
      at = this.#link(reply, header, at) ?? at;
      previous = reply;
    }
    const message = `The operation has not ended within ${longestOperationMs / 3_600_000} hours; it is no longer followed.`;
    throw new AzureError({ reason: 'unreadable', operation: this.#started.operation.id, message });
  }

  /** One question; what may be a passing trouble is waited out, because the operation itself goes on. */
  async #ask(url: URL): Promise<TransportReply> {
    for (let troubles = 0; ; troubles++) {
      try {
        return await this.#started.get(url);
      } catch (error) {
        if (!isPassing(error) || troubles === toleratedTroubles) throw error;
        await this.#started.clock.sleep(intervalMs(troubles, error.retryAfterSeconds), this.#options.signal);
      }
    }
  }

  #pause(polls: number, reply: TransportReply): Promise<void> {
    const { clock } = this.#started;
    return clock.sleep(intervalMs(polls, retryAfterSeconds(reply, clock.now())), this.#options.signal);
  }

  /** The body; tells the caller of a state that it has not been told just before. */
  #read(reply: TransportReply): unknown {
    const body = jsonOf(reply, this.#started.operation.id, this.#started.parse);
    const state = stateIn(body);
    if (state !== undefined && state !== this.#reported) this.#report(state);
    return body;
  }

  #report(state: string): void {
    this.#reported = state;
    this.#options.onState?.(state);
  }

  #link(reply: TransportReply, header: string, from: URL): URL | undefined {
    const link = reply.headers[header]?.trim();
    return link === undefined || link === '' ? undefined : this.#started.trusted(link, from);
  }

  /** An artifact's record names its operation also where the Location is missing; the result is at a known place then. */
  #recordedResult(body: unknown): URL | undefined {
    const { operation, reply, base, url, trusted } = this.#started;
    const id = textMember(body, 'operationId');
    if (operation.plane !== 'workspace' || reply.status !== 202 || id === undefined) return undefined;
    const version =
      operation.apiVersion === undefined ? '' : `?api-version=${encodeURIComponent(operation.apiVersion)}`;
    return trusted(`${base}/operationResults/${encodeURIComponent(id)}${version}`, url);
  }

  #failure(reply: TransportReply, body: unknown): AzureError {
    const state = stateIn(body) ?? 'Failed';
    const holder = member(body, 'error') === undefined ? member(body, 'properties') : body;
    const requestId = requestIdOf(reply);
    return new AzureError({
      reason: 'operationFailed',
      operation: this.#started.operation.id,
      status: reply.status,
      code: state,
      ...readErrorBody(holder, `The operation ended as ${state}.`),
      ...(requestId === undefined ? {} : { requestId }),
    });
  }
}
