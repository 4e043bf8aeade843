import { abortable } from '../../../azure/abort.ts';
import { DirectoryObjects } from '../../../api/microsoftGraph/directory.ts';
import type { LookedUp, NamesGap, Principal, PrincipalDirectory, Resolved } from '../model/principal.ts';
import type { DirectoryParts } from './directoryParts.ts';
import { gapOf, NamesWithheldError } from './namesGap.ts';
import { KnownPrincipals } from './knownPrincipals.ts';
import { lookUpAll } from './lookUp.ts';
import { principalOf } from './principalOf.ts';
import { readReference } from './reference.ts';
import { searchPrincipals } from './searchPrincipals.ts';

/** As many as Microsoft Graph takes (reference of `directoryObject: getByIds`). */
const idsPerRequest = 1_000;
/** After a failure nobody is asked for that long, so that a tree without names does not ask with every row. */
const quietMs = 60_000;

/**
 * Names by Microsoft Graph. What several callers ask for at the same time goes into one request, and nobody is asked for
 * twice: a role's assignments name the same people as the next role's.
 */
export class GraphDirectory implements PrincipalDirectory {
  readonly #parts: DirectoryParts;
  readonly #now: () => number;
  readonly #known: KnownPrincipals;
  /** Ids that are asked for, with the request that will answer. */
  readonly #asking = new Map<string, Promise<NamesGap | undefined>>();
  #next: { readonly ids: Set<string>; readonly done: Promise<NamesGap | undefined> } | undefined;
  #failure: { readonly gap: NamesGap; readonly since: number } | undefined;

  constructor(parts: DirectoryParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#known = new KnownPrincipals(this.#now);
  }

  known(id: string): Principal | undefined {
    return this.#known.get(id);
  }

  /** Asks again at once, where a failure would have kept everybody from asking for a while. */
  forgetFailure(): void {
    this.#failure = undefined;
  }

  async resolve(ids: readonly string[], signal: AbortSignal): Promise<Resolved> {
    signal.throwIfAborted();
    const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
    const missing = wanted.filter((id) => !this.#known.has(id));
    const gap = missing.length === 0 ? undefined : (this.#recentGap() ?? (await this.#ask(missing, signal)));
    const found = wanted.map((id) => this.#known.get(id)).filter((principal) => principal !== undefined);
    return { principals: new Map(found.map((principal) => [principal.id, principal])), ...(gap && { gap }) };
  }

  async search(
    text: string,
    signal: AbortSignal,
  ): Promise<{ readonly principals: readonly Principal[]; readonly gap?: NamesGap }> {
    signal.throwIfAborted();
    if (readReference(text)?.kind === 'id') {
      const [answer] = await this.lookUp([text], signal);
      if (answer?.found === 'one') return { principals: [answer.principal] };
      return { principals: [], ...(answer?.found === 'unasked' && { gap: answer.gap }) };
    }
    const result = await searchPrincipals(this.#parts, text, signal);
    for (const principal of result.principals) this.#known.add(principal);
    return result;
  }

  async lookUp(references: readonly string[], signal: AbortSignal): Promise<readonly LookedUp[]> {
    signal.throwIfAborted();
    // Somebody waits for this answer: an earlier failure is no reason to give none.
    this.forgetFailure();
    const answers = await lookUpAll(this.#parts, (ids) => this.resolve(ids, signal), references, signal);
    for (const answer of answers) {
      if (answer.found === 'one') this.#known.add(answer.principal);
      if (answer.found === 'several') for (const principal of answer.principals) this.#known.add(principal);
    }
    return answers;
  }

  /** The groups that somebody is in, also by way of others; undefined where nobody can tell. */
  async groupsOf(id: string, signal: AbortSignal): Promise<readonly string[] | undefined> {
    const { rest, identity } = this.#parts;
    // Not only groups that are made for security: what Synapse goes by is not documented.
    const parameters = { ...identity, id, body: { securityEnabledOnly: false } };
    const groups: string[] = [];
    try {
      for await (const { items } of rest.pages(DirectoryObjects.getMemberGroups, parameters, { signal })) {
        groups.push(...items);
      }
      return groups;
    } catch {
      signal.throwIfAborted();
      return undefined;
    }
  }

  #recentGap(): NamesGap | undefined {
    if (this.#failure && this.#now() - this.#failure.since >= quietMs) this.#failure = undefined;
    return this.#failure?.gap;
  }

  /** Waits for all requests that answer these ids; they go on without this caller, because others may wait for them, too. */
  async #ask(ids: readonly string[], signal: AbortSignal): Promise<NamesGap | undefined> {
    const requests = new Set(ids.map((id) => this.#asking.get(id) ?? this.#enqueue(id)));
    const gaps = await abortable(Promise.all(requests), signal);
    return gaps.find((gap) => gap !== undefined);
  }

  #enqueue(id: string): Promise<NamesGap | undefined> {
    if (this.#next === undefined || this.#next.ids.size >= idsPerRequest) {
      const ids = new Set<string>();
      const next = { ids, done: this.#askSoon(ids) };
      this.#next = next;
    }
    const { ids, done } = this.#next;
    ids.add(id);
    this.#asking.set(id, done);
    return done;
  }

  async #askSoon(ids: ReadonlySet<string>): Promise<NamesGap | undefined> {
    // Until everybody who asks right now has asked.
    await new Promise(setImmediate);
    if (this.#next?.ids === ids) this.#next = undefined;
    try {
      return await this.#request([...ids]);
    } catch (error) {
      const gap = gapOf(error);
      this.#failure = { gap, since: this.#now() };
      return gap;
    } finally {
      for (const id of ids) this.#asking.delete(id);
    }
  }

  async #request(ids: readonly string[]): Promise<NamesGap | undefined> {
    const { rest, identity } = this.#parts;
    const body = { ids, types: ['user', 'group', 'servicePrincipal'] };
    const unknown = new Set(ids);
    let withheld = false;
    for await (const { items } of rest.pages(DirectoryObjects.getByIds, { ...identity, body })) {
      for (const object of items) {
        const principal = principalOf(object);
        if (principal) this.#known.add(principal);
        else withheld = true;
        unknown.delete(object.id?.toLowerCase() ?? '');
      }
    }
    for (const id of unknown) this.#known.addUnknown(id);
    return withheld ? { reason: 'refused', error: new NamesWithheldError() } : undefined;
  }
}
