import { armDialect } from '../../resources/dialects.ts';
import { atOnce } from '../../resources/endings.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { choice, properties, required } from '../../resources/members.ts';
import { oneOf } from '../../resources/names.ts';
import { inSqlPool } from '../../resources/parents.ts';
import type { SqlPool } from '../../store/model.ts';
import { objectMember } from '../requestBody.ts';
import { regionName } from './regionNames.ts';

/** Whether a copy of the backups lies in the paired region: specification `sqlPool.json`, not recorded. */
export const geoBackupPolicies: ResourceGroup<SqlPool> = {
  parent: inSqlPool,
  path: 'geoBackupPolicies',
  parameter: 'geoBackupPolicyName',
  names: oneOf('Default'),
  dialect: armDialect,
  initial: () => [{ name: 'Default', members: { properties: { state: 'Enabled' } } }],
  shape: ({ place: { owner }, resource }) => ({
    location: regionName(owner.location),
    properties: { ...objectMember(resource.members, 'properties'), storageType: 'Premium' },
  }),
  list: { id: 'SqlPoolGeoBackupPolicies_List' },
  get: { id: 'SqlPoolGeoBackupPolicies_Get' },
  put: {
    id: 'SqlPoolGeoBackupPolicies_CreateOrUpdate',
    members: properties({ state: required(choice('Enabled', 'Disabled')) }),
    ends: atOnce(),
  },
};
