import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { RunFilterParameters } from '@azure/synapse-artifacts';
import { SparkClient } from '@azure/synapse-spark';
import { definition } from './artifacts.ts';
import { allOf, artifactsClient, credentialOf, refused, sample } from './clients.ts';
import type { Scenarios, SignIn } from './signIn.ts';

/** Polls as a person would, until it is so; there is an end to patience. */
async function until<Value>(read: () => Promise<Value>, isSo: (value: Value) => boolean): Promise<Value> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const value = await read();
    if (isSo(value)) return value;
    await wait(50);
  }
  throw new Error(`still not so: ${JSON.stringify(await read())}`);
}

const day = 24 * 60 * 60 * 1000;
const lastDays = { lastUpdatedAfter: new Date(Date.now() - 8 * day), lastUpdatedBefore: new Date(Date.now() + day) };

/** Of all pages: the client leaves it to its caller to pass the token on. */
async function allRuns<Run>(
  query: (filter: RunFilterParameters) => Promise<{ value: Run[]; continuationToken?: string }>,
  filter: RunFilterParameters = lastDays,
): Promise<Run[]> {
  const { value, continuationToken } = await query(filter);
  return continuationToken ? [...value, ...(await allRuns(query, { ...filter, continuationToken }))] : value;
}

async function sparkClient(signIn: SignIn): Promise<SparkClient> {
  const { endpoint } = await artifactsClient(signIn);
  return new SparkClient(credentialOf(signIn), endpoint, sample.sparkPool);
}

export const runScenarios: Scenarios = {
  'a pipeline is run to its end, another run is cancelled': async (signIn) => {
    const { pipelineOperations, pipelineRunOperations: runs } = await artifactsClient(signIn);
    const { runId } = await pipelineOperations.createPipelineRun('Daily load', {
      parameters: { runDate: '2024-06-01' },
    });
    const isOver = ({ status = '' }: { status?: string }): boolean => ['Succeeded', 'Failed'].includes(status);
    const run = await until(() => runs.getPipelineRun(runId), isOver);
    assert.equal(run.status, 'Succeeded');
    assert.equal(run.parameters?.['runDate'], '2024-06-01');
    const activities = await allRuns((filter) => runs.queryActivityRuns('Daily load', runId, filter));
    assert.deepEqual(
      activities.map(({ activityName, status }) => [activityName, status]).sort(),
      ['Copy orders', 'Load orders', 'Refresh warehouse'].map((name) => [name, 'Succeeded']),
    );
    const again = await pipelineOperations.createPipelineRun('Daily load', {
      referencePipelineRunId: runId,
      isRecovery: true,
    });
    await runs.cancelPipelineRun(again.runId, { isRecursive: true });
    const cancelled = await runs.getPipelineRun(again.runId);
    assert.equal(cancelled.status, 'Cancelled');
    assert.equal(cancelled.runGroupId, run.runGroupId);
    const value = await allRuns((filter) => runs.queryPipelineRunsByWorkspace(filter), {
      ...lastDays,
      filters: [{ operand: 'PipelineName', operator: 'Equals', values: ['Daily load'] }],
      orderBy: [{ orderBy: 'RunStart', order: 'DESC' }],
    });
    assert.ok(value.some((each) => each.runId === runId) && value.every((each) => each.pipelineName === 'Daily load'));
    await assert.rejects(pipelineOperations.createPipelineRun('Nightly'), refused(404, 'PipelineNotFound'));
  },

  'triggers are started, stopped and subscribed; their runs are seen, run again and cancelled': async (signIn) => {
    const { triggerOperations: triggers, triggerRunOperations: runs } = await artifactsClient(signIn);
    await triggers.beginStartTriggerAndWait('Catch up');
    assert.equal((await triggers.getTrigger('Catch up')).properties.runtimeState, 'Started');
    await triggers.beginStopTriggerAndWait('Catch up');
    assert.equal((await triggers.getTrigger('Catch up')).properties.runtimeState, 'Stopped');
    await triggers.beginSubscribeTriggerToEventsAndWait('New file');
    assert.equal((await triggers.getEventSubscriptionStatus('New file')).status, 'Enabled');
    await triggers.beginUnsubscribeTriggerFromEventsAndWait('New file');
    assert.equal((await triggers.getEventSubscriptionStatus('New file')).status, 'Disabled');
    const query = async (): Promise<number> => {
      const value = await allRuns((filter) => runs.queryTriggerRunsByWorkspace(filter), {
        ...lastDays,
        filters: [{ operand: 'TriggerName', operator: 'Equals', values: ['Every night'] }],
      });
      const [last] = value;
      assert.ok(last?.triggerRunId && Object.hasOwn(last.triggeredPipelines ?? {}, 'Daily load'));
      await runs.cancelTriggerInstance('Every night', last.triggerRunId);
      await runs.rerunTriggerInstance('Every night', last.triggerRunId);
      return value.length;
    };
    const before = await query();
    assert.equal(await query(), before + 1);
  },

  'data flows are debugged': async (signIn) => {
    const { dataFlowDebugSession: debug } = await artifactsClient(signIn);
    const { sessionId = '' } = await debug.beginCreateDataFlowDebugSessionAndWait({ timeToLive: 10, coreCount: 8 });
    const sessions = await allOf(debug.listQueryDataFlowDebugSessionsByWorkspace());
    assert.ok(sessions.some((each) => each.sessionId === sessionId && each.coreCount === 8));
    const { jobVersion } = await debug.addDataFlow({
      sessionId,
      dataFlow: { name: 'flow', properties: { type: 'MappingDataFlow', sources: [{ name: 'raw' }] } },
    });
    assert.ok(jobVersion);
    const { status } = await debug.beginExecuteCommandAndWait({
      sessionId,
      command: 'executePreviewQuery',
      commandPayload: { streamName: 'raw', rowLimits: 10 },
    });
    assert.equal(status, 'Succeeded');
    await debug.deleteDataFlowDebugSession({ sessionId });
    assert.equal((await allOf(debug.listQueryDataFlowDebugSessionsByWorkspace())).length, sessions.length - 1);
  },

  'Spark batches are listed, run and cancelled': async (signIn) => {
    const { sparkBatch } = await sparkClient(signIn);
    const { jobProperties } = definition;
    const { sessions = [] } = await sparkBatch.getSparkBatchJobs({ detailed: true });
    assert.ok(
      sessions.some(({ result }) => result === 'Failed') && sessions.some(({ result }) => result === 'Cancelled'),
    );
    const { id } = await sparkBatch.createSparkBatchJob(jobProperties, { detailed: true });
    const done = await until(
      () => sparkBatch.getSparkBatchJob(id, { detailed: true }),
      ({ result }) => result !== 'Uncertain',
    );
    assert.equal(done.state, 'success');
    const other = await sparkBatch.createSparkBatchJob(jobProperties);
    await sparkBatch.cancelSparkBatchJob(other.id);
    assert.equal((await sparkBatch.getSparkBatchJob(other.id, { detailed: true })).result, 'Cancelled');
  },

  'a Spark session runs statements': async (signIn) => {
    const { sparkSessionOperations: sparkSession } = await sparkClient(signIn);
    const { id } = await sparkSession.createSparkSession(definition.jobProperties, { detailed: true });
    const first = await sparkSession.createSparkStatement(id, { code: 'print("hello")', kind: 'pyspark' });
    assert.equal(first.state, 'waiting');
    const done = await until(
      () => sparkSession.getSparkStatement(id, first.id),
      ({ state }) => state === 'available',
    );
    assert.deepEqual(done.output?.data, { 'text/plain': 'hello' });
    const second = await sparkSession.createSparkStatement(id, { code: 'df.count()', kind: 'pyspark' });
    assert.equal((await sparkSession.cancelSparkStatement(id, second.id)).message, 'canceled');
    assert.deepEqual(
      (await sparkSession.getSparkStatements(id)).statements?.map(({ state }) => state),
      ['available', 'cancelled'],
    );
    await sparkSession.resetSparkSessionTimeout(id);
    await sparkSession.cancelSparkSession(id);
    const { state } = await sparkSession.getSparkSession(id, { detailed: true });
    assert.equal(state, 'killed');
    assert.ok((await sparkSession.getSparkSessions()).sessions?.some((each) => each.id === id));
  },

  'Spark job definitions are executed and debugged': async (signIn) => {
    const { sparkJobDefinitionOperations: jobs } = await artifactsClient(signIn);
    const executed = await jobs.beginExecuteSparkJobDefinitionAndWait('Nightly aggregation');
    assert.equal(executed.sparkPoolName, sample.sparkPool);
    const debugged = await jobs.beginDebugSparkJobDefinitionAndWait({ properties: definition });
    assert.ok(debugged.id > executed.id);
  },
};
