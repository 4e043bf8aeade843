import type { RunOptions } from '../azure/restService.ts';
import { isCancellation } from './errors/cancellation.ts';
import { OperationProgress } from './operationProgress.ts';
import { withProgress } from './progress.ts';

/** A long-running change of one resource. */
export interface Task<Result> {
  /** The resource's name. */
  readonly name: string;
  /** Passes the options on to `RestService.run`. */
  readonly run: (options: RunOptions) => Promise<Result>;
}

/** How a task ended. `left`: somebody stopped waiting; what Azure has accepted goes on there. */
export type Ending<Result> = { readonly name: string } & (
  | { readonly outcome: 'done'; readonly result: Result }
  | { readonly outcome: 'failed'; readonly error: unknown }
  | { readonly outcome: 'left'; readonly accepted: boolean }
);

/**
 * Runs long-running changes side by side behind one progress with Cancel. A failure of one leaves the others alone: it
 * never rejects, and the endings are in the order of the tasks.
 */
export async function runTogether<Result>(title: string, tasks: readonly Task<Result>[]): Promise<Ending<Result>[]> {
  return await withProgress(title, async (signal, report) => {
    using progress = new OperationProgress(tasks.length, report);
    return await Promise.all(tasks.map((task) => end(task, signal, progress)));
  });
}

async function end<Result>(
  { name, run }: Task<Result>,
  signal: AbortSignal,
  progress: OperationProgress,
): Promise<Ending<Result>> {
  let accepted = false;
  try {
    const result = await run({
      signal,
      onState: (state) => {
        accepted = true;
        progress.state(state);
      },
      onThrottled: ({ seconds }) => {
        progress.wait(name, seconds);
      },
    });
    return { name, outcome: 'done', result };
  } catch (error) {
    return isCancellation(error) ? { name, outcome: 'left', accepted } : { name, outcome: 'failed', error };
  } finally {
    progress.ended();
  }
}
