import { CaseInsensitiveMap } from '../store/caseInsensitiveMap.ts';
import type { ServiceError } from '../http/serviceError.ts';
import type { Unverified } from '../unverified.ts';
import type { Operation } from './operations.ts';

/** Which operation was the last to be accepted for each resource: what a second write meets before the first has ended. */
export class RunningWrites {
  readonly #last = new CaseInsensitiveMap<Operation>();
  readonly #rule: Unverified['concurrent-writes'];

  constructor({ 'concurrent-writes': rule }: Pick<Unverified, 'concurrent-writes'>) {
    this.#rule = rule;
  }

  /**
   * Lets a write in.
   *
   * @param ids of all resources that it changes
   * @param refusal the service's words for a resource that another write is at
   * @returns the operation that it has to wait for, if any
   * @throws ServiceError 409 where writes must not overlap
   */
  admit(ids: readonly string[], refusal: (id: string) => ServiceError): Operation | undefined {
    const running = ids.flatMap((id) => {
      const operation = this.#last.get(id);
      return operation?.status === 'InProgress' ? [{ id, operation }] : [];
    });
    const [first] = running;
    if (first === undefined || this.#rule === 'last-wins') return undefined;
    if (this.#rule === 'conflict') throw refusal(first.id);
    return running.map(({ operation }) => operation).reduce((a, b) => (a.endTime > b.endTime ? a : b));
  }

  /** Whether a write is at the resource. */
  isBusy(id: string): boolean {
    return this.#last.get(id)?.status === 'InProgress';
  }

  started(operation: Operation, ids: readonly string[]): void {
    for (const id of ids) this.#last.set(id, operation);
  }
}
