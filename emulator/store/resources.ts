import { CaseInsensitiveMap } from './caseInsensitiveMap.ts';
import { etagOf } from './etag.ts';
import { idOf } from './ids.ts';

/** What goes over the wire of a resource, without what every resource has: `properties`, `location`, `tags`. */
export type Members = Readonly<Record<string, unknown>>;

export interface Resource {
  /** Of the resource itself, whatever it is called by and by; what belongs to it hangs on this object. */
  readonly identity: object;
  readonly name: string;
  /** Values may be `JsonText`, where a service gives back what was put to the digit. */
  readonly members: Members;
  readonly etag: string;
  /** What an artifact's record tells. Times are milliseconds since 1970. */
  readonly recordId: number;
  readonly artifactId: string;
  readonly created: number;
  readonly changed: number;
}

/** What a sample, or the service itself, has there from the beginning. */
export interface NewResource {
  readonly name: string;
  readonly members: Members;
}

/** The resources of one kind below one owner, by name without regard to case. Each change gives an etag of its own. */
export class ResourceCollection implements Iterable<Resource> {
  readonly #kind: string;
  readonly #resources = new CaseInsensitiveMap<Resource>();
  readonly #counter: { count: number };

  constructor(kind: string, counter: { count: number }) {
    this.#kind = kind;
    this.#counter = counter;
  }

  get size(): number {
    return this.#resources.size;
  }

  get(name: string): Resource | undefined {
    return this.#resources.get(name);
  }

  /** A resource that is not stored: what becomes of a PUT, or of a name. @param now milliseconds since 1970 */
  made(name: string, members: Members, now: number, former = this.get(name)): Resource {
    const count = (this.#counter.count += 1);
    return {
      identity: former?.identity ?? {},
      name,
      members,
      etag: etagOf(count, now),
      recordId: former?.recordId ?? 2_660_000 + count,
      // In capitals, as recorded.
      artifactId: former?.artifactId ?? idOf(this.#kind, name, String(count)).toUpperCase(),
      created: former?.created ?? now,
      changed: now,
    };
  }

  /** Stores a resource; one of the same name is replaced. */
  store(resource: Resource): void {
    this.#resources.set(resource.name, resource);
  }

  /** Makes and stores. */
  put(name: string, members: Members, now: number): Resource {
    const resource = this.made(this.get(name)?.name ?? name, members, now);
    this.store(resource);
    return resource;
  }

  delete(name: string): void {
    this.#resources.delete(name);
  }

  [Symbol.iterator](): Iterator<Resource> {
    return this.#resources[Symbol.iterator]();
  }
}

/** When what is there from the beginning was changed last. */
const beginning = Date.parse('2024-03-18T14:02:11.220Z');

/**
 * All resources that have no class of their own. They hang on their owner (a workspace, a pool, another resource's
 * `identity`), so that they go with it, and are made when they are first asked for, because a sample may have thousands.
 */
export class Resources {
  readonly #owners = new WeakMap<object, Map<string, ResourceCollection>>();
  readonly #counter = { count: 0 };

  /** @param initial what is there from the beginning; asked once for each owner */
  of(owner: object, kind: string, initial: () => Iterable<NewResource> = () => []): ResourceCollection {
    const anchor = 'identity' in owner && 'etag' in owner ? (owner as Resource).identity : owner;
    const kinds = this.#owners.get(anchor) ?? new Map<string, ResourceCollection>();
    this.#owners.set(anchor, kinds);
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const collection = new ResourceCollection(kind, this.#counter);
    kinds.set(kind, collection);
    for (const { name, members } of initial()) collection.put(name, members, beginning);
    return collection;
  }
}
