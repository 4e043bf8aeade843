import { randomUUID } from 'node:crypto';
import { route, type Call, type Route } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import type { DebugSession } from '../../store/debugSessions.ts';
import type { Workspace } from '../../store/model.ts';
import { permitted } from '../accessControl/rights.ts';
import { artifactVersions } from '../apiVersions.ts';
import { acceptedArtifact, operationScope } from '../artifacts/artifactOperations.ts';
import type { Context } from '../context.ts';
import { objectsOf } from '../pipelines/planRun.ts';
import { optionalBody } from '../pipelines/runQueries.ts';
import { numberMember, objectBody, objectMember, stringMember, type JsonObject } from '../requestBody.ts';
import { streamsOf } from './streams.ts';

/** As documented for debugging pipelines. */
const debugging = 'credentials/useSecret/action';

const commands = ['executePreviewQuery', 'executeStatisticsQuery', 'executeExpressionQuery'];

/**
 * Debug sessions of data flows: specification `dataflows.json`; nobody recorded them. A session ends when nothing was
 * asked of it for its time to live.
 */
export function debugSessionRoutes(context: Context): Route[] {
  const { clock, operations } = context;
  const common = { service: 'workspace', apiVersions: artifactVersions, method: 'POST' } as const;

  function debugged(call: Call): Workspace {
    const { workspaceName = '' } = call.request.addressed;
    return permitted(call, context, debugging, `workspaces/${workspaceName}/credentials/WorkspaceSystemIdentity`);
  }

  function alive(workspace: Workspace): DebugSession[] {
    const now = clock();
    const sessions = workspace.work().debugSessions;
    for (const [id, { usedAt, timeToLiveInMinutes }] of sessions) {
      if (usedAt + timeToLiveInMinutes * 60_000 < now) sessions.delete(id);
    }
    return [...sessions.values()].filter(({ startsAt }) => startsAt <= now);
  }

  function session(workspace: Workspace, body: JsonObject): DebugSession {
    const id = stringMember(body, 'sessionId') ?? '';
    const found = alive(workspace).find(({ sessionId }) => sessionId.toLowerCase() === id.toLowerCase());
    if (found === undefined) throw refused(404, 'DebugSessionNotFound', `There is no debug session '${id}'.`);
    found.usedAt = clock();
    return found;
  }

  return [
    route({
      ...common,
      operationId: 'DataFlowDebugSession_CreateDataFlowDebugSession',
      path: '/createDataFlowDebugSession',
      handle: (call) => {
        const workspace = debugged(call);
        const wanted = newSession(optionalBody(call), call.caller.objectId);
        const operation = operations.start({
          scopePath: operationScope(workspace),
          fails: call.operationFails,
          succeeded: () => {
            const at = operation.endTime;
            workspace.work().debugSessions.set(wanted.sessionId, { ...wanted, startsAt: at, usedAt: at });
          },
          failed: () => undefined,
          result: () => ({ status: 200, body: { status: 'Succeeded', sessionId: wanted.sessionId } }),
        });
        return acceptedArtifact(operation, { call, workspace, retryAfter: operations.retryAfter });
      },
    }),
    route({
      ...common,
      operationId: 'DataFlowDebugSession_QueryDataFlowDebugSessionsByWorkspace',
      path: '/queryDataFlowDebugSessions',
      handle: (call) => ({ status: 200, body: { value: alive(debugged(call)).map(sessionBody) } }),
    }),
    route({
      ...common,
      operationId: 'DataFlowDebugSession_AddDataFlow',
      path: '/addDataFlowToDebugSession',
      handle: (call) => {
        const body = objectBody(call.request);
        const found = session(debugged(call), body);
        const added = [...objectsOf([body['dataFlow']]), ...objectsOf(body['dataFlows'])];
        if (added.length === 0) throw refused(400, 'BadRequest', "'dataFlow' is required.");
        for (const flow of added) {
          const name = stringMember(flow, 'name');
          if (name !== undefined) found.dataFlowName = name;
          for (const stream of streamsOf(flow)) found.streams.add(stream);
        }
        return { status: 200, body: { jobVersion: randomUUID() } };
      },
    }),
    route({
      ...common,
      operationId: 'DataFlowDebugSession_DeleteDataFlowDebugSession',
      path: '/deleteDataFlowDebugSession',
      handle: (call) => {
        const workspace = debugged(call);
        const { sessionId } = session(workspace, objectBody(call.request));
        workspace.work().debugSessions.delete(sessionId);
        return { status: 200 };
      },
    }),
    route({
      ...common,
      operationId: 'DataFlowDebugSession_ExecuteCommand',
      path: '/executeDataFlowDebugCommand',
      handle: (call) => {
        const workspace = debugged(call);
        const body = objectBody(call.request);
        const { streams } = session(workspace, body);
        const command = stringMember(body, 'command') ?? '';
        if (!commands.includes(command)) throw refused(400, 'BadRequest', `There is no command '${command}'.`);
        const stream = stringMember(objectMember(body, 'commandPayload') ?? {}, 'streamName') ?? '';
        if (!streams.has(stream)) {
          throw refused(400, 'BadRequest', `No data flow of this session has a stream '${stream}'.`);
        }
        const operation = operations.start({
          scopePath: operationScope(workspace),
          fails: call.operationFails,
          succeeded: () => undefined,
          failed: () => undefined,
          // There is no data here: the answer has the stream's name and no rows.
          result: () => ({ status: 200, body: { status: 'Succeeded', data: JSON.stringify({ stream, rows: [] }) } }),
        });
        return acceptedArtifact(operation, { call, workspace, retryAfter: operations.retryAfter });
      },
    }),
  ];
}

function newSession(body: JsonObject, userObjectId: string): Omit<DebugSession, 'startsAt' | 'usedAt'> {
  const runtime = objectMember(body, 'integrationRuntime') ?? {};
  const compute = computeOf(runtime);
  const integrationRuntimeName = stringMember(runtime, 'name');
  const coreCount = numberMember(body, 'coreCount') ?? numberMember(compute, 'coreCount') ?? 8;
  const timeToLiveInMinutes = numberMember(body, 'timeToLive') ?? 60;
  if (coreCount <= 0 || timeToLiveInMinutes < 0) {
    throw refused(400, 'BadRequest', "'coreCount' and 'timeToLive' must be positive.");
  }
  return {
    sessionId: randomUUID(),
    userObjectId,
    computeType: stringMember(body, 'computeType') ?? stringMember(compute, 'computeType') ?? 'General',
    coreCount,
    timeToLiveInMinutes,
    ...(integrationRuntimeName !== undefined && { integrationRuntimeName }),
    streams: new Set(),
  };
}

/** `dataFlowProperties` of the runtime that is described with a new session. */
function computeOf(runtime: JsonObject): JsonObject {
  let value: JsonObject = runtime;
  for (const name of ['properties', 'typeProperties', 'computeProperties', 'dataFlowProperties']) {
    value = objectMember(value, name) ?? {};
  }
  return value;
}

/** As the specification's example has it; the time to live counts from the last activity. */
function sessionBody(session: DebugSession): object {
  const { userObjectId, sessionId, coreCount, computeType, timeToLiveInMinutes, integrationRuntimeName } = session;
  return {
    userObjectId,
    startTime: timeOf(session.startsAt),
    lastActivityTime: timeOf(session.usedAt),
    dataFlowName: session.dataFlowName ?? `DebugSession-${userObjectId}`,
    sessionId,
    coreCount,
    computeType,
    timeToLiveInMinutes,
    ...(integrationRuntimeName !== undefined && { integrationRuntimeName }),
  };
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '0000+00:00');
}

function refused(status: number, code: string, message: string): ServiceError {
  return new ServiceError(status, code, message);
}
