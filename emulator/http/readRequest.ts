import type { IncomingMessage } from 'node:http';
import type { Addresses } from './addresses.ts';
import type { Request } from './exchange.ts';

/** Reads a request to the end of its body. */
export async function readRequest(incoming: IncomingMessage, addresses: Addresses): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array));
  const body = Buffer.concat(chunks);
  const { method = 'GET', url: target = '/', headers } = incoming;
  const [, pathname = '/', query = ''] = /^([^?]*)\??(.*)$/s.exec(target) ?? [];
  return {
    method,
    target,
    addressed: addresses.resolve(pathname, headers.host),
    query: new URLSearchParams(query),
    headers,
    text: body.toString(),
    bytes: body.length,
  };
}
