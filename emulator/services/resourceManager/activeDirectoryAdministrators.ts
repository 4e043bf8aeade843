import { ServiceError } from '../../http/serviceError.ts';
import { armDialect } from '../../resources/dialects.ts';
import { later } from '../../resources/endings.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { properties, required, text } from '../../resources/members.ts';
import { oneOf } from '../../resources/names.ts';
import { inWorkspace } from '../../resources/parents.ts';
import type { Workspace } from '../../store/model.ts';

const ends = { status: 202, urls: ['status', 'result'] } as const;

/** The Microsoft Entra administrator of a workspace's SQL: recording azure-cli.sql_aad_admin.json. */
export const activeDirectoryAdministrators: ResourceGroup<Workspace> = {
  parent: inWorkspace,
  path: 'administrators',
  parameter: 'administratorName',
  names: oneOf('activeDirectory'),
  dialect: { ...armDialect, notFound: ({ name }) => sqlNotFound(name) },
  get: { id: 'WorkspaceAadAdmins_Get' },
  put: {
    id: 'WorkspaceAadAdmins_CreateOrUpdate',
    // Whatever is sent as the type, it comes back with a capital.
    members: properties({
      administratorType: () => 'ActiveDirectory',
      login: required(text),
      sid: required(text),
      tenantId: required(text),
    }),
    ends: later(ends),
  },
  remove: { id: 'WorkspaceAadAdmins_Delete', ends: later({ ...ends, result: 204 }) },
};

/** Azure SQL's own words and shape come through. */
function sqlNotFound(name: string): ServiceError {
  const message = `Server administrator with name '${name}' does not exist. To continue, specify a valid server administrator name or add a new server administrator.`;
  const body = { code: 'NotFound', message, target: null, details: [], innererror: [] };
  return new ServiceError(404, 'NotFound', message, { body });
}
