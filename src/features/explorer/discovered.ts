import type { Connection } from '../../platform/connection.ts';
import type { Identity, TenantAccess } from '../../platform/tenants.ts';
import type { SubscriptionWithWorkspaces } from './discovery.ts';
import type { Subscription, Workspace } from './public.ts';
import { tenantKey } from './tenantKey.ts';

/** What one tenant has answered. */
export interface TenantPart {
  readonly tenant: TenantAccess;
  /** Also subscriptions without workspaces; nothing where the tenant could not be read. */
  readonly found: readonly SubscriptionWithWorkspaces[];
  /** Why it could not be read. */
  readonly error?: unknown;
}

export interface DiscoveredWorkspace {
  readonly workspace: Workspace;
  readonly subscription: Subscription;
  readonly tenant: TenantAccess;
}

/**
 * What the tree's root has read, tenant by tenant as they answer. Whoever looks at workspaces in another way than the
 * tree (a list, a link, another grouping) looks here, and asks the service nothing.
 */
export class Discovered {
  readonly connection: Connection;
  /** All tenants of the connection, also hidden ones; undefined until they are listed. */
  tenants: readonly TenantAccess[] | undefined;
  /** Resolves when every tenant that is shown has answered; never when a newer reading has taken its place. */
  readonly done: Promise<void>;
  readonly #parts = new Map<string, TenantPart>();
  readonly #resolve: () => void;
  #isDone = false;

  constructor(connection: Connection) {
    this.connection = connection;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.done = promise;
    this.#resolve = resolve;
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  get parts(): readonly TenantPart[] {
    return [...this.#parts.values()];
  }

  get workspaces(): readonly DiscoveredWorkspace[] {
    return this.parts.flatMap(({ tenant, found }) =>
      found.flatMap(({ subscription, workspaces }) =>
        workspaces.map((workspace) => ({ workspace, subscription, tenant })),
      ),
    );
  }

  partOf(tenant: Identity): TenantPart | undefined {
    return this.#parts.get(tenantKey(tenant));
  }

  /** Also for a tenant that is read again by itself. */
  add(part: TenantPart): void {
    this.#parts.set(tenantKey(part.tenant), part);
  }

  end(): void {
    this.#isDone = true;
    this.#resolve();
  }
}
