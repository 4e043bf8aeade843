import assert from 'node:assert/strict';
import { test } from 'node:test';
import { occurrences } from '../../../emulator/services/triggers/occurrences.ts';
import type { Json } from './client.ts';
import { operationTime, ScriptClient } from './scriptClient.ts';

const window = { lastUpdatedAfter: '2024-05-20T00:00:00Z', lastUpdatedBefore: '2024-06-30T00:00:00Z' };

async function valuesOf(endpoint: ScriptClient, path: string, more: object = {}): Promise<Json[]> {
  const { status, body, text } = await endpoint.send('POST', path, { ...window, ...more });
  assert.equal(status, 200, text);
  return body['value'] as unknown as Json[];
}

async function start(endpoint: ScriptClient, pipeline: string, given?: object): Promise<string> {
  const { status, body, text } = await endpoint.send(
    'POST',
    `/pipelines/${encodeURIComponent(pipeline)}/createRun`,
    given,
  );
  assert.equal(status, 202, text);
  return String(body['runId']);
}

async function activitiesOf(endpoint: ScriptClient, pipeline: string, runId: string): Promise<Record<string, string>> {
  const path = `/pipelines/${encodeURIComponent(pipeline)}/pipelineruns/${runId}/queryActivityruns`;
  const runs = await valuesOf(endpoint, path);
  return Object.fromEntries(runs.map((run) => [String(run['activityName']), String(run['status'])]));
}

async function put(endpoint: ScriptClient, name: string, ...activities: object[]): Promise<void> {
  await endpoint.end(await endpoint.send('PUT', `/pipelines/${name}`, { properties: { activities } }));
}

test('a run goes through its activities, one after the other', async () => {
  await using endpoint = await ScriptClient.start();
  const runId = await start(endpoint, 'Daily load', { runDate: '2024-06-01', regions: ['EMEA'] });
  const status = async (): Promise<unknown> => (await endpoint.send('GET', `/pipelineruns/${runId}`)).body['status'];
  assert.equal(await status(), 'InProgress');
  assert.deepEqual(await activitiesOf(endpoint, 'Daily load', runId), { 'Copy orders': 'InProgress' });
  endpoint.client.letPass(operationTime);
  assert.deepEqual(await activitiesOf(endpoint, 'Daily load', runId), {
    'Copy orders': 'Succeeded',
    'Load orders': 'InProgress',
  });
  endpoint.client.letPass(3 * operationTime);
  assert.deepEqual(await activitiesOf(endpoint, 'Daily load', runId), {
    'Copy orders': 'Succeeded',
    'Load orders': 'Succeeded',
    'Refresh warehouse': 'Succeeded',
  });
  const { body } = await endpoint.send('GET', `/pipelineruns/${runId}`);
  assert.equal(body['status'], 'Succeeded');
  assert.deepEqual(body['parameters'], { runDate: '2024-06-01', regions: '["EMEA"]', fullReload: 'false' });
  const [child] = await valuesOf(endpoint, '/queryPipelineRuns', {
    filters: [{ operand: 'PipelineName', operator: 'Equals', values: ['Refresh warehouse'] }],
  });
  assert.equal(child?.['invokedBy']?.['name'], 'Daily load');
});

test('a run fails with its activity, unless another one is there for that', async () => {
  await using endpoint = await ScriptClient.start();
  const fail = { name: 'Fail', type: 'Fail', typeProperties: { message: 'No gaps allowed', errorCode: 'GAPS' } };
  const after = (name: string, condition: string): object => ({
    name,
    type: 'SetVariable',
    dependsOn: [{ activity: 'Fail', dependencyConditions: [condition] }],
  });
  await put(endpoint, 'Failing', fail, after('Then', 'Succeeded'));
  await put(endpoint, 'Caught', fail, after('Then', 'Succeeded'), after('Else', 'Failed'));
  const [failing, caught] = [await start(endpoint, 'Failing'), await start(endpoint, 'Caught')];
  const failed = (await endpoint.send('GET', `/pipelineruns/${failing}`)).body;
  assert.equal(failed['status'], 'Failed');
  assert.match(String(failed['message']), /No gaps allowed/);
  assert.deepEqual(await activitiesOf(endpoint, 'Failing', failing), { Fail: 'Failed' });
  assert.equal((await endpoint.send('GET', `/pipelineruns/${caught}`)).body['status'], 'Succeeded');
  assert.deepEqual(await activitiesOf(endpoint, 'Caught', caught), { Fail: 'Failed', Else: 'Succeeded' });
});

test('a run is cancelled, with those that it has begun where that is asked for', async () => {
  await using endpoint = await ScriptClient.start();
  await put(endpoint, 'Outer', {
    name: 'Call',
    type: 'ExecutePipeline',
    typeProperties: { pipeline: { referenceName: 'Daily load' }, waitOnCompletion: true },
  });
  const childOf = async (runId: string): Promise<unknown> => {
    const runs = await valuesOf(endpoint, '/queryPipelineRuns');
    return runs.find((run) => run['invokedBy']?.['id'] === (runId as never))?.['status'];
  };
  const alone = await start(endpoint, 'Outer');
  await endpoint.send('POST', `/pipelineruns/${alone}/cancel`);
  assert.equal((await endpoint.send('GET', `/pipelineruns/${alone}`)).body['status'], 'Cancelled');
  assert.equal(await childOf(alone), 'InProgress');
  const both = await start(endpoint, 'Outer');
  await endpoint.send('POST', `/pipelineruns/${both}/cancel?isRecursive=true`);
  assert.equal(await childOf(both), 'Cancelled');
  endpoint.client.letPass(100 * operationTime);
  assert.equal((await endpoint.send('GET', `/pipelineruns/${both}`)).body['status'], 'Cancelled');
});

test('a rerun takes the parameters of the run before, and joins its group when it recovers it', async () => {
  await using endpoint = await ScriptClient.start();
  const first = await start(endpoint, 'Daily load', { runDate: '2024-05-31' });
  endpoint.client.letPass(1);
  const query = `referencePipelineRunId=${first}&isRecovery=true`;
  const { body } = await endpoint.send('POST', `/pipelines/Daily%20load/createRun?${query}`);
  const again = (await endpoint.send('GET', `/pipelineruns/${String(body['runId'])}`)).body;
  assert.equal(again['parameters']?.['runDate'], '2024-05-31');
  assert.equal(again['runGroupId'], first);
  assert.equal((await endpoint.send('GET', `/pipelineruns/${first}`)).body['isLatest'], false);
});

test('runs are filtered, ordered and come in pages', async () => {
  await using endpoint = await ScriptClient.start({ pageSize: 2 });
  for (const date of ['1', '2', '3']) {
    await start(endpoint, 'Refresh warehouse', { date });
    endpoint.client.letPass(1000);
  }
  const more = {
    lastUpdatedAfter: '2024-06-01T12:00:00Z',
    filters: [{ operand: 'PipelineName', operator: 'In', values: ['refresh WAREHOUSE'] }],
    orderBy: [{ orderBy: 'RunStart', order: 'ASC' }],
  };
  const first = await endpoint.send('POST', '/queryPipelineRuns', { ...window, ...more });
  const { continuationToken } = first.body as unknown as { continuationToken: string };
  const second = await valuesOf(endpoint, '/queryPipelineRuns', { ...more, continuationToken });
  const dates = [...(first.body['value'] as unknown as Json[]), ...second].map((run) => run['parameters']?.['date']);
  assert.deepEqual(dates, ['1', '2', '3']);
  assert.deepEqual(
    await valuesOf(endpoint, '/queryPipelineRuns', { ...more, lastUpdatedAfter: '2024-06-02T00:00:00Z' }),
    [],
  );
  for (const wrong of [
    { lastUpdatedAfter: 'x' },
    { filters: [{ operand: 'Colour', operator: 'Equals', values: [] }] },
  ]) {
    assert.equal((await endpoint.send('POST', '/queryPipelineRuns', { ...window, ...wrong })).status, 400);
  }
});

test('a started trigger fires by the clock, a stopped one does not', async () => {
  await using endpoint = await ScriptClient.start();
  const runsOf = async (trigger: string): Promise<Json[]> =>
    valuesOf(endpoint, '/queryTriggerRuns', {
      filters: [{ operand: 'TriggerName', operator: 'Equals', values: [trigger] }],
    });
  // A week of nights lies behind the sample when it begins.
  const before = await runsOf('Every night');
  assert.equal(before.length, 7);
  endpoint.client.letPass(24 * 60 * 60 * 1000);
  endpoint.client.forgetTokens();
  const [last] = await runsOf('Every night');
  assert.equal(last?.['triggerRunTimestamp'], '2024-06-02T02:15:00.0000000Z');
  const runId = String(last['triggeredPipelines']?.['Daily load']);
  assert.equal((await endpoint.send('GET', `/pipelineruns/${runId}`)).body['invokedBy']?.['name'], 'Every night');
  assert.equal((await endpoint.send('POST', '/triggers/Every%20night/stop')).status, 200);
  endpoint.client.letPass(3 * 24 * 60 * 60 * 1000);
  endpoint.client.forgetTokens();
  assert.equal((await runsOf('Every night')).length, 8);
  const again = await endpoint.send(
    'POST',
    `/triggers/Every%20night/triggerRuns/${String(last['triggerRunId'])}/rerun`,
  );
  assert.equal(again.status, 200);
  const [newest] = await runsOf('Every night');
  const rerun = (await endpoint.send('GET', `/pipelineruns/${String(newest?.['triggeredPipelines']?.['Daily load'])}`))
    .body;
  assert.equal(rerun['runGroupId'], runId);
});

test('a started trigger can be neither changed nor deleted', async () => {
  await using endpoint = await ScriptClient.start();
  const { body } = await endpoint.send('GET', '/triggers/Every%20night');
  assert.equal(body['properties']?.['runtimeState'], 'Started');
  for (const [method, name] of [
    ['PUT', 'Every%20night'],
    ['DELETE', 'Monday%20mornings'],
  ] as const) {
    const ended = await endpoint.end(await endpoint.send(method, `/triggers/${name}`, body));
    assert.equal(ended.body['status'], 'Failed');
    assert.equal(ended.body['error']?.['code'], 'TriggerEnabledCannotUpdate');
  }
  await endpoint.send('POST', '/triggers/Every%20night/stop');
  const changed = await endpoint.end(await endpoint.send('PUT', '/triggers/Every%20night', body));
  assert.equal(changed.body['properties']?.['runtimeState'], 'Stopped');
});

test('a trigger is subscribed to events while an operation runs', async () => {
  await using endpoint = await ScriptClient.start();
  const status = async (): Promise<unknown> =>
    (await endpoint.send('POST', '/triggers/New%20file/getEventSubscriptionStatus')).body['status'];
  const subscribed = await endpoint.send('POST', '/triggers/New%20file/subscribeToEvents');
  assert.equal(await status(), 'Disabled');
  assert.deepEqual((await endpoint.end(subscribed)).body, { triggerName: 'New file', status: 'Enabled' });
  assert.equal(await status(), 'Enabled');
});

test('recurrences are counted as they are written', () => {
  const day = (text: string): number => Date.parse(`2024-06-${text}Z`);
  const fires = (recurrence: object, from: string, to: string): string[] =>
    occurrences(
      { type: 'ScheduleTrigger', typeProperties: { recurrence: { startTime: '2024-06-01T00:30:00Z', ...recurrence } } },
      day(from),
      day(to),
    ).map((time) => new Date(time).toISOString().slice(8, 16));
  assert.deepEqual(fires({ frequency: 'Hour', interval: 6 }, '01T00:00', '01T13:00'), [
    '01T00:30',
    '01T06:30',
    '01T12:30',
  ]);
  const schedule = { weekDays: ['Monday', 'Friday'], hours: [6, 18], minutes: [0] };
  assert.deepEqual(fires({ frequency: 'Week', interval: 1, schedule }, '02T00:00', '08T00:00'), [
    '03T06:00',
    '03T18:00',
    '07T06:00',
    '07T18:00',
  ]);
  assert.deepEqual(fires({ frequency: 'Day', interval: 1, endTime: '2024-06-02T12:00:00Z' }, '01T00:00', '09T00:00'), [
    '01T00:30',
    '02T00:30',
  ]);
  const tumbling = {
    type: 'TumblingWindowTrigger',
    typeProperties: { frequency: 'Hour', interval: 12, startTime: '2024-06-01T00:00:00Z' },
  };
  assert.equal(occurrences(tumbling, day('01T00:00'), day('02T00:00')).length, 2);
});

test('the sample begins with a run that goes on, and with others that went well or not', async () => {
  await using endpoint = await ScriptClient.start();
  const statuses = (await valuesOf(endpoint, '/queryPipelineRuns')).map((run) => String(run['status']));
  assert.deepEqual([...new Set(statuses)].sort(), ['Failed', 'InProgress', 'Succeeded']);
});
