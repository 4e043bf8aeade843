import { type LongRunningEnd, type Method, operation } from '../../../../src/azure/operation.ts';
import { ScriptedTransport, type Scripted } from './scriptedTransport.ts';
import { serviceAt, tenantId, type TestService } from './service.ts';

/** Where the scripted service is said to be; nothing listens there. */
export const origin = 'http://127.0.0.1:4321';

/** Both links that an answer of 202 may have. */
export const links = {
  status: `${origin}/resourceManager/operationStatuses/1?api-version=1`,
  result: `${origin}/resourceManager/operationResults/1?api-version=1`,
};

export const bothLinks = { 'azure-asyncoperation': links.status, location: links.result };

/** As `ScriptedTransport.sent` has them. */
export const paths = {
  pool: '/resourceManager/pools/p?api-version=1',
  pause: '/resourceManager/pools/p/pause?api-version=1',
  status: '/resourceManager/operationStatuses/1?api-version=1',
  result: '/resourceManager/operationResults/1?api-version=1',
};

export const readPool: LongRunningEnd = { then: 'get', path: '/pools/{name}' };

export interface PoolChange extends Pick<TestService, 'clock'> {
  readonly end: Promise<unknown>;
  readonly transport: ScriptedTransport;
  /** What was told of the operation's states. */
  readonly states: string[];
}

/** Runs a long-running operation on the pool `p` against scripted replies; a POST pauses it. */
export function changePool(method: Method, longRunning: LongRunningEnd, replies: (Scripted | Error)[]): PoolChange {
  const declared = operation<{ result: unknown }>()({
    id: 'Pools_Change',
    plane: 'resourceManager',
    method,
    path: method === 'POST' ? '/pools/{name}/pause' : '/pools/{name}',
    apiVersion: '1',
    longRunning,
  });
  const transport = new ScriptedTransport(...replies);
  const { rest, clock } = serviceAt(origin, { transport });
  const states: string[] = [];
  const onState = (state: string): void => void states.push(state);
  return { end: rest.run(declared, { tenantId, name: 'p' }, { onState }), transport, states, clock };
}
