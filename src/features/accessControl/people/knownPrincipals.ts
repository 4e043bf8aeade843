import type { Principal } from '../model/principal.ts';

/** Somebody who was not in the directory may be in it soon: a new enterprise application takes minutes to get there. */
const unknownForMs = 60_000;

/** What one directory has answered: principals stay, and that one is unknown holds for a minute. */
export class KnownPrincipals {
  readonly #principals = new Map<string, Principal>();
  /** When each was found to be unknown. */
  readonly #unknown = new Map<string, number>();
  readonly #now: () => number;

  /** @param now milliseconds, as `Date.now` */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param id in any case */
  get(id: string): Principal | undefined {
    return this.#principals.get(id.toLowerCase());
  }

  /** Whether there is nothing to ask about it. @param id in lower case */
  has(id: string): boolean {
    return this.#principals.has(id) || this.#now() - (this.#unknown.get(id) ?? -Infinity) < unknownForMs;
  }

  add(principal: Principal): void {
    this.#principals.set(principal.id, principal);
    this.#unknown.delete(principal.id);
  }

  addUnknown(id: string): void {
    this.#unknown.set(id, this.#now());
  }
}
