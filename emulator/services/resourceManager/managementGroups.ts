import type { Route } from '../../http/routes.ts';
import { groupRoutes } from '../../resources/groupRoutes.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import type { Context } from '../context.ts';
import { integrationRuntimes } from '../integrationRuntimes/integrationRuntimes.ts';
import { runtimeActions } from '../integrationRuntimes/runtimeActions.ts';
import { runtimeNodes } from '../integrationRuntimes/runtimeNodes.ts';
import { sqlPoolGroups } from '../sqlPool/sqlPoolGroups.ts';
import { activeDirectoryAdministrators } from './activeDirectoryAdministrators.ts';
import { managedIdentitySettings } from './managedIdentitySettings.ts';

/** Operation groups of the management plane that are declared as data. */
const groups: readonly ResourceGroup[] = [
  activeDirectoryAdministrators,
  managedIdentitySettings,
  integrationRuntimes,
  runtimeNodes,
  runtimeActions,
  ...sqlPoolGroups,
];

export function managementGroupRoutes(context: Context): Route[] {
  return groups.flatMap((group) => groupRoutes(context, group));
}
