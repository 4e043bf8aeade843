import type { Reply } from '../../http/exchange.ts';
import type { Call } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { accepted } from '../../longRunning/operationReplies.ts';
import type { SqlPool, SqlPoolStatus, Workspace } from '../../store/model.ts';
import type { Context } from '../context.ts';
import type { SqlPoolUpdate } from './sqlPoolChanges.ts';
import { sqlPoolBody } from './bodies.ts';
import { sqlDatabaseBody } from './sqlDatabaseBody.ts';
import { sqlPoolId } from './resourceIds.ts';
import { transitionOf, type Transition } from './sqlPoolTransition.ts';

/**
 * Pause, resume and PATCH of a SQL pool: 202 without a body, both URLs below the pool itself, and an end whose result
 * is the SQL database behind the pool (recording azure-cli.sql_pool.json).
 *
 * Not known of the real service, hence the emulator's choice: 409 while the pool is in transition, 409 for a new size
 * of a paused pool; pausing a paused pool and resuming an online one succeed and change nothing.
 */
export class SqlPoolPower {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** @throws ServiceError 409 while the pool is neither online nor paused */
  change(call: Call, workspace: Workspace, pool: SqlPool, transition: Transition): Reply {
    return this.#start(call, workspace, pool, requireSettled(pool) === transition.to ? undefined : transition);
  }

  /** @throws ServiceError 409 while the pool is in transition, or for a new size when it is paused */
  update(call: Call, workspace: Workspace, pool: SqlPool, { skuName, tags }: SqlPoolUpdate): Reply {
    const settled = requireSettled(pool);
    const resized = skuName !== undefined && skuName !== pool.skuName;
    if (resized && settled === 'Paused') throw conflict(pool, 'it is paused; resume it before its size is changed');
    if (tags !== undefined) pool.tags = tags;
    return this.#start(call, workspace, pool, resized ? { through: 'Scaling', to: settled, skuName } : undefined);
  }

  /** @param transition absent where the operation takes its time and changes nothing */
  #start(call: Call, workspace: Workspace, pool: SqlPool, transition: Transition | undefined): Reply {
    const { operations } = this.#context;
    const operation = operations.start({
      ...(transition === undefined ? withoutEffect : transitionOf(pool, transition)),
      scopePath: sqlPoolId(workspace, pool),
      ...(transition && { label: labels[transition.through] ?? '' }),
      node: 'sql01emu',
      fails: call.operationFails,
      result: () => ({ status: 200, body: sqlDatabaseBody(workspace, pool) }),
      // Not recorded; the specification has a pool here.
      progress: () => sqlPoolBody(workspace, pool),
    });
    return accepted(operation, call.request.addressed.urls, {
      status: 202,
      apiVersion: call.apiVersion,
      retryAfter: operations.retryAfter,
      urls: ['status', 'result'],
      misspeltRetryAfter: true,
    });
  }
}

/** As the list of a pool's operations calls them; that of a new size is in the specification's example. */
const labels: Readonly<Partial<Record<SqlPoolStatus, string>>> = {
  Pausing: 'PauseLogicalDatabase',
  Resuming: 'ResumeLogicalDatabase',
  Scaling: 'UpdateLogicalDatabase',
};

const withoutEffect = { succeeded: () => undefined, failed: () => undefined };

function requireSettled(pool: SqlPool): 'Online' | 'Paused' {
  const { status, provisioningState } = pool.properties;
  if (provisioningState === 'Succeeded' && (status === 'Online' || status === 'Paused')) return status;
  throw conflict(pool, `its state is ${provisioningState === 'Succeeded' ? (status ?? 'unknown') : provisioningState}`);
}

function conflict(pool: SqlPool, reason: string): ServiceError {
  return new ServiceError(409, 'Conflict', `The operation cannot be started on SQL pool '${pool.name}': ${reason}.`);
}
