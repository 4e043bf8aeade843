import * as vscode from 'vscode';
import { SqlPools, type SqlPool } from '../../api/synapse/sqlPools.generated.ts';
import { AzureError } from '../../azure/azureError.ts';
import type { RunOptions } from '../../azure/restService.ts';
import { changeRows } from '../../platform/commands/changeRows.ts';
import type { Target } from '../../platform/commands/commandHandler.ts';
import { type EndingWords, tellEndings } from '../../platform/commands/tellEndings.ts';
import type { ErrorPresenter } from '../../platform/errors/errorPresenter.ts';
import type { TreeModel } from '../../platform/tree/treeModel.ts';
import { dedicatedPool } from './dedicatedPool.ts';
import { type DedicatedPool, type DedicatedPoolPlace, powerStateOf } from './public.ts';
import { dedicatedPoolNode, readDedicatedPool } from './sqlPoolNodes.ts';
import { statusWords } from './sqlPoolWords.ts';

export type PoolTarget = Target<DedicatedPoolPlace>;

export interface PoolsParts {
  readonly model: TreeModel;
  readonly errors: ErrorPresenter;
}

/** A long-running change of dedicated pools. */
export interface PoolChange {
  /** Of the progress. */
  readonly title: string;
  readonly words: EndingWords;
  readonly run: (target: PoolTarget, options: RunOptions) => Promise<SqlPool>;
  /** Whether the pool is where the change leads; the operation may end before the pool says so. */
  readonly reached: (pool: DedicatedPool) => boolean;
}

/**
 * Changes pools side by side, tells how it has ended, and leaves each row as the pool is.
 *
 * @returns whether all of them have got where the change leads
 * @throws the error of the only pool's change
 */
export async function changePools(
  { model, errors }: PoolsParts,
  targets: readonly PoolTarget[],
  { title, words, run, reached }: PoolChange,
): Promise<boolean> {
  const endings = await changeRows(model, targets, {
    title,
    look: ({ data }, signal) => readDedicatedPool(data, data.pool.name, signal),
    run: async (target, options) => {
      try {
        const pool = dedicatedPool(await run(target, options));
        return pool && dedicatedPoolNode(target.data, pool);
      } catch (error) {
        throw await withState(error, target);
      }
    },
  });
  tellEndings(errors, endings, words, (node) => node !== undefined && reached(node.data.pool));
  return endings.every((ending) => ending.outcome === 'done' && ending.result && reached(ending.result.data.pool));
}

/**
 * What a pool in transition answers is not known (400 and 409 were both seen elsewhere), nor is it clear: the state that
 * the pool is in says it.
 */
async function withState(error: unknown, { data }: PoolTarget): Promise<unknown> {
  if (!(error instanceof AzureError) || (error.status !== 400 && error.status !== 409)) return error;
  const { connection, workspace, pool } = data;
  const now = await connection.rest
    .call(SqlPools.get, { ...workspace, sqlPoolName: pool.name })
    .then(dedicatedPool, () => undefined);
  if (now === undefined || powerStateOf(now.status) !== 'changing') return error;
  const message = vscode.l10n.t(
    'SQL pool {0} is being changed already ({1}) and takes no other change until that has ended. Azure says: {2}',
    pool.name,
    statusWords(now.status),
    error.message,
  );
  return new AzureError(Object.assign({}, error, { message }), { cause: error });
}
