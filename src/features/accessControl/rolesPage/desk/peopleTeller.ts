import type { NamesGap, Principal, PrincipalDirectory } from '../../model/principal.ts';
import { nameText } from '../../people/nameText.ts';
import type { Person } from '../contract.ts';

export interface PeopleListener {
  readonly people: (people: Person[]) => void;
  /** Told once for each directory, however often names are missing. */
  readonly gap: (gap: NamesGap) => void;
}

/** Finds out who principals are, and tells it as it becomes known. */
export class PeopleTeller {
  readonly #listener: PeopleListener;
  /** Ids whose names were told or asked for. */
  readonly #seen = new Set<string>();
  #saidWhy = false;

  constructor(listener: PeopleListener) {
    this.#listener = listener;
  }

  /** Names arrive late: this returns at once. */
  tell(directory: PrincipalDirectory, ids: readonly string[], signal: AbortSignal): void {
    const fresh = [...new Set(ids)].filter((id) => !this.#seen.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) this.#seen.add(id);
    const known = fresh.map((id) => directory.known(id)).filter((principal) => principal !== undefined);
    if (known.length > 0) this.#listener.people(known.map(personOf));
    const missing = fresh.filter((id) => !directory.known(id));
    if (missing.length > 0) void this.#ask(directory, missing, signal);
  }

  sayWhy(gap: NamesGap): void {
    if (this.#saidWhy) return;
    this.#saidWhy = true;
    this.#listener.gap(gap);
  }

  /** Asks anew, and says anew why names are missing: the connection is another, or the page begins again. */
  reset(): void {
    this.#seen.clear();
    this.#saidWhy = false;
  }

  async #ask(directory: PrincipalDirectory, ids: readonly string[], signal: AbortSignal): Promise<void> {
    try {
      const { principals, gap } = await directory.resolve(ids, signal);
      if (principals.size > 0) this.#listener.people([...principals.values()].map(personOf));
      if (gap) this.sayWhy(gap);
    } catch {
      // Aborted: whoever reads anew asks anew.
      for (const id of ids) this.#seen.delete(id);
    }
  }
}

/** A principal as a page shows them. */
export function personOf(principal: Principal): Person {
  const { id, type, displayName, userPrincipalName, mail, appId, managedIdentity } = principal;
  const detail = userPrincipalName ?? mail ?? appId;
  return {
    id,
    type,
    name: nameText(displayName),
    ...(detail !== undefined && { detail }),
    ...(managedIdentity === true && { managed: true }),
  };
}
