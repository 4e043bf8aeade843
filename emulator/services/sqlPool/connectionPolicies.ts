import { armDialect } from '../../resources/dialects.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { oneOf } from '../../resources/names.ts';
import { inSqlPool } from '../../resources/parents.ts';
import type { SqlPool } from '../../store/model.ts';
import { regionName } from './regionNames.ts';

/** How clients connect to the pool: specification `sqlPool.json`, whose example it follows; nothing can be changed. */
export const connectionPolicies: ResourceGroup<SqlPool> = {
  parent: inSqlPool,
  path: 'connectionPolicies',
  parameter: 'connectionPolicyName',
  names: oneOf('default'),
  dialect: armDialect,
  initial: ({ location }, workspace) => [
    {
      name: 'default',
      members: {
        location: regionName(location),
        properties: {
          securityEnabledAccess: 'Optional',
          proxyDnsName: `${workspace.name}.database.secure.windows.net`,
          proxyPort: '1433',
          visibility: 'Visible',
          useServerDefault: 'Enabled',
          redirectionState: 'Disabled',
          state: 'New',
        },
      },
    },
  ],
  get: { id: 'SqlPoolConnectionPolicies_Get' },
};
