import type { Reply } from '../../http/exchange.ts';
import type { Call } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { accepted } from '../../longRunning/operationReplies.ts';
import { idOf } from '../../store/ids.ts';
import type { SqlPool, Workspace } from '../../store/model.ts';
import type { Context } from '../context.ts';
import type { SqlPoolUpdate } from './sqlPoolChanges.ts';
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
  change(call: Call<string>, workspace: Workspace, pool: SqlPool, transition: Transition): Reply {
    return this.#start(call, workspace, pool, requireSettled(pool) === transition.to ? undefined : transition);
  }

  /** @throws ServiceError 409 while the pool is in transition, or for a new size when it is paused */
  update(call: Call<string>, workspace: Workspace, pool: SqlPool, { skuName, tags }: SqlPoolUpdate): Reply {
    const settled = requireSettled(pool);
    const resized = skuName !== undefined && skuName !== pool.skuName;
    if (resized && settled === 'Paused') throw conflict(pool, 'it is paused; resume it before its size is changed');
    if (tags !== undefined) pool.tags = tags;
    return this.#start(call, workspace, pool, resized ? { through: 'Scaling', to: settled, skuName } : undefined);
  }

  /** @param transition absent where the operation takes its time and changes nothing */
  #start(call: Call<string>, workspace: Workspace, pool: SqlPool, transition: Transition | undefined): Reply {
    const { addresses, operations } = this.#context;
    const operation = operations.start({
      ...(transition === undefined ? withoutEffect : transitionOf(pool, transition)),
      scopePath: sqlPoolId(workspace, pool),
      node: 'sql01emu',
      fails: call.operationFails,
      result: () => ({ status: 200, body: databaseBody(workspace, pool) }),
    });
    return accepted(operation, addresses, {
      status: 202,
      apiVersion: call.apiVersion,
      retryAfter: operations.retryAfter,
      urls: ['status', 'result'],
      misspeltRetryAfter: true,
    });
  }
}

const withoutEffect = { succeeded: () => undefined, failed: () => undefined };

function requireSettled(pool: SqlPool): 'Online' | 'Paused' {
  const { status, provisioningState } = pool.properties;
  if (provisioningState === 'Succeeded' && (status === 'Online' || status === 'Paused')) return status;
  throw conflict(pool, `its state is ${provisioningState === 'Succeeded' ? (status ?? 'unknown') : provisioningState}`);
}

function conflict(pool: SqlPool, reason: string): ServiceError {
  return new ServiceError(409, 'Conflict', `The operation cannot be started on SQL pool '${pool.name}': ${reason}.`);
}

/** What `operationResults` of a pool answers: an Azure SQL database in place of a SQL pool. */
function databaseBody(workspace: Workspace, pool: SqlPool): object {
  const { collation, maxSizeBytes, status, creationDate } = pool.properties;
  return {
    sku: {},
    kind: 'v12.0,user,datawarehouse,gen2',
    properties: {
      collation,
      maxSizeBytes,
      status,
      databaseId: idOf('database', workspace.name, pool.name),
      creationDate,
      currentServiceObjectiveName: pool.skuName,
      catalogCollation: 'SQL_Latin1_General_CP1_CI_AS',
    },
    location: pool.location,
    ...(pool.tags && { tags: pool.tags }),
    id: sqlPoolId(workspace, pool),
    name: pool.name,
    type: 'Microsoft.Synapse/workspaces/sqlPools',
  };
}
