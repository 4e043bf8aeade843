import * as vscode from 'vscode';
import { type BigDataPoolResourceInfo, BigDataPools } from '../../api/synapse/bigDataPools.generated.ts';
import { runWizard } from '../../platform/azext/wizard.ts';
import type { Target, Targets } from '../../platform/commands/commandHandler.ts';
import { confirm } from '../../platform/confirm.ts';
import { plainText } from '../../platform/plainText.ts';
import { applyChange, type PlannedTarget, type SparkPoolsParts } from './applyChange.ts';
import { changeOf, changeSteps, draftOf } from './changeWizard.ts';
import { changeSummary } from './changeWords.ts';
import type { SparkPoolPlace } from './contributions.ts';
import { changed, isIsolated, sameSettings, settingsOf, type SparkPoolChange } from './sparkPoolSettings.ts';

interface Wish {
  readonly change: SparkPoolChange;
  readonly stopJobs: boolean;
}

/** Asks once what is to become different, and makes the change on every pool that it is one for. @throws CancellationError */
export async function changeSparkPools(
  parts: SparkPoolsParts,
  { targets, leftOut }: Targets<SparkPoolPlace>,
): Promise<void> {
  const pools = await Promise.all(targets.map(({ data }) => readPool(data)));
  const settings = pools.map(settingsOf);
  const draft = draftOf(settings);
  await runWizard(titleOf(targets), changeSteps(draft, settings, pools.some(isIsolated)));
  await agreeAndApply(parts, { targets, leftOut }, pools, { change: changeOf(draft), stopJobs: draft.stopJobs });
}

/** The same wish once more, for a pool as it is now. */
async function tryAgain(parts: SparkPoolsParts, target: Target<SparkPoolPlace>, wish: Wish): Promise<void> {
  await agreeAndApply(parts, { targets: [target], leftOut: [] }, [await readPool(target.data)], wish);
}

/** @param pools As they are now. @throws CancellationError */
async function agreeAndApply(
  parts: SparkPoolsParts,
  { targets, leftOut }: Targets<SparkPoolPlace>,
  pools: readonly BigDataPoolResourceInfo[],
  wish: Wish,
): Promise<void> {
  const { change, stopJobs } = wish;
  const plan = targets.flatMap((target, index): PlannedTarget[] => {
    const pool = pools[index];
    if (!pool) return [];
    const before = settingsOf(pool);
    // A pool whose last change failed may tell the settings that it did not get.
    const unfinished = pool.properties?.provisioningState === 'Failed' && Object.keys(change).length > 0;
    return [{ target, name: target.data.name, before, after: changed(before, change), unfinished }];
  });
  const [same, different] = [true, false].map((wanted) =>
    plan.filter(({ before, after, unfinished }) => (!unfinished && sameSettings(before, after)) === wanted),
  );
  if (!same || !different || different.length === 0) {
    void vscode.window.showInformationMessage(
      plainText(vscode.l10n.t('Everything is like that already; nothing was changed.')),
    );
    return;
  }
  await confirm({
    message: questionOf(different),
    detail: changeSummary(different, {
      stopJobs,
      already: same.map(({ name }) => name),
      leftOut: leftOut.map(({ label }) => label),
    }),
    action: stopJobs ? vscode.l10n.t('Change and stop jobs') : vscode.l10n.t('Change'),
  });
  const again = (target: Target<SparkPoolPlace>): Promise<void> => tryAgain(parts, target, wish);
  await applyChange(parts, different, { change, stopJobs, again });
}

function readPool({ connection, workspace, name }: SparkPoolPlace): Promise<BigDataPoolResourceInfo> {
  return connection.rest.call(BigDataPools.get, { ...workspace, bigDataPoolName: name });
}

function titleOf([first, ...more]: readonly Target<SparkPoolPlace>[]): string {
  return more.length === 0
    ? vscode.l10n.t('Change Apache Spark pool {0}', first?.data.name ?? '')
    : vscode.l10n.t('Change {0} Apache Spark pools', more.length + 1);
}

function questionOf([first, ...more]: readonly PlannedTarget[]): string {
  return more.length === 0
    ? vscode.l10n.t(
        'Change Apache Spark pool “{0}” of workspace “{1}”?',
        first?.name ?? '',
        first?.target.data.workspace.workspaceName ?? '',
      )
    : vscode.l10n.t('Change {0} Apache Spark pools?', more.length + 1);
}
