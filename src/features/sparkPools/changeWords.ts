import * as vscode from 'vscode';
import { quotedNames } from '../../platform/operationWords.ts';
import { capacityOf } from './sparkPoolLimits.ts';
import { sameSettings, type SparkPoolSettings } from './sparkPoolSettings.ts';
import { autoPauseWords, nodeSizeWords, nodesWords } from './sparkPoolWords.ts';

/** What becomes of one pool. */
export interface PlannedChange {
  readonly name: string;
  readonly before: SparkPoolSettings;
  readonly after: SparkPoolSettings;
  /** Its last change failed: it is made also where the settings are told to be so already. */
  readonly unfinished: boolean;
}

/** What becomes different, what that costs and what it breaks. */
export function changeSummary(
  plan: readonly PlannedChange[],
  { stopJobs, already, leftOut }: { stopJobs: boolean; already: readonly string[]; leftOut: readonly string[] },
): string {
  const changes = plan.map((planned) => {
    const lines = differences(planned);
    return plan.length === 1 ? lines.join('\n') : [vscode.l10n.t('“{0}”', planned.name), ...lines].join('\n');
  });
  return [
    ...changes,
    costWords(plan),
    stopJobs
      ? vscode.l10n.t('Jobs and sessions that run on it are stopped; what they have not saved is lost.')
      : vscode.l10n.t('Jobs and sessions that run go on, and may keep the old settings until they end.'),
    ...(already.length === 0 ? [] : [vscode.l10n.t('Like that already: {0}', quotedNames(already))]),
    ...(leftOut.length === 0
      ? []
      : [vscode.l10n.t('Being changed or no Spark pool, and left alone: {0}', quotedNames(leftOut))]),
  ].join('\n\n');
}

/** A line for each setting that is not the same: `Nodes: 3–10 nodes → 5 nodes`. */
function differences({ before, after, unfinished }: PlannedChange): string[] {
  const line = (what: string, words: (settings: SparkPoolSettings) => string): string[] =>
    words(before) === words(after) ? [] : [vscode.l10n.t('{0}: {1} → {2}', what, words(before), words(after))];
  return [
    ...(unfinished ? [vscode.l10n.t('Its last change failed; all its settings are sent once more.')] : []),
    ...line(vscode.l10n.t('Node size'), ({ nodeSize }) => nodeSizeWords(nodeSize ?? '?')),
    ...line(vscode.l10n.t('Nodes'), nodesInFull),
    ...line(vscode.l10n.t('Auto-pause'), autoPauseWords),
  ];
}

function nodesInFull({ nodes }: SparkPoolSettings): string {
  return nodes.scaling === 'automatic' ? vscode.l10n.t('{0}, autoscale', nodesWords(nodes)) : nodesWords(nodes);
}

/** Nodes are charged while they run; so at the most for all virtual cores of all of them. */
function costWords(plan: readonly PlannedChange[]): string {
  const now = sumOf(plan.map(({ before }) => coresOf(before)));
  const then = sumOf(plan.map(({ after }) => coresOf(after)));
  const charged = vscode.l10n.t('Nodes are charged by virtual core and time while they run.');
  const idle = plan.some(({ before, after }) => after.pause === 'never' && !sameSettings(before, after))
    ? [vscode.l10n.t('Without auto-pause they run, and are charged, until the session is ended.')]
    : [];
  if (now === undefined || then === undefined || now === then) return [charged, ...idle].join(' ');
  const most =
    then > now
      ? vscode.l10n.t('It can cost more: up to {0} virtual cores instead of {1}.', then, now)
      : vscode.l10n.t('It can cost less: up to {0} virtual cores instead of {1}.', then, now);
  return [charged, most, ...idle].join(' ');
}

function coresOf({ nodeSize, nodes }: SparkPoolSettings): number | undefined {
  const capacity = capacityOf(nodeSize ?? '');
  return capacity && capacity[0] * (nodes.scaling === 'automatic' ? nodes.most : nodes.count);
}

function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce((sum, number) => (sum === undefined || number === undefined ? undefined : sum + number), 0);
}
