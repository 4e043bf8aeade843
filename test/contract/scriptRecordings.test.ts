import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../unit/emulator/client.ts';
import { operationTime, ScriptClient } from '../unit/emulator/scriptClient.ts';
import type { Exchange } from './support/exchange.ts';
import { withoutSpecifications } from './support/places.ts';
import { readRecording } from './support/recordings.ts';

/**
 * The requests of the real service's recordings, put to the emulator one after the other: status, members, their order and
 * their values have to be those of the recording, but for what is every answer's own (ids, etags, times).
 */
for (const [file, recorded] of Object.entries({
  'azure-cli.sqlscript.json': 8,
  // The last exchange lists scripts that were made before the recording began.
  'azure-sdk-for-net.sqlscript.excerpt.json': 7,
})) {
  test(`SQL scripts as recorded in ${file}`, { skip: withoutSpecifications }, async () => {
    const exchanges = readRecording(file)
      .filter(({ liveRequest }) => new URL(liveRequest.url).hostname.endsWith('.dev.azuresynapse.net'))
      .slice(0, recorded);
    assert.equal(exchanges.length, recorded);
    // A workspace that has no scripts of its own.
    await using scripts = await ScriptClient.start({}, 'contoso-serverless');
    let location = '';
    for (const [index, { liveRequest, liveResponse }] of exchanges.entries()) {
      const isPoll = liveRequest.url.includes('/operationResults/');
      if (isPoll && liveResponse.statusCode === '200') scripts.client.letPass(operationTime);
      const { pathname, search } = new URL(liveRequest.url);
      const path = isPoll ? location : `${pathname}${search}`;
      const answer = await scripts.send(liveRequest.method, path, liveRequest.body as object | undefined);
      const place = `exchange ${String(index)}, ${liveRequest.method} ${pathname}`;
      assert.equal(answer.status, Number(liveResponse.statusCode), place);
      assert.equal(impersonal(answer.text), impersonal(JSON.stringify(liveResponse.body ?? '')), place);
      assertHeaders(answer, liveResponse, place);
      location = answer.headers.get('location') ?? location;
    }
  });
}

/** The header that says when to ask again was taken out of the Azure CLI's recordings. */
function assertHeaders(answer: Answer, { headers }: Exchange['liveResponse'], place: string): void {
  for (const name of ['location', 'retry-after', 'etag']) {
    const isRecorded = headers[name] !== undefined;
    if (isRecorded || name === 'etag') assert.equal(answer.headers.has(name), isRecorded, `${place}: ${name}`);
  }
}

/** JSON text without what differs from one answer to the next. */
function impersonal(json: string): string {
  return (json === '""' ? '' : json)
    .replace(/\/subscriptions\/[^"]*?\/workspaces\/[^/"]+\//g, '{workspace}/')
    .replace(/"recordId":[1-9]\d*/g, '"recordId":{number}')
    .replace(/"(created|changed)":"[1-9]\d{3}-[\d:.T-]+Z"/g, '"$1":{time}')
    .replace(/"etag":"[0-9a-f]{8}-0000-0100-0000-[0-9a-f]{8}0000"/g, '"etag":{etag}')
    .replace(/"operationId":"[0-9a-f-]{36}"/g, '"operationId":{id}')
    .replace(/"artifactId":"[0-9A-F-]{36}"/g, '"artifactId":{id}');
}
