import * as vscode from 'vscode';
import type { CallOptions } from '../../azure/restService.ts';
import { SqlPools } from '../../api/synapse/sqlPools.generated.ts';
import type { Target } from '../../platform/commands/commandHandler.ts';
import { type Confirmation, confirm } from '../../platform/confirm.ts';
import { isCancellation } from '../../platform/errors/cancellation.ts';
import { plainText } from '../../platform/plainText.ts';
import { withProgress } from '../../platform/progress.ts';
import type { TreeModel } from '../../platform/tree/treeModel.ts';
import type { InWorkspace } from '../explorer/public.ts';
import { type DedicatedPool, dedicatedPool, type PowerState, powerStateOf } from './dedicatedPool.ts';
import { dedicatedPoolNode, readDedicatedPool } from './sqlPoolNodes.ts';

type PoolTarget = Target<InWorkspace & { readonly pool: DedicatedPool }>;

interface PowerChange {
  readonly operation: typeof SqlPools.pause | typeof SqlPools.resume;
  readonly confirmation: Confirmation;
  readonly progress: string;
  /** The state that the change leads to, and what is said when it is reached. */
  readonly goal: PowerState;
  readonly done: string;
  /** Said when the user stops waiting: the service does not stop. */
  readonly goesOn: string;
}

export async function pausePool(model: TreeModel, target: PoolTarget): Promise<void> {
  const { name } = target.data.pool;
  const { workspaceName } = target.data.workspace;
  await changePower(model, target, {
    operation: SqlPools.pause,
    confirmation: {
      message: vscode.l10n.t('Pause dedicated SQL pool “{0}” of workspace “{1}”?', name, workspaceName),
      detail: vscode.l10n.t(
        'Running queries are cancelled, and nobody can connect until the pool is resumed. Compute is not charged while it is paused; storage is.',
      ),
      action: vscode.l10n.t('Pause'),
    },
    progress: vscode.l10n.t('Pausing SQL pool {0}', name),
    goal: 'paused',
    done: vscode.l10n.t('SQL pool {0} is paused.', name),
    goesOn: vscode.l10n.t('Azure goes on pausing SQL pool {0}. The explorer follows it.', name),
  });
}

export async function resumePool(model: TreeModel, target: PoolTarget): Promise<void> {
  const { name, size } = target.data.pool;
  const { workspaceName } = target.data.workspace;
  await changePower(model, target, {
    operation: SqlPools.resume,
    confirmation: {
      message: vscode.l10n.t('Resume dedicated SQL pool “{0}” of workspace “{1}”?', name, workspaceName),
      detail:
        size === undefined
          ? vscode.l10n.t('Compute is charged from now on.')
          : vscode.l10n.t('Compute at {0} is charged from now on.', size),
      action: vscode.l10n.t('Resume'),
    },
    progress: vscode.l10n.t('Resuming SQL pool {0}', name),
    goal: 'online',
    done: vscode.l10n.t('SQL pool {0} is online.', name),
    goesOn: vscode.l10n.t('Azure goes on resuming SQL pool {0}. The explorer follows it.', name),
  });
}

async function changePower(model: TreeModel, target: PoolTarget, change: PowerChange): Promise<void> {
  await confirm(change.confirmation);
  const { entry, data } = target;
  const { connection, workspace, pool } = data;
  const look = async (options?: CallOptions): Promise<void> => {
    model.replace(entry, await readDedicatedPool(data, pool.name, options?.signal ?? new AbortController().signal));
  };
  try {
    const answer = await withProgress(change.progress, (signal, report) =>
      connection.rest.run(
        change.operation,
        { ...workspace, sqlPoolName: pool.name },
        {
          signal,
          onState: (state) => {
            report(state);
            // From the moment that Azure has accepted the change, the row shows it and is followed.
            if (!entry.node.poll) void look({ signal }).catch(() => undefined);
          },
          onThrottled: ({ seconds }) => {
            report(vscode.l10n.t('Azure asks to wait for {0} seconds', seconds));
          },
        },
      ),
    );
    const now = dedicatedPool(answer);
    if (!now) return;
    model.replace(entry, dedicatedPoolNode(data, now));
    // The operation may end before the pool says so; then the row, which is followed, tells the end.
    if (powerStateOf(now.status) === change.goal) void vscode.window.showInformationMessage(plainText(change.done));
  } catch (error) {
    // Whatever happened, the row is to show what is true now.
    await look().catch(() => undefined);
    if (!isCancellation(error)) throw error;
    void vscode.window.showInformationMessage(plainText(change.goesOn));
  }
}
