import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { publicCloud } from '../../../src/azure/clouds.ts';
import { readServiceError } from '../../../src/azure/errorReader.ts';
import { type LongRunningEnd, type Method, operation } from '../../../src/azure/operation.ts';
import type { Transport } from '../../../src/azure/transport.ts';
import { serviceAt, tenantId } from './support/service.ts';

/**
 * Recorded traffic of the real service, fed back: every error has its code and a message, and every long-running
 * operation is followed to the end that the recording shows.
 */

interface Interaction {
  readonly request: { readonly method: Method; readonly url: string; readonly body?: unknown };
  readonly response: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
}

const root = path.resolve(import.meta.dirname, '../../..');
const folder = path.resolve(root, process.env['SYNAPSE_API_DIR'] ?? '../shared/api', 'recorded');
const skip = existsSync(folder)
  ? false
  : `no recordings: the specifications folder is not at ${path.relative(root, folder)}`;

function recordings(): readonly { readonly name: string; readonly interactions: readonly Interaction[] }[] {
  return readdirSync(folder).flatMap((name) => {
    const content = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { interactions?: Interaction[] };
    return content.interactions === undefined ? [] : [{ name, interactions: content.interactions }];
  });
}

function textOf(body: unknown): string {
  if (body === undefined || body === null || body === '') return '';
  return JSON.stringify(body);
}

/** The headers with names in lower case, as Node gives them. */
function headersOf({ response }: Interaction): Record<string, string> {
  return Object.fromEntries(Object.entries(response.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
}

test('every recorded error has its code and words', { skip }, (t) => {
  let count = 0;
  for (const { name, interactions } of recordings()) {
    for (const { request, response } of interactions) {
      if (response.status < 400) continue;
      count++;
      const body = response.body as { code?: unknown; error?: { code?: unknown } } | undefined;
      const code = body?.code ?? body?.error?.code;
      const where = `${name}: ${request.method} ${request.url}`;
      const read = readServiceError({ status: response.status, statusText: 'Reason', text: textOf(response.body) });
      assert.equal(read.code, code === undefined ? undefined : String(code), where);
      assert.ok(read.message.length > 10 && !read.message.startsWith('{'), where);
    }
  }
  assert.ok(count > 0);
  t.diagnostic(`${count} recorded errors understood`);
});

/** Answers each URL with the replies that the recording has for it, in their order. */
function replay(interactions: readonly Interaction[]): Transport {
  const replies = Map.groupBy(interactions, ({ request }) => `${request.method} ${new URL(request.url).href}`);
  return {
    send: ({ method, url }) => {
      const next = replies.get(`${method} ${url}`)?.shift();
      if (next === undefined) return Promise.reject(new Error(`not recorded: ${method} ${url}`));
      const { status, body } = next.response;
      return Promise.resolve({ status, statusText: '', headers: headersOf(next), text: textOf(body) });
    },
  };
}

/** What the recording client did at the end, so that its requests are enough for ours. */
function endOf(first: Interaction, interactions: readonly Interaction[]): LongRunningEnd {
  const { pathname, search, origin } = new URL(first.request.url);
  const read = (url: string | undefined): boolean =>
    interactions.some(({ request }) => request.method === 'GET' && request.url === url);
  if (read(headersOf(first)['location'])) return { then: 'location' };
  const version = `?api-version=${new URLSearchParams(search).get('api-version')}`;
  return read(origin + pathname + version) && first.request.method !== 'DELETE'
    ? { then: 'get', path: pathname }
    : { then: 'nothing' };
}

async function follow(interactions: readonly Interaction[]): Promise<unknown> {
  const [first] = interactions;
  assert.ok(first);
  const url = new URL(first.request.url);
  const { 'api-version': apiVersion = '', ...query } = Object.fromEntries(url.searchParams);
  const workspace = url.host !== 'management.azure.com';
  const declared = operation<{ query: object; result: unknown }>()({
    id: 'Recorded',
    plane: workspace ? 'workspace' : 'resourceManager',
    method: first.request.method,
    path: url.pathname,
    apiVersion,
    longRunning: endOf(first, interactions),
  });
  const { rest } = serviceAt('http://127.0.0.1:1', { cloud: publicCloud, transport: replay(interactions) });
  const parameters = { tenantId, query, endpoint: url.origin };
  return rest.run(declared, parameters);
}

test('every recorded long-running operation is followed to its end', { skip }, async (t) => {
  let count = 0;
  let left = 0;
  for (const { name, interactions } of recordings()) {
    for (const [index, interaction] of interactions.entries()) {
      const { request, response } = interaction;
      const headers = headersOf(interaction);
      const link = headers['azure-asyncoperation'] ?? headers['location'];
      if (request.method === 'GET' || response.status > 202 || link === undefined) continue;
      const later = interactions.slice(index);
      // The recording client did not wait for some.
      if (!later.some((each) => each.request.method === 'GET' && each.request.url === link)) {
        left++;
        continue;
      }
      count++;
      const where = `${name}: ${request.method} ${request.url}`;
      const result = await follow(later).catch((error: unknown) => assert.fail(`${where}: ${String(error)}`));
      if (request.method === 'DELETE') assert.equal(result, undefined, where);
      if (result === undefined || request.method === 'POST') continue;
      const wanted = new URL(request.url).pathname.split('/').at(-1);
      assert.equal((result as { name?: unknown }).name, wanted, where);
    }
  }
  assert.ok(count > 0);
  t.diagnostic(`${count} recorded long-running operations followed, ${left} were not waited for in the recording`);
});
