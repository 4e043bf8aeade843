import { type DirectoryObject, Groups, ServicePrincipals, Users } from '../../../api/microsoftGraph/directory.ts';
import type { LookedUp, NamesGap, Principal, PrincipalType, Resolved } from '../model/principal.ts';
import type { DirectoryParts } from './directoryParts.ts';
import { gapOf } from './namesGap.ts';
import { principalOf } from './principalOf.ts';
import { readReference } from './reference.ts';
import { selects } from './searchPrincipals.ts';

/** Values of one `in (…)`, as Microsoft Graph allows (documentation of its `$filter`). */
const valuesPerFilter = 15;

/** Whom a value stands for, and where nobody could be asked about it. */
interface Found {
  readonly principals: Map<string, Principal>;
  gap?: NamesGap;
}

/**
 * What became of references. A GUID is an object id first, and else an application id, whose service principal is meant
 * then; an address is a user principal name or a mail of a user, or a group's mail.
 *
 * @param resolve object ids, as `PrincipalDirectory.resolve`
 */
export async function lookUpAll(
  parts: DirectoryParts,
  resolve: (ids: readonly string[]) => Promise<Resolved>,
  references: readonly string[],
  signal: AbortSignal,
): Promise<readonly LookedUp[]> {
  const read = references.map((reference) => ({ reference, what: readReference(reference) }));
  const ids = unique(read.flatMap(({ what }) => (what?.kind === 'id' ? [what.id] : [])));
  const names = unique(read.flatMap(({ what }) => (what?.kind === 'name' ? [what.name.toLowerCase()] : [])));
  const finder = new Finder(parts, signal);
  const [{ resolved, byAppId }, byName] = await Promise.all([
    idsAndApplications(finder, resolve, ids),
    finder.find(names, [
      { type: 'User', operation: Users.list, member: 'userPrincipalName' },
      { type: 'User', operation: Users.list, member: 'mail' },
      { type: 'Group', operation: Groups.list, member: 'mail' },
    ]),
  ]);
  signal.throwIfAborted();
  return read.map(({ reference, what }): LookedUp => {
    if (what === undefined) return { reference, found: 'unreadable' };
    if (what.kind === 'name') return answerOf(reference, byName.get(what.name.toLowerCase()), 'name');
    const principal = resolved.principals.get(what.id);
    if (principal) return { reference, found: 'one', principal, by: 'objectId' };
    if (resolved.gap) return { reference, found: 'unasked', gap: resolved.gap };
    return answerOf(reference, byAppId.get(what.id), 'appId');
  });
}

async function idsAndApplications(
  finder: Finder,
  resolve: (ids: readonly string[]) => Promise<Resolved>,
  ids: readonly string[],
): Promise<{ readonly resolved: Resolved; readonly byAppId: ReadonlyMap<string, Found> }> {
  const resolved: Resolved = ids.length === 0 ? { principals: new Map() } : await resolve(ids);
  const left = resolved.gap ? [] : ids.filter((id) => !resolved.principals.has(id));
  const place = { type: 'ServicePrincipal', operation: ServicePrincipals.list, member: 'appId' } as const;
  return { resolved, byAppId: await finder.find(left, [place]) };
}

function answerOf(reference: string, found: Found | undefined, by: 'appId' | 'name'): LookedUp {
  const principals = [...(found?.principals.values() ?? [])];
  const [principal, ...others] = principals;
  if (principal === undefined) {
    return found?.gap ? { reference, found: 'unasked', gap: found.gap } : { reference, found: 'none' };
  }
  return others.length > 0 ? { reference, found: 'several', principals } : { reference, found: 'one', principal, by };
}

/** A list, and the member in it that may have the value. */
interface Place {
  readonly type: PrincipalType;
  readonly operation: typeof Users.list | typeof Groups.list | typeof ServicePrincipals.list;
  readonly member: 'userPrincipalName' | 'mail' | 'appId';
}

class Finder {
  readonly #parts: DirectoryParts;
  readonly #signal: AbortSignal;

  constructor(parts: DirectoryParts, signal: AbortSignal) {
    this.#parts = parts;
    this.#signal = signal;
  }

  /** Looks in every place for every value. @param values in lower case */
  async find(values: readonly string[], places: readonly Place[]): Promise<ReadonlyMap<string, Found>> {
    const found = new Map<string, Found>(values.map((value) => [value, { principals: new Map() }]));
    const requests = places.flatMap((place) =>
      chunks(values, valuesPerFilter).map((chunk) => this.#findChunk(place, chunk, found)),
    );
    await Promise.all(requests);
    return found;
  }

  async #findChunk(place: Place, values: readonly string[], found: ReadonlyMap<string, Found>): Promise<void> {
    const { rest, identity } = this.#parts;
    const { type, operation, member } = place;
    const $filter = `${member} in (${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(',')})`;
    const query = { $filter, $select: selects[type] };
    try {
      for await (const { items } of rest.pages(operation, { ...identity, query }, { signal: this.#signal })) {
        for (const object of items) this.#add(object, place, found);
      }
    } catch (error) {
      const gap = gapOf(error);
      for (const value of values) {
        const entry = found.get(value);
        if (entry) entry.gap = gap;
      }
    }
  }

  #add(object: DirectoryObject, { type, member }: Place, found: ReadonlyMap<string, Found>): void {
    const principal = principalOf(object, type);
    const value = object[member]?.toLowerCase();
    if (principal && value !== undefined) found.get(value)?.principals.set(principal.id, principal);
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function chunks<Value>(values: readonly Value[], size: number): Value[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}
