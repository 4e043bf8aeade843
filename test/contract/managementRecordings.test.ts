import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TestClient, type Answer } from '../unit/emulator/client.ts';
import type { Exchange } from './support/exchange.ts';
import { withoutSpecifications } from './support/places.ts';
import { readRecording } from './support/recordings.ts';
import { shapeDifferences } from './support/shapeDifferences.ts';

/**
 * What clients asked the real service while they were recorded, asked of the emulator's sample: the same status, the same
 * headers of a long-running operation, the same shape now and in the end. Recorded names stand for those of the sample.
 */

const names: Readonly<Record<string, string>> = {
  SelfHostedIntegrationRuntime: 'OnPremises',
  testssisir: 'SsisWarehouse',
  testsqlpool000003: 'SalesDW',
  zes0508test1pool: 'SalesDW',
};

/** What the service tells and the emulator does not. */
const notTold: Readonly<Record<string, string>> = {
  '$.properties.typeProperties.serviceRegion: missing': 'the specification does not know it',
  '$.properties.typeProperties.newerVersions: missing': 'likewise',
  '$.properties.typeProperties.osType: missing': 'likewise',
  '$.properties.typeProperties.targetFramework: missing': 'likewise',
  '$.value[].properties.state: missing': 'likewise; getStatus tells it',
};

const met = new Set<string>();

const files = [
  'azure-cli.integration_runtime.json',
  'azure-cli.sql_aad_admin.json',
  'azure-cli.sql_pool_audit_policy.json',
  'azure-cli.sql_pool_tde.json',
  'azure-cli.sql_pool_threat_policy.json',
];

describe('recorded requests, asked of the emulator', { skip: withoutSpecifications }, () => {
  for (const file of files) {
    it(file, async (t) => {
      await using client = await TestClient.start({ operationTime: 1000 });
      const id = await client.idOf('contoso-sales');
      const all = readRecording(file);
      const asked = all.filter((exchange) => isOfParts(exchange));
      assert.ok(asked.length > 0);
      for (const exchange of asked) await compare(client, exchange, all, id);
      t.diagnostic(`${asked.length} requests`);
    });
  }

  it('what the emulator does not tell is still not told', () => {
    assert.deepEqual(
      Object.keys(notTold).filter((each) => !met.has(each)),
      [],
    );
  });
});

/** Polls are asked where their operation begins; workspaces and pools have recordings and tests of their own. */
function isOfParts({ liveRequest: { url } }: Exchange): boolean {
  return (
    !/\/operation(statuses|results)\//i.test(url) &&
    /\/workspaces\/[^/]+\/(?!sqlPools\/[^/]+$)./i.test(new URL(url).pathname)
  );
}

async function compare(client: TestClient, exchange: Exchange, all: readonly Exchange[], id: string): Promise<void> {
  const { liveRequest, liveResponse } = exchange;
  const path = placed(liveRequest.url, id);
  const what = `${liveRequest.method} ${path}`;
  const answer = await client.arm(liveRequest.method, path, liveRequest.body as object | undefined);
  assert.equal(answer.status, Number(liveResponse.statusCode), `${what}: ${answer.text}`);
  check(liveResponse.body, answer, what);
  for (const header of ['location', 'azure-asyncoperation']) {
    const [recorded, actual] = [liveResponse.headers[header], answer.headers.get(header)];
    assert.equal(actual === null, recorded === undefined, `${what}: ${header}`);
    if (recorded === undefined || actual === null) continue;
    client.letPass(1000);
    const end = all.filter(({ liveRequest: { url } }) => url === recorded).at(-1);
    if (end === undefined) continue;
    assert.equal(kindOf(actual), kindOf(recorded), what);
    const ended = await client.arm('GET', actual);
    assert.equal(ended.status, Number(end.liveResponse.statusCode), `${what}, ${header}`);
    check(end.liveResponse.body, ended, `${what}, ${header}`);
  }
}

function check(recorded: unknown, answer: Answer, what: string): void {
  assert.equal(answer.text === '', recorded === undefined, `${what}: ${answer.text}`);
  const differences = recorded === undefined ? [] : shapeDifferences(recorded, answer.body);
  assert.deepEqual(
    differences.filter((each) => {
      met.add(each);
      return !Object.hasOwn(notTold, each);
    }),
    [],
    what,
  );
}

/** What an operation's URL looks like below the workspace: `/integrationRuntimes/x/start/operationstatuses/x`. */
function kindOf(url: string): string {
  const [, below = ''] = /\/workspaces\/[^/]+(\/[^?]*)/.exec(url) ?? [];
  return below.replace(/\/[^/]*$/, '').replace(/(\/integrationRuntimes)\/[^/]+/, '$1/x');
}

/** The recorded address in the sample. */
function placed(url: string, id: string): string {
  const { pathname } = new URL(url);
  const below = pathname.replace(/^.*\/workspaces\/[^/]+/i, '');
  return `${id}${below
    .split('/')
    .map((part) => names[part] ?? part)
    .join('/')}`;
}
