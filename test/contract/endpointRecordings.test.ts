import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operationTime, ScriptClient } from '../unit/emulator/scriptClient.ts';
import type { Exchange } from './support/exchange.ts';
import { withoutSpecifications } from './support/places.ts';
import { readRecording } from './support/recordings.ts';

/**
 * What the real service was recorded to answer at a development endpoint, beside scripts and roles, asked of the emulator:
 * the same requests one after the other have to have the same status and the same members with the same values, but for
 * what is every answer's own. The recorded workspace has had other things before, so that of lists only the members are
 * compared that their items have.
 */
for (const file of [
  'azure-cli.pipeline.json',
  'azure-cli.linked_service.json',
  'azure-cli.notebook.json',
  'azure-cli.spark_job_definition.json',
  'azure-cli.spark_job.json',
]) {
  test(`the endpoint as recorded in ${file}`, { skip: withoutSpecifications }, async () => {
    const exchanges = readRecording(file).filter(({ liveRequest }) => {
      return new URL(liveRequest.url).hostname.endsWith('.dev.azuresynapse.net');
    });
    assert.ok(exchanges.length > 0);
    // A workspace that has nothing of its own, with the pools of the recordings.
    await using endpoint = await ScriptClient.start({}, 'contoso-serverless');
    for (const pool of ['testpool', 'testsparkpool']) await addPool(endpoint, pool);
    // What the recording gave out, and what is given out here.
    const ids = new Map<string, string>();
    let location = '';
    for (const [index, { liveRequest, liveResponse }] of exchanges.entries()) {
      const { pathname, search } = new URL(liveRequest.url);
      const isPoll = /operationresults/i.test(pathname);
      if (isPoll && liveResponse.statusCode === '200') endpoint.client.letPass(operationTime);
      let path = isPoll ? location : `${pathname}${search}`;
      for (const [recorded, here] of ids) path = path.replace(recorded, here);
      const answer = await endpoint.send(liveRequest.method, path, liveRequest.body as object | undefined);
      const place = `exchange ${String(index)}, ${liveRequest.method} ${pathname}`;
      assert.equal(answer.status, Number(liveResponse.statusCode), `${place}: ${answer.text}`);
      noteIds(ids, liveResponse.body, answer.body);
      location = answer.headers.get('location') ?? location;
      const [here, recorded] = [answer.text === '' ? '' : (answer.body as unknown), liveResponse.body ?? ''];
      const item = itemOf(recorded);
      if (item === undefined) assertAlike(here, recorded, place);
      // Older jobs lack the submitter's name.
      else
        assert.deepEqual(
          itemOf(here)?.filter((name) => name !== 'submitterName'),
          item,
          place,
        );
      for (const name of ['x-ms-job-type', 'x-ms-job-result', 'x-ms-job-scheduler-state']) {
        assert.equal(answer.headers.get(name) ?? undefined, headerOf(liveResponse, name), `${place}: ${name}`);
      }
    }
  });
}

function headerOf({ headers }: Exchange['liveResponse'], name: string): string | undefined {
  return headers[name];
}

function noteIds(ids: Map<string, string>, recorded: unknown, here: unknown): void {
  for (const name of ['runId', 'id']) {
    const [from, to] = [recorded, here].map((body) => (body as Record<string, unknown> | undefined)?.[name]);
    if (typeof from === 'number') ids.set(`/${String(from)}`, `/${String(to)}`);
    if (name === 'runId' && typeof from === 'string') ids.set(from, String(to));
  }
}

/** The members of a list's first item. */
function itemOf(body: unknown): string[] | undefined {
  const { value, sessions } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const [first] = (Array.isArray(value) ? value : Array.isArray(sessions) ? sessions : []) as unknown[];
  return typeof first === 'object' && first !== null ? Object.keys(first).sort() : undefined;
}

async function addPool({ client, workspace }: ScriptClient, name: string): Promise<void> {
  const nodes = { sparkVersion: '2.4', nodeSize: 'Medium', nodeSizeFamily: 'MemoryOptimized', nodeCount: 3 };
  const body = { location: 'eastus', properties: nodes };
  const made = await client.arm('PUT', `${await client.idOf(workspace)}/bigDataPools/${name}`, body);
  assert.equal(made.status, 202, made.text);
  client.letPass(operationTime);
}

/** Members; values where they are not of the answer alone. */
function assertAlike(here: unknown, recorded: unknown, place: string): void {
  assert.equal(typeof here, typeof recorded, place);
  if (typeof recorded !== 'object' || recorded === null || typeof here !== 'object' || here === null) {
    if (!isOwn(recorded) || typeof here !== typeof recorded) assert.deepEqual(here, recorded, place);
    return;
  }
  if (Array.isArray(recorded)) {
    recorded.forEach((item, index) => assertAlike((here as unknown[])[index], item, `${place}[${String(index)}]`));
    return;
  }
  const [mine, theirs] = [here as Record<string, unknown>, recorded as Record<string, unknown>];
  assert.deepEqual(Object.keys(mine).sort(), Object.keys(theirs).sort(), place);
  for (const [name, value] of Object.entries(theirs)) assertAlike(mine[name], value, `${place}.${name}`);
}

/** Times, ids, etags, numbers that count, names of the recorded workspace. */
function isOwn(value: unknown): boolean {
  if (typeof value !== 'string') return typeof value === 'number';
  return /^\d{4}-\d\d-\d\dT|^[0-9a-f-]{30,}$|\/subscriptions\/|workspace|clitest|testpool|user@/i.test(value);
}
