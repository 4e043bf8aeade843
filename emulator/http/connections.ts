import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authentication } from '../auth/authenticate.ts';
import type { Clock } from '../clock.ts';
import type { Tokens } from '../auth/tokens.ts';
import { faultCandidate } from '../faults/faultCandidate.ts';
import { faultReply } from '../faults/faultReplies.ts';
import type { CaughtFault, Faults } from '../faults/faults.ts';
import type { FaultsFile } from '../faults/faultsFile.ts';
import type { Operations } from '../longRunning/operations.ts';
import type { Recorder } from '../recording/recorder.ts';
import type { Store } from '../store/store.ts';
import type { Addresses } from './addresses.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Reply, Request } from './exchange.ts';
import { jsonTextOf } from './jsonText.ts';
import { readRequest } from './readRequest.ts';
import type { RouteMatch, RouteTable } from './routes.ts';
import { ServiceError } from './serviceError.ts';
import { standardHeaders } from './standardHeaders.ts';

/** Waits for so many milliseconds; rejects when the signal fires. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

interface Parts {
  readonly addresses: Addresses;
  readonly authentication: Authentication;
  readonly clock: Clock;
  readonly dispatcher: Dispatcher;
  readonly faults: Faults;
  readonly faultsFile: FaultsFile | undefined;
  /** Milliseconds before every answer. */
  readonly latency: number;
  readonly operations: Operations;
  readonly recorder: Recorder | undefined;
  readonly routes: RouteTable;
  readonly sleep: Sleep;
  readonly store: Store;
  readonly tokens: Tokens;
}

/** One exchange from the socket and back: read, catch by a fault, answer, wait, write, record. */
export class Connections {
  readonly #parts: Parts;
  readonly #closed = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Ends what still waits; the server closes the sockets. */
  close(): void {
    this.#closed.abort();
  }

  serve(incoming: IncomingMessage, response: ServerResponse): void {
    this.#exchange(incoming, response).catch((error: unknown) => {
      // A client that has left, or an emulator that closes: nobody is there to answer. Anything else is our mistake.
      if (response.destroyed || this.#closed.signal.aborted) return;
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`${incoming.method ?? ''} ${incoming.url ?? ''}: ${message}\n`);
      write(response, new ServiceError(500, 'InternalServerError', message).toReply(), undefined);
    });
  }

  async #exchange(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { addresses, clock, faults, faultsFile, latency, operations, recorder, routes } = this.#parts;
    const request = await readRequest(incoming, addresses);
    faultsFile?.refresh();
    operations.settle();
    const match = routes.match(request);
    const operationId = match?.route.operationId;
    const fault = faults.catch(faultCandidate(request, match, this.#parts), clock());
    const answer = this.#answer(request, match, fault);
    const waits = latency + (fault?.kind === 'delay' ? fault.milliseconds : 0);
    if (waits > 0) await this.#parts.sleep(waits, this.#closed.signal);
    const reply = { ...answer, headers: standardHeaders(request, answer, clock()) };
    recorder?.record(request, reply, { operationId, fault: fault?.kind });
    write(response, reply, fault);
  }

  #answer(request: Request, match: RouteMatch | undefined, fault: CaughtFault | undefined): Reply {
    const { authentication, clock, dispatcher } = this.#parts;
    const injected = fault && faultReply(fault, request, { authentication, now: clock() });
    return injected ?? dispatcher.answer(request, match, fault?.kind === 'failedOperation');
  }
}

function write(response: ServerResponse, reply: Reply, fault: CaughtFault | undefined): void {
  const drop = fault?.kind === 'drop' ? fault.when : undefined;
  if (drop === 'beforeReply') {
    response.destroy();
    return;
  }
  const body = Buffer.from(textOf(reply.body));
  // A status of 204 must not have a length.
  response.writeHead(reply.status, {
    ...(reply.status !== 204 && { 'Content-Length': body.length }),
    ...reply.headers,
  });
  if (drop === 'midBody') {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
    return;
  }
  response.end(body);
}

function textOf(body: unknown): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : jsonTextOf(body);
}
