import { ResourceGroups } from '../../api/arm/resourceGroups.ts';
import { Subscriptions } from '../../api/arm/subscriptions.generated.ts';
import { parseArmId } from '../../api/armId.ts';
import { Workspaces } from '../../api/synapse/workspaces.generated.ts';
import { locate } from '../../platform/locatedResource.ts';
import type { PropertiesReader } from '../resources/public.ts';
import { ResourceGroupKind } from './contributions.ts';
import { SubscriptionKind, WorkspaceKind } from './public.ts';

export const explorerProperties: readonly PropertiesReader[] = [
  {
    kind: SubscriptionKind,
    read: ({ rest }, { id, ...identity }, signal) => {
      const subscriptionId = parseArmId(id)?.subscriptionId;
      if (subscriptionId === undefined) throw new TypeError(`${JSON.stringify(id)} names no subscription.`);
      return rest.call(Subscriptions.get, { ...identity, subscriptionId }, { signal });
    },
  },
  {
    kind: ResourceGroupKind,
    read: ({ rest }, { id, ...identity }, signal) => {
      const { subscriptionId, resourceGroupName } = parseArmId(id) ?? {};
      if (subscriptionId === undefined || resourceGroupName === undefined) {
        throw new TypeError(`${JSON.stringify(id)} names no resource group.`);
      }
      return rest.call(ResourceGroups.get, { ...identity, subscriptionId, resourceGroupName }, { signal });
    },
  },
  {
    kind: WorkspaceKind,
    read: ({ rest }, address, signal) => rest.call(Workspaces.get, locate(address).workspace, { signal }),
  },
];
