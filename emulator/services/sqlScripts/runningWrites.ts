import type { Operation } from '../../longRunning/operations.ts';
import { CaseInsensitiveMap } from '../../store/caseInsensitiveMap.ts';
import type { Workspace } from '../../store/model.ts';
import type { Unverified } from '../../unverified.ts';
import { scriptError } from './scriptErrors.ts';

/** Which operation was the last to be accepted for each script: what a second write meets before the first has ended. */
export class RunningWrites {
  readonly #last = new CaseInsensitiveMap<Operation>();
  readonly #rule: Unverified['concurrent-writes'];

  constructor({ 'concurrent-writes': rule }: Pick<Unverified, 'concurrent-writes'>) {
    this.#rule = rule;
  }

  /**
   * Lets a write in.
   *
   * @param names of all scripts that it changes
   * @returns the operation that it has to wait for, if any
   * @throws ServiceError 409 where writes must not overlap
   */
  admit(workspace: Workspace, names: readonly string[]): Operation | undefined {
    const running = names.flatMap((name) => {
      const operation = this.#last.get(keyOf(workspace, name));
      return operation?.status === 'InProgress' ? [{ name, operation }] : [];
    });
    const [first] = running;
    if (first === undefined || this.#rule === 'last-wins') return undefined;
    if (this.#rule === 'conflict') {
      const message = `Another operation on '${first.name}' is in progress.`;
      throw scriptError(409, 'Conflict', message, workspace, first.name);
    }
    return running.map(({ operation }) => operation).reduce((a, b) => (a.endTime > b.endTime ? a : b));
  }

  started(operation: Operation, workspace: Workspace, names: readonly string[]): void {
    for (const name of names) this.#last.set(keyOf(workspace, name), operation);
  }
}

function keyOf(workspace: Workspace, name: string): string {
  return `${workspace.name}/${name}`;
}
