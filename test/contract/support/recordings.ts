import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Exchange } from './exchange.ts';
import { recordedFolder } from './places.ts';

/**
 * The exchange as one of the stable version: the Azure CLI asks for Spark pools and integration runtimes with a preview of it,
 * which has the same shapes and of which there is no specification here.
 */
export function asStable(exchange: Exchange): Exchange {
  const { liveRequest } = exchange;
  return {
    ...exchange,
    liveRequest: { ...liveRequest, url: liveRequest.url.replace('=2021-06-01-preview', '=2021-06-01') },
  };
}

interface Interaction {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers?: RecordedHeaders;
    readonly body?: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers?: RecordedHeaders;
    readonly body?: unknown;
  };
}

/** Names of the recordings of the real service; files of another form (a bare list of roles) are not among them. */
export function recordingNames(): string[] {
  return readdirSync(recordedFolder).filter((name) => name.endsWith('.json') && interactionsOf(name) !== undefined);
}

/** @throws when the file is missing or holds no exchanges */
export function readRecording(name: string): readonly Exchange[] {
  const interactions = interactionsOf(name);
  if (interactions === undefined) throw new Error(`${name} holds no exchanges`);
  return interactions.map(({ request, response }) => ({
    liveRequest: {
      method: request.method,
      url: request.url,
      headers: lowerCased(request.headers),
      ...bodyOf(request.body),
    },
    liveResponse: {
      statusCode: String(response.status),
      headers: lowerCased(response.headers),
      ...bodyOf(response.body),
    },
  }));
}

function interactionsOf(name: string): readonly Interaction[] | undefined {
  const content = JSON.parse(readFileSync(path.join(recordedFolder, name), 'utf8')) as {
    readonly interactions?: readonly Interaction[];
  };
  return content.interactions;
}

/** Recorders write an empty body as `null` or as an empty text. */
function bodyOf(body: unknown): { readonly body?: unknown } {
  return body === null || body === undefined || body === '' ? {} : { body };
}

type RecordedHeaders = Readonly<Record<string, string | readonly string[]>>;

/** A header that was sent twice is recorded as a list; on the wire the two are one with a comma. */
function lowerCased(headers: RecordedHeaders = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      typeof value === 'string' ? value : value.join(', '),
    ]),
  );
}
