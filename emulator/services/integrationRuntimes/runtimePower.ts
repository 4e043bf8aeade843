import { randomUUID } from 'node:crypto';
import type { Reply } from '../../http/exchange.ts';
import { ServiceError } from '../../http/serviceError.ts';
import type { Operation } from '../../longRunning/operations.ts';
import type { GroupAction, Place } from '../../resources/group.ts';
import { parameterOf } from '../../resources/parents.ts';
import type { Resource } from '../../store/resources.ts';
import { refuse, requirePower, setState, stateOf, type RuntimeState } from './runtimeState.ts';
import { runtimeStatus } from './runtimeStatus.ts';

interface Power {
  readonly verb: 'start' | 'stop';
  readonly id: string;
  readonly through: RuntimeState;
  readonly to: RuntimeState;
}

const powers: readonly Power[] = [
  { verb: 'start', id: 'IntegrationRuntimes_Start', through: 'Starting', to: 'Started' },
  { verb: 'stop', id: 'IntegrationRuntimes_Stop', through: 'Stopping', to: 'Stopped' },
];

/**
 * Start and stop: 202 without a body, and both URLs below the runtime and the verb, in small letters. A start ends in the
 * status, a stop in nothing (recording azure-cli.integration_runtime.json).
 */
export const runtimePowerActions: readonly GroupAction<Resource>[] = powers.flatMap((power) => {
  const { id, verb } = power;
  return [
    { id, path: verb, asked: 'write', answer: (place) => begin(place, power) },
    {
      id: `${id}Status`,
      method: 'GET',
      path: `${verb}/operationstatuses/{operationId}`,
      asked: 'read',
      answer: (place) => status(place, find(place, power), power),
    },
    {
      id: `${id}Result`,
      method: 'GET',
      path: `${verb}/operationresults/{operationId}`,
      asked: 'read',
      answer: (place) => result(place, find(place, power), power),
    },
  ] satisfies GroupAction<Resource>[];
});

function begin(place: Place<Resource>, { verb, through, to }: Power): Reply {
  const { call, context, owner } = place;
  const { operations } = context;
  requirePower(owner);
  const before = stateOf(context, owner);
  if (before === 'Starting' || before === 'Stopping') {
    throw refuse(409, 'Conflict', `The integration runtime '${owner.name}' is ${before.toLowerCase()}.`);
  }
  setState(context, owner, through);
  const operation = operations.start({
    id: randomUUID().replaceAll('-', ''),
    scopePath: `${place.id}/${verb}`,
    fails: call.operationFails,
    succeeded: () => setState(context, owner, to),
    failed: () => setState(context, owner, before),
    result: () => ({ status: 200 }),
  });
  return {
    status: 202,
    headers: {
      'Azure-AsyncOperation': urlOf(place, verb, 'operationstatuses', operation),
      Location: urlOf(place, verb, 'operationresults', operation),
      'Retry-After': String(operations.retryAfter),
    },
  };
}

function urlOf({ call, id }: Place, verb: string, kind: string, operation: Operation): string {
  return `${call.request.addressed.urls.resourceManager}${id.replace('/integrationruntimes/', '/integrationRuntimes/')}/${verb}/${kind}/${operation.name}?api-version=${call.apiVersion}`;
}

function find({ call, context, id }: Place<Resource>, { verb }: Power): Operation {
  const operationId = parameterOf(call, 'operationId');
  const operation = context.operations.find(`${id}/${verb}`, operationId);
  if (operation !== undefined) return operation;
  throw new ServiceError(404, 'OperationNotFound', `There is no operation '${operationId}'.`);
}

function status({ context, owner, workspace }: Place<Resource>, operation: Operation, { verb }: Power): Reply {
  const isStarted = operation.status === 'Succeeded' && verb === 'start';
  const properties = isStarted ? runtimeStatus(context, owner, workspace) : null;
  const { name, error = null } = operation;
  return { status: 200, body: { status: operation.status, name, properties, error } };
}

function result(place: Place<Resource>, operation: Operation, { verb }: Power): Reply {
  const { context, owner, workspace } = place;
  if (operation.status === 'Failed') return { status: 409, body: { error: operation.error } };
  if (operation.status === 'Succeeded') {
    return { status: 200, ...(verb === 'start' && { body: runtimeStatus(context, owner, workspace) }) };
  }
  const headers = {
    Location: urlOf(place, verb, 'operationresults', operation),
    'Retry-After': String(context.operations.retryAfter),
  };
  return { status: 202, headers };
}
