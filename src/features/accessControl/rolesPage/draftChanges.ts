import type { Draft, Wanted } from './contract.ts';

export const emptyDraft: Draft = { add: [], remove: [] };

/** The same for what gives the same principal the same role at the same scope, of which there can be only one. */
export function wantedKey({ principalId, roleId, scope }: Wanted): string {
  return [principalId, roleId, scope].join(' ').toLowerCase();
}

/** Wants more assignments; one that was to be removed is kept instead. */
export function withAdded(draft: Draft, more: readonly Wanted[]): Draft {
  const wishes = new Map(draft.add.map((each) => [wantedKey(each), each]));
  const removals = new Map(draft.remove.map((each) => [wantedKey(each), each]));
  for (const each of more) {
    const key = wantedKey(each);
    if (removals.delete(key)) continue;
    const { principalType = wishes.get(key)?.principalType } = each;
    wishes.set(key, { ...each, ...(principalType !== undefined && { principalType }) });
  }
  return { add: [...wishes.values()], remove: [...removals.values()] };
}

/** Wants assignments to go, once each. */
export function withRemoved(draft: Draft, rows: readonly (Wanted & { readonly id: string })[]): Draft {
  const removals = new Map(draft.remove.map((each) => [each.id, each]));
  for (const { id, principalId, principalType, roleId, scope } of rows) {
    const type = principalType === undefined ? {} : { principalType };
    removals.set(id, { id, principalId, ...type, roleId, scope });
  }
  return { add: draft.add, remove: [...removals.values()] };
}

/** Takes rows of the plan back, by their keys. */
export function without(draft: Draft, keys: ReadonlySet<string>): Draft {
  return {
    add: draft.add.filter((each) => !keys.has(wantedKey(each))),
    remove: draft.remove.filter((each) => !keys.has(removalKey(each.id))),
  };
}

/** Key of a removal in the plan: of one assignment, not of what it gives. */
export function removalKey(id: string): string {
  return `remove ${id}`;
}

/** Says of what type a principal is, where nobody else could tell. */
export function withType(draft: Draft, principalId: string, principalType: string): Draft {
  return {
    ...draft,
    add: draft.add.map((each) => (each.principalId === principalId ? { ...each, principalType } : each)),
  };
}

export function isEmpty({ add, remove }: Draft): boolean {
  return add.length === 0 && remove.length === 0;
}
