import * as vscode from 'vscode';
import { BigDataPools } from '../../api/synapse/bigDataPools.generated.ts';
import { changeRows } from '../../platform/commands/changeRows.ts';
import type { Target } from '../../platform/commands/commandHandler.ts';
import { tellEndings } from '../../platform/commands/tellEndings.ts';
import type { ErrorPresenter } from '../../platform/errors/errorPresenter.ts';
import { quotedNames } from '../../platform/operationWords.ts';
import type { TreeModel } from '../../platform/tree/treeModel.ts';
import type { PlannedChange } from './changeWords.ts';
import type { SparkPoolPlace } from './contributions.ts';
import { readSparkPool, sparkPoolNode } from './sparkPoolNodes.ts';
import { changedPool, sameSettings, settingsOf, type SparkPoolChange } from './sparkPoolSettings.ts';

export interface SparkPoolsParts {
  readonly model: TreeModel;
  readonly errors: ErrorPresenter;
}

export interface AgreedChange {
  readonly change: SparkPoolChange;
  /** Sends `force=true`, which stops what runs on the pools. */
  readonly stopJobs: boolean;
  /** The same for one pool once more, after a new question: what failed changes nothing that a repetition could spoil. */
  readonly again: (target: Target<SparkPoolPlace>) => Promise<void>;
}

export interface PlannedTarget extends PlannedChange {
  readonly target: Target<SparkPoolPlace>;
}

/**
 * Makes an agreed change on the pools side by side and follows it.
 *
 * @throws the error of the only pool's change
 */
export async function applyChange(
  { model, errors }: SparkPoolsParts,
  plan: readonly PlannedTarget[],
  { change, stopJobs, again }: AgreedChange,
): Promise<void> {
  const planned = new Map(plan.map(({ target, before }) => [target, before]));
  const endings = await changeRows(
    model,
    plan.map(({ target }) => target),
    {
      title:
        plan.length === 1
          ? vscode.l10n.t('Changing Apache Spark pool {0}', plan[0]?.name ?? '')
          : vscode.l10n.t('Changing {0} Apache Spark pools', plan.length),
      look: ({ data }, signal) => readSparkPool(data, data.name, signal),
      run: async (target, options) => {
        const { connection, workspace, name } = target.data;
        const address = { ...workspace, bigDataPoolName: name };
        const pool = await connection.rest.call(BigDataPools.get, address, options);
        const before = planned.get(target);
        if (before && !sameSettings(settingsOf(pool), before)) {
          throw new Error(
            vscode.l10n.t('Apache Spark pool {0} was changed in the meantime. Look at it and try again.', name),
          );
        }
        const about = { title: vscode.l10n.t('Change Apache Spark pool {0}', name), again: () => again(target) };
        const body = changedPool(pool, change);
        const query = stopJobs ? { query: { force: true } } : {};
        const result = await connection.rest.run(
          BigDataPools.createOrUpdate,
          { ...address, body, ...query },
          { ...options, about },
        );
        return sparkPoolNode(target.data, result);
      },
    },
  );
  tellEndings(
    errors,
    endings,
    {
      done: ([name = '', ...more]) =>
        more.length === 0
          ? vscode.l10n.t('Apache Spark pool {0} is changed.', name)
          : vscode.l10n.t('Apache Spark pools {0} are changed.', quotedNames([name, ...more])),
      goesOn: (names) => vscode.l10n.t('Azure goes on changing {0}. The explorer follows it.', quotedNames(names)),
      failed: (names) => vscode.l10n.t('Not changed: {0}', quotedNames(names)),
    },
    (node) => node !== undefined && !node.poll,
  );
}
