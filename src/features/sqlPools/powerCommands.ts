import * as vscode from 'vscode';
import { SqlPools } from '../../api/synapse/sqlPools.generated.ts';
import type { Targets } from '../../platform/commands/commandHandler.ts';
import { confirm } from '../../platform/confirm.ts';
import { quotedNames } from '../../platform/operationWords.ts';
import { changePools, type PoolChange, type PoolsParts, type PoolTarget } from './changePools.ts';
import { pauseWords, type PowerWords, resumeWords } from './powerWords.ts';
import { type DedicatedPoolPlace, type PowerState, powerStateOf } from './public.ts';

type PoolTargets = Targets<DedicatedPoolPlace>;

interface PowerVerb {
  readonly operation: typeof SqlPools.pause | typeof SqlPools.resume;
  /** The state that it leads to. */
  readonly goal: PowerState;
  readonly words: PowerWords;
}

const pause = (): PowerVerb => ({ operation: SqlPools.pause, goal: 'paused', words: pauseWords() });
const resume = (): PowerVerb => ({ operation: SqlPools.resume, goal: 'online', words: resumeWords() });

/** Asks, then pauses the pools side by side. @throws CancellationError unless it is confirmed */
export const pausePools = (parts: PoolsParts, targets: PoolTargets): Promise<void> => ask(parts, targets, pause());

/** Asks, then resumes the pools side by side. @throws CancellationError unless it is confirmed */
export const resumePools = (parts: PoolsParts, targets: PoolTargets): Promise<void> => ask(parts, targets, resume());

/** Resumes a pool whose resumption has been agreed to. @returns whether it is online */
export const resumePool = (parts: PoolsParts, target: PoolTarget): Promise<boolean> =>
  changePools(parts, [target], changeOf(parts, [target], resume()));

async function ask(parts: PoolsParts, { targets, leftOut }: PoolTargets, verb: PowerVerb): Promise<void> {
  const { words } = verb;
  const [first, ...more] = targets;
  if (!first) return;
  const { pool, workspace } = first.data;
  await confirm({
    message: more.length === 0 ? words.question(pool.name, workspace.workspaceName) : words.questions(targets.length),
    detail: [
      ...(more.length === 0 ? [] : [targets.map(lineOf).join('\n')]),
      words.consequences(targets.map(({ data }) => data.pool)),
      ...(leftOut.length === 0 ? [] : [words.leftOut(quotedNames(leftOut.map(({ label }) => label)))]),
    ].join('\n\n'),
    action: words.action,
  });
  await changePools(parts, targets, changeOf(parts, targets, verb));
}

function changeOf(parts: PoolsParts, targets: readonly PoolTarget[], verb: PowerVerb): PoolChange {
  const { operation, goal, words } = verb;
  return {
    title: targets.length === 1 ? words.title(targets[0]?.data.pool.name ?? '') : words.titles(targets.length),
    run: (target, options) => {
      const { connection, workspace, pool } = target.data;
      const title = words.about(pool.name);
      const again = (): Promise<void> => ask(parts, { targets: [target], leftOut: [] }, verb);
      const parameters = { ...workspace, sqlPoolName: pool.name };
      return connection.rest.run(operation, parameters, { ...options, about: { title, again } });
    },
    reached: ({ status }) => powerStateOf(status) === goal,
    words: {
      done: (names) => (names.length === 1 ? words.done(names[0] ?? '') : words.allDone(quotedNames(names))),
      goesOn: (names) => (names.length === 1 ? words.goesOn(names[0] ?? '') : words.allGoOn(quotedNames(names))),
      failed: (names) => words.failed(quotedNames(names)),
    },
  };
}

/** `SalesDW · DW1000c · contoso-sales` */
function lineOf({ data }: PoolTarget): string {
  const { pool, workspace } = data;
  const parts = [pool.name, ...(pool.size === undefined ? [] : [pool.size]), workspace.workspaceName];
  return vscode.l10n.t('• {0}', parts.join(' · '));
}
