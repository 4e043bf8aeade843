import { ServiceError } from '../../http/serviceError.ts';
import { armDialect } from '../../resources/dialects.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { choice, properties, required } from '../../resources/members.ts';
import { oneOf } from '../../resources/names.ts';
import { inSqlPool } from '../../resources/parents.ts';
import type { SqlPool } from '../../store/model.ts';
import { regionName } from './regionNames.ts';

/** Transparent data encryption. A PUT is answered without the location (recording azure-cli.sql_pool_tde.json). */
export const encryption: ResourceGroup<SqlPool> = {
  parent: inSqlPool,
  path: 'transparentDataEncryption',
  parameter: 'transparentDataEncryptionName',
  names: oneOf('current'),
  // This one operation declares the older shape of errors.
  dialect: {
    ...armDialect,
    notFound: ({ name }) => new ServiceError(404, 'NotFound', `There is no '${name}'.`, { flat: true }),
  },
  initial: () => [{ name: 'current', members: { properties: { status: 'Enabled' } } }],
  shape: ({ place: { owner }, resource }) => ({ location: regionName(owner.location), ...resource.members }),
  list: { id: 'SqlPoolTransparentDataEncryptions_List' },
  get: { id: 'SqlPoolTransparentDataEncryptions_Get' },
  put: {
    id: 'SqlPoolTransparentDataEncryptions_CreateOrUpdate',
    members: properties({ status: required(choice('Enabled', 'Disabled')) }),
    ends: (change) => {
      const resource = change.carryOut(change.place.context.clock());
      return { status: 200, body: { ...(resource && change.body(resource)), location: null } };
    },
  },
};
