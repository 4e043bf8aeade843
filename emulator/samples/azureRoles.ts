import { azureRoles } from '../services/authorization/azureRoles.ts';
import { resourceGroupId, workspaceId } from '../services/resourceManager/resourceIds.ts';
import type { Subscription, Tenant } from '../store/model.ts';
import type { Store } from '../store/store.ts';
import type { GuestPeople, People } from './people.ts';

/** Gives principals of a tenant Azure's own roles, by the role's name. */
function grant(store: Store, { directory }: Tenant, roleName: string, principalId: string, scope: string): void {
  const role = azureRoles.find(({ name }) => name === roleName);
  const principal = directory.get(principalId);
  if (role === undefined || principal === undefined) throw new Error(`The sample names nobody: ${roleName}`);
  store.azureRoles.add({ roleId: role.id, principalId, principalType: principal.type, scope });
}

/**
 * Contoso's: at the subscription, at a group and at a workspace, so that some are inherited. The sample's user owns what
 * is in rg-analytics-prod by way of a group, and so may give Synapse roles there even without having one.
 */
export function addContosoAzureRoles(store: Store, tenant: Tenant, subscription: Subscription, people: People): void {
  const root = `/subscriptions/${subscription.subscriptionId}`;
  const group = resourceGroupId(subscription, { name: 'rg-analytics-prod' });
  grant(store, tenant, 'Owner', people.bjorn, root);
  grant(store, tenant, 'Reader', people.analysts, root);
  grant(store, tenant, 'Owner', people.admins, group);
  grant(store, tenant, 'Contributor', people.pipelines, group);
  const sales = store.workspace('contoso-sales');
  if (sales) grant(store, tenant, 'Contributor', people.engineers, workspaceId(sales));
}

/** Fabrikam's: its guests only look. */
export function addFabrikamAzureRoles(
  store: Store,
  tenant: Tenant,
  subscription: Subscription,
  people: GuestPeople,
): void {
  const root = `/subscriptions/${subscription.subscriptionId}`;
  grant(store, tenant, 'Owner', people.tomas, root);
  grant(store, tenant, 'Reader', people.partners, root);
}
