import { AzureRoleAssignments } from './azureRoles.ts';
import { CaseInsensitiveMap } from './caseInsensitiveMap.ts';
import type { Subscription, Tenant, Workspace } from './model.ts';
import { Resources } from './resources.ts';

/** All tenants, subscriptions and workspaces; changed by the services, filled by a sample. */
export class Store {
  readonly tenants = new CaseInsensitiveMap<Tenant>();
  readonly subscriptions = new CaseInsensitiveMap<Subscription>();
  /** What workspaces and pools have beside what the model names. */
  readonly resources = new Resources();
  /** Azure's own roles, which are not those of the workspaces. */
  readonly azureRoles = new AzureRoleAssignments();
  /** Workspace names are unique in the whole world, because they are host names. */
  readonly #workspaces = new CaseInsensitiveMap<Workspace>();

  workspace(name: string): Workspace | undefined {
    return this.#workspaces.get(name);
  }

  /** The workspace at this address, if it is there and nowhere else. */
  workspaceAt(subscriptionId: string, resourceGroupName: string, name: string): Workspace | undefined {
    return this.subscriptions.get(subscriptionId)?.resourceGroups.get(resourceGroupName)?.workspaces.get(name);
  }

  addWorkspace(workspace: Workspace): void {
    const subscription = this.subscriptions.get(workspace.subscriptionId);
    if (subscription === undefined) throw new Error(`No subscription ${workspace.subscriptionId}`);
    let group = subscription.resourceGroups.get(workspace.resourceGroupName);
    if (group === undefined) {
      group = { name: workspace.resourceGroupName, workspaces: new CaseInsensitiveMap() };
      subscription.resourceGroups.set(group.name, group);
    }
    group.workspaces.set(workspace.name, workspace);
    this.#workspaces.set(workspace.name, workspace);
  }

  removeWorkspace(workspace: Workspace): void {
    this.#workspaces.deleteValue(workspace.name, workspace);
    this.subscriptions
      .get(workspace.subscriptionId)
      ?.resourceGroups.get(workspace.resourceGroupName)
      ?.workspaces.deleteValue(workspace.name, workspace);
  }

  *workspacesOf(subscription: Subscription): Generator<Workspace> {
    for (const group of subscription.resourceGroups) yield* group.workspaces;
  }

  /** A tenant by id or by its default domain, as authorities may name it. */
  tenantNamed(idOrDomain: string): Tenant | undefined {
    const byId = this.tenants.get(idOrDomain);
    if (byId !== undefined) return byId;
    for (const tenant of this.tenants) {
      if (tenant.defaultDomain.toLowerCase() === idOrDomain.toLowerCase()) return tenant;
    }
    return undefined;
  }

  subscriptionsOf(tenantId: string): Subscription[] {
    return [...this.subscriptions].filter((subscription) => subscription.tenantId === tenantId);
  }
}
