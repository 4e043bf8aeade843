import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TestClient, type Answer } from '../../unit/emulator/client.ts';
import { shapeDifferences } from './shapeDifferences.ts';
import type { SpecExample } from './specExamples.ts';
import type { TrafficFile } from './traffic.ts';

export interface AskedExample {
  readonly example: SpecExample;
  /** Of the first answer. */
  readonly status: number;
  /** What is not as the example shows it: `status 404`, `$.properties.state: missing`. */
  readonly differences: readonly string[];
  /** What was said, in the order in which it was. */
  readonly traffic: readonly TrafficFile[];
}

/** A way in which the emulator does not answer as an example shows, because the example is not as the service is. */
export interface Difference {
  readonly operation: string;
  /** As it is reported: `$.kind: missing`. */
  readonly what: string;
  readonly why: string;
}

const operationTime = 1000;

/** Sends an example to an emulator of its own, and follows what it starts to its end. */
export async function askExample(example: SpecExample): Promise<AskedExample> {
  const record = mkdtempSync(path.join(tmpdir(), 'spec-example-'));
  try {
    const client = await TestClient.start({ sample: 'spec-examples', operationTime, firewallDelay: 0, record });
    const answers = [await send(client, example)];
    const [first] = answers;
    const location = first?.headers.get('location');
    if (first !== undefined && first.status < 300 && location) {
      client.letPass(operationTime);
      answers.push(await client[example.endpoint === undefined ? 'arm' : 'devUrl']('GET', location));
    }
    // What is asked about something that has just gone belongs to the traffic, too.
    if (example.method === 'DELETE') await send(client, { ...example, method: 'GET' });
    await client.emulator.close();
    const traffic = readdirSync(record)
      .sort()
      .map((name) => ({ name: `${example.name}/${name}`, text: readFileSync(path.join(record, name), 'utf8') }));
    return { example, status: first?.status ?? 0, differences: differencesOf(example, answers), traffic };
  } finally {
    rmSync(record, { recursive: true });
  }
}

async function send(client: TestClient, { endpoint, method, target, headers, body }: SpecExample): Promise<Answer> {
  const [base, audience] =
    endpoint === undefined
      ? ([client.emulator.ready.resourceManager, 'https://management.azure.com'] as const)
      : ([client.endpoint(workspaceIn(endpoint)), 'https://dev.azuresynapse.net'] as const);
  const all = {
    ...headers,
    authorization: `Bearer ${await client.token(audience)}`,
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  return client.raw(method, `${base}${target}`, all, body);
}

/** `https://exampleworkspace.dev.azuresynapse.net`, with or without its scheme. */
function workspaceIn(endpoint: string): string {
  return endpoint.replace(/^https?:\/\//, '').replace(/[./].*$/, '');
}

/** The first answer is compared with what the example shows for its status, the last one with what it shows for success. */
function differencesOf({ replies }: SpecExample, [first, last]: readonly Answer[]): string[] {
  if (first === undefined) return ['no answer'];
  const shown = replies.get(first.status);
  if (shown === undefined) return [`status ${first.status}: ${first.text.slice(0, 200)}`];
  const ofFirst = 'body' in shown && first.text !== '' ? shapeDifferences(shown.body, first.body) : [];
  const isBodyless = 'body' in shown && first.text === '' && first.status !== 202;
  const end = replies.get(200) ?? replies.get(201);
  const ofLast =
    last !== undefined && last.text !== '' && end !== undefined && 'body' in end
      ? shapeDifferences(end.body, last.body)
      : [];
  const failed = last !== undefined && last.status >= 300 ? [`ends in ${last.status}`] : [];
  return [...new Set([...(isBodyless ? ['no body'] : []), ...ofFirst, ...ofLast, ...failed])];
}
