import type { RunOptions } from '../../azure/restService.ts';
import { type Ending, runTogether } from '../runTogether.ts';
import type { TreeModel } from '../tree/treeModel.ts';
import type { TreeNode } from '../tree/treeNode.ts';
import type { Target } from './commandHandler.ts';

/** A long-running change of resources that stand in the tree. */
export interface RowChange<Data> {
  /** Of the progress: `Pausing SQL pool sales`. */
  readonly title: string;
  /** Makes the change and answers the row that its result makes; undefined where the result tells nothing. */
  readonly run: (target: Target<Data>, options: RunOptions) => Promise<TreeNode<Data> | undefined>;
  /** Reads what is true now. */
  readonly look: (target: Target<Data>, signal: AbortSignal) => Promise<TreeNode<Data>>;
}

/**
 * Makes a change on several rows side by side. From the moment that Azure has accepted it a row shows what is true and
 * is followed; whatever happens, it ends so. Never rejects.
 */
export async function changeRows<Data>(
  model: TreeModel,
  targets: readonly Target<Data>[],
  { title, run, look }: RowChange<Data>,
): Promise<Ending<TreeNode<Data> | undefined>[]> {
  const tasks = targets.map((target) => {
    const { entry, node } = target;
    let ended = false;
    const show = async (signal: AbortSignal): Promise<void> => {
      const seen = await look(target, signal);
      // A look that took longer than the rest of the change shows what was.
      if (!ended) model.replace(entry, seen);
    };
    return {
      name: node.label,
      run: async ({ onState, signal, ...options }: RunOptions) => {
        const looking = signal ?? new AbortController().signal;
        try {
          const now = await run(target, {
            ...options,
            signal: looking,
            onState: (state) => {
              onState?.(state);
              if (!entry.node.poll) void show(looking).catch(() => undefined);
            },
          });
          ended = true;
          if (now) model.replace(entry, now);
          return now;
        } catch (error) {
          // The task's own signal may be the reason why it has ended.
          await show(new AbortController().signal).catch(() => undefined);
          throw error;
        }
      },
    };
  });
  return await runTogether(title, tasks);
}
