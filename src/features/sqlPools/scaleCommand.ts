import * as vscode from 'vscode';
import { SqlPools } from '../../api/synapse/sqlPools.generated.ts';
import { runWizard } from '../../platform/azext/wizard.ts';
import { plainText } from '../../platform/plainText.ts';
import { changePools, type PoolsParts, type PoolTarget } from './changePools.ts';
import { resumePool } from './powerCommands.ts';
import { powerStateOf } from './public.ts';
import { scaleConsequences, sizeChoices } from './scaleWords.ts';
import type { SqlPoolSize } from './sqlPoolSizes.ts';

/** Asks for a size, names what the change costs and breaks, and follows it. @throws CancellationError */
export async function scalePool(parts: PoolsParts, target: PoolTarget): Promise<void> {
  const { pool, workspace } = target.data;
  let chosen: SqlPoolSize | undefined;
  await runWizard(vscode.l10n.t('Scale dedicated SQL pool {0}', pool.name), [
    {
      ask: async (ui) => {
        chosen = await ui.choose({
          placeholder: vscode.l10n.t('Size of {0} in workspace {1}', pool.name, workspace.workspaceName),
          choices: sizeChoices(pool.size),
        });
      },
    },
  ]);
  if (chosen) await scaleTo(parts, target, chosen);
}

async function scaleTo(parts: PoolsParts, target: PoolTarget, size: SqlPoolSize): Promise<void> {
  if ((await agree(target, size)) === 'resumeFirst' && !(await resumePool(parts, target))) return;
  await changePools(parts, [target], {
    title: vscode.l10n.t('Scaling SQL pool {0} to {1}', target.data.pool.name, size.name),
    run: ({ data }, options) => {
      const { connection, workspace, pool } = data;
      return connection.rest.run(
        SqlPools.update,
        { ...workspace, sqlPoolName: pool.name, body: { sku: { name: size.name } } },
        {
          ...options,
          about: {
            title: vscode.l10n.t('Scale SQL pool {0} to {1}', pool.name, size.name),
            again: () => scaleTo(parts, target, size),
          },
        },
      );
    },
    reached: (pool) => pool.size === size.name && powerStateOf(pool.status) !== 'changing',
    words: {
      done: ([name = '']) => vscode.l10n.t('SQL pool {0} has the size {1} now.', name, size.name),
      goesOn: ([name = '']) =>
        vscode.l10n.t('Azure goes on scaling SQL pool {0} to {1}. The explorer follows it.', name, size.name),
      failed: ([name = '']) => vscode.l10n.t('Not scaled: {0}', name),
    },
  });
}

/**
 * Asks in a modal dialog. Nobody could verify that a paused pool takes a new size, so for such a pool both ways are
 * offered.
 */
async function agree({ data }: PoolTarget, size: SqlPoolSize): Promise<'now' | 'resumeFirst'> {
  const { pool, workspace } = data;
  const paused = powerStateOf(pool.status) === 'paused';
  const scale = paused ? vscode.l10n.t('Scale while paused') : vscode.l10n.t('Scale');
  const resumeFirst = vscode.l10n.t('Resume, then scale');
  const question =
    pool.size === undefined
      ? vscode.l10n.t(
          'Scale dedicated SQL pool “{0}” of workspace “{1}” to {2}?',
          pool.name,
          workspace.workspaceName,
          size.name,
        )
      : vscode.l10n.t(
          'Scale dedicated SQL pool “{0}” of workspace “{1}” from {2} to {3}?',
          pool.name,
          workspace.workspaceName,
          pool.size,
          size.name,
        );
  const answer = await vscode.window.showWarningMessage(
    plainText(question),
    { modal: true, detail: plainText(scaleConsequences(pool.size, size, paused)) },
    ...(paused ? [resumeFirst] : []),
    scale,
  );
  if (answer === scale) return 'now';
  if (answer === resumeFirst) return 'resumeFirst';
  throw new vscode.CancellationError();
}
