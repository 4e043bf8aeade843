import * as vscode from 'vscode';
import { refusedReply } from '../../../azure/failures.ts';
import type { ReplyFacts } from '../../../azure/restService.ts';
import { answersTo, type UntypedParameters } from '../../../azure/untypedCall.ts';
import type { Connection } from '../../../platform/connection.ts';
import { isCancellation } from '../../../platform/errors/cancellation.ts';
import { errorWords } from '../../../platform/errors/errorWords.ts';
import { OperationProgress } from '../../../platform/operationProgress.ts';
import { withProgress } from '../../../platform/progress.ts';
import type { Exchange } from '../replies/exchange.ts';
import type { PreparedRequest } from '../requests/prepareRequest.ts';
import { subjectOf } from './confirmSend.ts';
import { LaterPages } from './laterPages.ts';

export interface Sending {
  readonly connection: Connection;
  readonly request: PreparedRequest;
  /** Path and query as the document has them. */
  readonly target: string;
  readonly identity: Pick<UntypedParameters, 'tenantId' | 'accountId' | 'endpoint'>;
  readonly body?: string | Uint8Array;
  /** Told of an error that is not the user's own turning away, besides it being in the exchange. */
  readonly onError: (error: unknown) => void;
}

/**
 * Sends a request and follows it to its end, behind a progress with Cancel. Whatever comes of it is an exchange, also an error,
 * and what is no longer followed; of a list the first page is read.
 *
 * @throws CancellationError when the user turns away before the service has answered.
 */
export async function sendRequest({
  connection,
  request,
  target,
  identity,
  body,
  onError,
}: Sending): Promise<Exchange> {
  const { operation, path, query, headers } = request;
  const began = performance.now();
  const states: string[] = [];
  let reply: ReplyFacts | undefined;
  const base = { operationId: operation.id, method: operation.method, target };
  const title = `${operation.id}: ${subjectOf(request)}`;
  return await withProgress(title, async (signal, report): Promise<Exchange> => {
    // Pages are read later, too, when this progress is gone: they have a signal of their own.
    using progress = new OperationProgress(1, report);
    const abort = new AbortController();
    const stop = (): void => {
      abort.abort(signal.reason);
    };
    signal.addEventListener('abort', stop);
    const answers = answersTo(
      connection.rest,
      operation,
      { ...identity, path, query, headers, ...(body !== undefined && { body }) },
      {
        signal: abort.signal,
        about: { title: vscode.l10n.t('REST: {0} {1}', operation.id, subjectOf(request)) },
        onThrottled: ({ seconds }) => {
          progress.wait(operation.id, seconds);
        },
        onState: (state) => {
          states.push(state);
          progress.state(state);
        },
        onReply: (answer) => {
          reply = answer;
        },
      },
    );
    const facts = (): Pick<Exchange, 'durationMs' | 'states'> & { readonly reply?: ReplyFacts } => ({
      durationMs: performance.now() - began,
      states,
      ...(reply && { reply }),
    });
    try {
      const { value, done } = await answers.next();
      if (done === true) return { ...base, ...facts(), bodies: [], more: false };
      const { body: first, more } = value;
      return { ...base, ...facts(), bodies: [first], more, ...(more && { next: new LaterPages(answers) }) };
    } catch (error) {
      const nothing = { bodies: [], more: false };
      if (isCancellation(error) || signal.aborted) {
        if (states.length === 0) throw error;
        return { ...base, ...facts(), ...nothing, leftAlone: true };
      }
      onError(error);
      reply = refusedReply(error) ?? reply;
      return { ...base, ...facts(), ...nothing, error: errorWords(error) };
    } finally {
      signal.removeEventListener('abort', stop);
    }
  });
}

/** Reads the next page, or all that follow, behind a progress with Cancel; what was read before Cancel stays. */
export async function readOn(exchange: Exchange, all: boolean): Promise<Exchange> {
  let now = exchange;
  const title = vscode.l10n.t('{0}: more pages', exchange.operationId);
  return await withProgress(title, async (signal, report) => {
    while (now.next) {
      const { next, ...rest } = now;
      try {
        const answer = await next.next(signal);
        now = answer
          ? { ...rest, bodies: [...rest.bodies, answer.body], more: answer.more, ...(answer.more && { next }) }
          : { ...rest, more: false };
      } catch (error) {
        if (signal.aborted) break;
        now = { ...rest, more: false, error: errorWords(error) };
      }
      report(vscode.l10n.t('pages: {0}', now.bodies.length));
      if (!all) break;
    }
    return now;
  });
}
