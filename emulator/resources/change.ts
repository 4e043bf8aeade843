import type { ErrorDetail, ServiceError } from '../http/serviceError.ts';
import type { Operation, OperationStart } from '../longRunning/operations.ts';
import type { RunningWrites } from '../longRunning/runningWrites.ts';
import type { Members, Resource, ResourceCollection } from '../store/resources.ts';
import type { Place, ResourceGroup } from './group.ts';
import { bodyOf, spokenOf } from './shapes.ts';

/** A change that the rules of its group allow. An ending decides when it is carried out, and what is answered meanwhile. */
export interface Change {
  readonly kind: 'create' | 'update' | 'rename' | 'delete';
  readonly group: ResourceGroup;
  readonly place: Place;
  /** Name of the resource as it is now, or will be. */
  readonly name: string;
  /** What is there before. */
  readonly existing: Resource | undefined;
  /** What will be there, if everything goes well. */
  readonly wanted: Resource | undefined;
  /** Does it. @param now milliseconds since 1970 @param members instead of those that are wanted */
  carryOut(now: number, members?: Members): Resource | undefined;
  /** Puts back what was there before. */
  undo(): void;
  /** The resource as a GET answers it. */
  body(resource: Resource): object;
  /**
   * Begins a long-running operation, alone at its resource as the switch `concurrent-writes` says. An obstacle of its own
   * comes before those that the rules of the group find at the end.
   */
  start(operation: Omit<OperationStart, 'after' | 'fails'>): Operation;
}

interface ChangeParts extends Pick<Change, 'kind' | 'group' | 'place' | 'name' | 'existing' | 'wanted'> {
  readonly collection: ResourceCollection;
  readonly running: RunningWrites;
  /** Asked when the operation ends. */
  readonly obstacle?: (() => ErrorDetail | undefined) | undefined;
}

export function changeOf(parts: ChangeParts): Change {
  const { kind, group, place, name, existing, wanted, collection, running, obstacle } = parts;
  const { call, context } = place;
  const names = kind === 'rename' && wanted !== undefined ? [name, wanted.name] : [name];
  return {
    ...parts,
    carryOut: (now, members) => {
      if (kind === 'delete') collection.delete(name);
      if (wanted === undefined) return undefined;
      // By then another operation may have made it, or changed it: its record goes on.
      const former = collection.get(name) ?? existing;
      if (kind === 'rename') collection.delete(name);
      const kept = kind === 'rename' && members === undefined ? (former ?? wanted).members : wanted.members;
      const made = collection.made(wanted.name, members ?? kept, now, former ?? wanted);
      collection.store(made);
      return made;
    },
    undo: () => {
      if (wanted !== undefined) collection.delete(wanted.name);
      if (existing !== undefined) collection.store(existing);
    },
    body: (resource) => bodyOf(group, { place, resource }),
    start: (operation) => {
      const ids = names.map((each) => spokenOf(group, place, each).id);
      const after = running.admit(ids, (id) => busy(group, place, names[ids.indexOf(id)] ?? name));
      const started = context.operations.start({
        ...operation,
        after,
        fails: call.operationFails,
        obstacle: () => operation.obstacle?.() ?? obstacle?.(),
      });
      running.started(started, ids);
      return started;
    },
  };
}

function busy(group: ResourceGroup, place: Place, name: string): ServiceError {
  const text = `Another operation on '${name}' is in progress.`;
  return group.dialect.refused(409, 'Conflict', text, spokenOf(group, place, name));
}
