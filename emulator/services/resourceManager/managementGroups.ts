import type { Route } from '../../http/routes.ts';
import { groupRoutes } from '../../resources/groupRoutes.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import type { Context } from '../context.ts';
import { activeDirectoryAdministrators } from './activeDirectoryAdministrators.ts';
import { managedIdentitySettings } from './managedIdentitySettings.ts';

/** Operation groups of the management plane that are declared as data. */
const groups: readonly ResourceGroup[] = [activeDirectoryAdministrators, managedIdentitySettings];

export function managementGroupRoutes(context: Context): Route[] {
  return groups.flatMap((group) => groupRoutes(context, group));
}
