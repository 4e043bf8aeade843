import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { startEmulator, type Emulator } from '../../../../emulator/server.ts';
import { idOf } from '../../../../emulator/store/ids.ts';
import type { Cloud } from '../../../../src/azure/cloud.ts';
import { createRestService } from '../../../../src/azure/createRestService.ts';
import { SignInNeededError } from '../../../../src/azure/tokenSource.ts';
import type { Connection } from '../../../../src/platform/connection.ts';
import type { PrincipalDirectory } from '../../../../src/features/accessControl/model/principal.ts';
import { directoryOf } from '../../../../src/features/accessControl/people/directories.ts';
import { GraphDirectory } from '../../../../src/features/accessControl/people/graphDirectory.ts';
import { SampleTokens } from '../../../../src/sample/sampleTokens.ts';

const contoso = idOf('tenant', 'contoso.onmicrosoft.com');
const fabrikam = idOf('tenant', 'fabrikam.onmicrosoft.com');
const person = (mail: string): string => idOf('user', `${mail}@contoso.onmicrosoft.com`);
const pipelineApp = idOf('application', 'contoso-release-pipeline');
const pipeline = idOf('service principal', pipelineApp, contoso);
const { signal } = new AbortController();

/** The directory of a tenant behind an emulator, and what was sent to it. */
class Graph implements AsyncDisposable {
  readonly emulator: Emulator;
  readonly requests: string[] = [];
  readonly connection: Pick<Connection, 'rest'> & Connection;
  now = 0;

  static async start(): Promise<Graph> {
    return new Graph(await startEmulator());
  }

  private constructor(emulator: Emulator) {
    this.emulator = emulator;
    const { ready } = emulator;
    const cloud: Cloud = {
      name: 'test',
      login: ready.activeDirectory,
      resourceManager: { endpoint: ready.resourceManager, audience: 'https://management.azure.com' },
      workspace: { endpoint: ready.workspaceEndpoint, audience: 'https://dev.azuresynapse.net' },
      graph: { endpoint: ready.graph, audience: 'https://graph.microsoft.com' },
    };
    const rest = createRestService({
      cloud,
      tokens: new SampleTokens({ ...ready, login: ready.activeDirectory }),
      log: { request: ({ operation }) => void this.requests.push(operation) },
      random: () => 0,
    });
    this.connection = {
      cloud,
      rest,
      account: 'test',
      tenants: () => Promise.resolve([]),
      signIn: () => Promise.resolve(),
    };
  }

  directory(tenantId = contoso): GraphDirectory {
    return new GraphDirectory({ rest: this.connection.rest, identity: { tenantId }, now: () => this.now });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.emulator.close();
  }
}

async function names(directory: PrincipalDirectory, ids: readonly string[]): Promise<(string | undefined)[]> {
  const { principals } = await directory.resolve(ids, signal);
  return ids.map((id) => principals.get(id.toLowerCase())?.displayName);
}

test('ids become people, groups and service principals with all that tells them apart', async () => {
  await using graph = await Graph.start();
  const directory = graph.directory();
  const group = idOf('group', 'analysts.emea.apac@contoso.onmicrosoft.com');
  const workspace = idOf('managed identity', 'contoso-sales');
  const { principals, gap } = await directory.resolve(
    [person('zoe.lukasiewicz').toUpperCase(), group, pipeline, workspace],
    signal,
  );
  assert.equal(gap, undefined);
  assert.deepEqual(
    [...principals.values()],
    [
      {
        id: person('zoe.lukasiewicz'),
        type: 'User',
        displayName: 'Zoë Łukasiewicz',
        userPrincipalName: 'zoe.lukasiewicz@contoso.onmicrosoft.com',
        mail: 'zoe.lukasiewicz@contoso.onmicrosoft.com',
      },
      {
        id: group,
        type: 'Group',
        displayName: 'Analysts (EMEA & APAC)',
        mail: 'analysts.emea.apac@contoso.onmicrosoft.com',
      },
      { id: pipeline, type: 'ServicePrincipal', displayName: 'contoso-release-pipeline', appId: pipelineApp },
      {
        id: workspace,
        type: 'ServicePrincipal',
        displayName: 'contoso-sales',
        appId: idOf('managed identity application', 'contoso-sales'),
        managedIdentity: true,
      },
    ],
  );
  assert.equal(directory.known(pipeline.toUpperCase())?.displayName, 'contoso-release-pipeline');
});

for (const [count, requests] of [
  [1000, 1],
  [1001, 2],
  [2500, 3],
] as const) {
  test(`${count} ids take ${requests} requests`, async () => {
    await using graph = await Graph.start();
    const ids = [...Array.from({ length: count - 1 }, () => randomUUID()), person('mei.chen')];
    assert.equal((await names(graph.directory(), ids)).at(-1), '陈美 (Mei Chen)');
    assert.deepEqual(
      graph.requests,
      Array.from({ length: requests }, () => 'directoryObject_getByIds'),
    );
  });
}

test('nobody is asked for twice, and who asks at the same time shares a request', async () => {
  await using graph = await Graph.start();
  const directory = graph.directory();
  const [zoe, mei, gone] = [person('zoe.lukasiewicz'), person('mei.chen'), randomUUID()];
  const together = await Promise.all([names(directory, [zoe, gone]), names(directory, [mei, zoe, zoe])]);
  assert.deepEqual(together[1], ['陈美 (Mei Chen)', 'Zoë Łukasiewicz', 'Zoë Łukasiewicz']);
  assert.equal(together[0][1], undefined);
  assert.deepEqual(await names(directory, [zoe, mei, gone]), ['Zoë Łukasiewicz', '陈美 (Mei Chen)', undefined]);
  assert.equal(graph.requests.length, 1);
  graph.now += 60_000;
  await names(directory, [zoe, gone]);
  assert.equal(graph.requests.length, 2, 'somebody unknown may be known a minute later');
});

test('each tenant has names of its own', async () => {
  await using graph = await Graph.start();
  const guest = idOf('user', 'alex.wilber.contoso@fabrikam.onmicrosoft.com');
  const at = (tenantId: string): PrincipalDirectory => directoryOf(graph.connection, { tenantId });
  assert.deepEqual(await names(at(contoso), [guest]), [undefined]);
  assert.deepEqual(await names(at(fabrikam), [guest]), ['Alex Wilber (Contoso)']);
  assert.equal(at(fabrikam).known(guest)?.displayName, 'Alex Wilber (Contoso)', 'the same directory again');
  assert.equal(at(contoso).known(guest), undefined);
});

test('a deleted principal is unknown, and that is no failure', async () => {
  await using graph = await Graph.start();
  const { principals, gap } = await graph.directory().resolve([randomUUID()], signal);
  assert.equal(principals.size, 0);
  assert.equal(gap, undefined);
});

test('without consent there is a gap, which is told to all and asked about once', async () => {
  await using graph = await Graph.start();
  const directory = graph.directory();
  await names(directory, [person('mei.chen')]);
  graph.emulator.faults.add({ route: 'directoryObject_getByIds', status: 403, body: refusal });
  const first = await directory.resolve([person('mei.chen'), person('zoe.lukasiewicz')], signal);
  assert.equal(first.gap?.reason, 'refused');
  assert.deepEqual([...first.principals.keys()], [person('mei.chen')], 'who is known stays known');
  const before = graph.requests.length;
  assert.equal((await directory.resolve([person('alex.wilber')], signal)).gap?.reason, 'refused');
  assert.equal(graph.requests.length, before);
  assert.equal((await directory.resolve([person('mei.chen')], signal)).gap, undefined, 'nothing had to be asked');
  directory.forgetFailure();
  await directory.resolve([person('alex.wilber')], signal);
  assert.equal(graph.requests.length, before + 1, 'asked again when there is reason to');
  graph.now += 60_000;
  await directory.resolve([person('alex.wilber')], signal);
  assert.equal(graph.requests.length, before + 2, 'and after a while');
});

const refusal = {
  error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges to complete the operation.' },
};

test('no token means that consent is missing', async () => {
  await using graph = await Graph.start();
  graph.emulator.faults.add({
    route: 'Entra_Token',
    audience: 'https://graph.microsoft.com',
    status: 400,
    body: { error: 'invalid_grant', error_codes: [65001], error_description: 'AADSTS65001: No consent.' },
  });
  const { gap } = await graph.directory().resolve([randomUUID()], signal);
  assert.equal(gap?.reason, 'consent');
  assert.ok(gap.error instanceof SignInNeededError);
});

test('where nothing answers, names are missing and nothing else happens', async () => {
  const graph = await Graph.start();
  const directory = graph.directory();
  await graph.connection.rest.caller('graph', { tenantId: contoso });
  await graph.emulator.close();
  assert.equal((await directory.resolve([randomUUID()], signal)).gap?.reason, 'unreachable');
  const [search, looked] = await Promise.all([
    directory.search('zoe', signal),
    directory.lookUp([pipelineApp, 'zoe@contoso.com'], signal),
  ]);
  assert.deepEqual(search.principals, []);
  assert.equal(search.gap?.reason, 'unreachable');
  assert.deepEqual(
    looked.map(({ found }) => found),
    ['unasked', 'unasked'],
  );
});

test('ids without names are a refusal, not people without names', async () => {
  await using graph = await Graph.start();
  const [mei, zoe] = [person('mei.chen'), person('zoe.lukasiewicz')];
  const value = [
    { '@odata.type': '#microsoft.graph.user', id: mei, displayName: null },
    { '@odata.type': '#microsoft.graph.user', id: zoe, displayName: 'Zoë' },
  ];
  graph.emulator.faults.add({ route: 'directoryObject_getByIds', status: 200, body: { value } });
  const { principals, gap } = await graph.directory().resolve([mei, zoe], signal);
  assert.deepEqual([...principals.keys()], [zoe]);
  assert.equal(gap?.reason, 'refused');
});

test('whoever stops waiting takes nothing from the others', async () => {
  await using graph = await Graph.start();
  const directory = graph.directory();
  const impatient = new AbortController();
  const stopped = directory.resolve([person('mei.chen')], impatient.signal);
  const waiting = names(directory, [person('mei.chen')]);
  impatient.abort();
  await assert.rejects(stopped, { name: 'AbortError' });
  assert.deepEqual(await waiting, ['陈美 (Mei Chen)']);
  await assert.rejects(directory.search('mei', impatient.signal), { name: 'AbortError' });
});

test('a search finds people, groups and service principals by parts of their names', async () => {
  await using graph = await Graph.start();
  const directory = graph.directory();
  const found = async (text: string): Promise<string[]> =>
    (await directory.search(text, signal)).principals.map(({ type, displayName }) => `${type} ${displayName}`);
  assert.deepEqual(await found('mon'), ['ServicePrincipal Monitoring "collector"']);
  assert.deepEqual(
    await found(' Synapse '),
    ['ServicePrincipal Synapse emulator client', 'Group Synapse Administrators'].toReversed(),
  );
  assert.deepEqual(await found("seán o'b"), ["User Seán O'Brien"]);
  assert.deepEqual(await found('"collector'), ['ServicePrincipal Monitoring "collector"'], 'quotes are text');
  assert.deepEqual(await found('zoe.luk'), ['User Zoë Łukasiewicz'], 'by mail');
  assert.deepEqual(await found(pipelineApp), ['ServicePrincipal contoso-release-pipeline']);
  assert.deepEqual(await found('nobody" OR "displayName:a'), []);
  const before = graph.requests.length;
  assert.deepEqual(await found('  '), []);
  assert.equal(graph.requests.length, before);
});

test('a kind that may not be searched does not hide the others', async () => {
  await using graph = await Graph.start();
  graph.emulator.faults.add({ route: 'servicePrincipal_list', status: 403, body: refusal });
  const { principals, gap } = await graph.directory().search('a', signal);
  assert.ok(principals.some(({ type }) => type === 'User'));
  assert.equal(gap?.reason, 'refused');
});

test('pasted references are recognised for what they are', async () => {
  await using graph = await Graph.start();
  const gone = randomUUID();
  const references = [
    `{${person('mei.chen').toUpperCase()}}`,
    pipelineApp,
    'ZOE.lukasiewicz@contoso.onmicrosoft.com',
    'Data Engineers <data.engineers@contoso.onmicrosoft.com>',
    "o'neil@contoso.onmicrosoft.com",
    gone,
    'Mei',
    '',
  ];
  const answers = await graph.directory().lookUp(references, signal);
  assert.deepEqual(
    answers.map((answer) => [
      answer.reference,
      answer.found,
      ...(answer.found === 'one' ? [answer.by, answer.principal.displayName] : []),
    ]),
    [
      [references[0], 'one', 'objectId', '陈美 (Mei Chen)'],
      [pipelineApp, 'one', 'appId', 'contoso-release-pipeline'],
      [references[2], 'one', 'name', 'Zoë Łukasiewicz'],
      [references[3], 'one', 'name', 'Data Engineers'],
      [references[4], 'none'],
      [gone, 'none'],
      ['Mei', 'unreadable'],
      ['', 'unreadable'],
    ],
  );
  const [, application] = answers;
  assert.equal(
    application?.found === 'one' && application.principal.id,
    pipeline,
    'its enterprise application is meant',
  );
});

test('many application ids are asked for fifteen at a time', async () => {
  await using graph = await Graph.start();
  const references = [...Array.from({ length: 30 }, () => randomUUID()), pipelineApp];
  const answers = await graph.directory().lookUp(references, signal);
  assert.equal(answers.at(-1)?.found, 'one');
  assert.equal(answers.filter(({ found }) => found === 'none').length, 30);
  assert.equal(graph.requests.filter((id) => id === 'servicePrincipal_list').length, 3);
});

test('an address of several is told as several', async () => {
  await using graph = await Graph.start();
  const value = [
    { id: randomUUID(), displayName: 'One', mail: 'team@contoso.com' },
    { id: randomUUID(), displayName: 'Other', mail: 'Team@contoso.com' },
  ];
  graph.emulator.faults.add({ route: 'group_list', status: 200, body: { value } });
  const [answer] = await graph.directory().lookUp(['team@contoso.com'], signal);
  assert.deepEqual(answer?.found === 'several' && answer.principals.map(({ displayName }) => displayName), [
    'One',
    'Other',
  ]);
});
