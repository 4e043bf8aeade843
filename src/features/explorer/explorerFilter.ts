import * as vscode from 'vscode';
import type { Cloud } from '../../azure/cloud.ts';
import type { TenantAccess } from '../../platform/tenants.ts';
import type { Subscription } from './public.ts';
import { tenantKey } from './tenantKey.ts';

type Chosen = Pick<Subscription, 'tenantId' | 'subscriptionId' | 'displayName'>;

interface Stored {
  /** Keys of tenants that are not shown; new tenants are. */
  readonly hiddenTenants?: readonly string[];
  /** The subscriptions to show; absent for all. Names are kept, so that nothing has to be asked to show them. */
  readonly subscriptions?: readonly Chosen[];
}

/**
 * What the user wants to see, remembered for each cloud. It is applied before anything is asked: a tenant or a
 * subscription that is not shown costs no request.
 */
export class ExplorerFilter implements vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.onDidChange = this.#changed.event;
  }

  showsTenant(cloud: Cloud, tenant: TenantAccess): boolean {
    const { hiddenTenants = [], subscriptions } = this.#read(cloud);
    if (hiddenTenants.includes(tenantKey(tenant))) return false;
    return subscriptions === undefined || subscriptions.some(({ tenantId }) => sameId(tenantId, tenant.tenantId));
  }

  /** Whether anything is left out by choice. */
  isActive(cloud: Cloud): boolean {
    const { hiddenTenants = [], subscriptions } = this.#read(cloud);
    return hiddenTenants.length > 0 || subscriptions !== undefined;
  }

  isHidden(cloud: Cloud, tenant: TenantAccess): boolean {
    return this.#read(cloud).hiddenTenants?.includes(tenantKey(tenant)) === true;
  }

  /** The subscriptions of a tenant to show; undefined for all of them. */
  subscriptionsOf(cloud: Cloud, tenantId: string): readonly Chosen[] | undefined {
    return this.#read(cloud).subscriptions?.filter((subscription) => sameId(subscription.tenantId, tenantId));
  }

  showsSubscription(cloud: Cloud, { tenantId, subscriptionId }: Chosen): boolean {
    const chosen = this.subscriptionsOf(cloud, tenantId);
    return chosen === undefined || chosen.some((subscription) => sameId(subscription.subscriptionId, subscriptionId));
  }

  /**
   * Hides some of the tenants that were offered and shows the others; tenants that could not be offered stay as they
   * were.
   */
  async hideTenants(cloud: Cloud, hidden: readonly TenantAccess[], offered: readonly TenantAccess[]): Promise<void> {
    const stored = this.#read(cloud);
    const keys = new Set(offered.map(tenantKey));
    const kept = stored.hiddenTenants?.filter((key) => !keys.has(key)) ?? [];
    await this.#write(cloud, { ...stored, hiddenTenants: [...kept, ...hidden.map(tenantKey)] });
  }

  /** Shows only these of the subscriptions of some tenants; what was chosen in other tenants stays chosen. */
  async showOnly(
    cloud: Cloud,
    chosen: readonly Chosen[],
    offered: readonly Pick<TenantAccess, 'tenantId'>[],
  ): Promise<void> {
    const { subscriptions = [], ...stored } = this.#read(cloud);
    const kept = subscriptions.filter((one) => !offered.some(({ tenantId }) => sameId(tenantId, one.tenantId)));
    await this.#write(cloud, {
      ...stored,
      subscriptions: [...kept, ...chosen].map(({ tenantId, subscriptionId, displayName }) => ({
        tenantId,
        subscriptionId,
        displayName,
      })),
    });
  }

  /** Shows all subscriptions, also those that come later. */
  async showAll(cloud: Cloud): Promise<void> {
    const { hiddenTenants } = this.#read(cloud);
    await this.#write(cloud, { ...(hiddenTenants && { hiddenTenants }) });
  }

  /** Shows all tenants and all subscriptions. */
  async showEverything(cloud: Cloud): Promise<void> {
    await this.#write(cloud, {});
  }

  /** Forgets the choices for all clouds. */
  async forget(): Promise<void> {
    for (const key of this.#memory.keys()) if (key.startsWith(prefix)) await this.#memory.update(key, undefined);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #read(cloud: Cloud): Stored {
    return this.#memory.get<Stored>(prefix + cloud.name, {});
  }

  async #write(cloud: Cloud, stored: Stored): Promise<void> {
    await this.#memory.update(prefix + cloud.name, stored);
    this.#changed.fire();
  }
}

const prefix = 'filter/';

function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
