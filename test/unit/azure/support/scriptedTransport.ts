import assert from 'node:assert/strict';
import type { Transport, TransportReply, TransportRequest } from '../../../../src/azure/transport.ts';

export type Scripted = Partial<Omit<TransportReply, 'text'>> & { readonly body?: unknown };

/** Answers requests with the replies of a list, in their order, and keeps what it was asked. */
export class ScriptedTransport implements Transport {
  readonly sent: string[] = [];
  readonly #replies: (Scripted | Error)[];

  constructor(...replies: (Scripted | Error)[]) {
    this.#replies = replies;
  }

  get left(): number {
    return this.#replies.length;
  }

  send({ method, url }: TransportRequest): Promise<TransportReply> {
    const { pathname, search } = new URL(url);
    this.sent.push(`${method} ${pathname}${search}`);
    const reply = this.#replies.shift();
    assert.ok(reply, `no reply is left for ${method} ${url}`);
    if (reply instanceof Error) return Promise.reject(reply);
    const { status = 200, statusText = '', headers = {}, body } = reply;
    return Promise.resolve({ status, statusText, headers, text: body === undefined ? '' : JSON.stringify(body) });
  }
}
