import { armDialect } from '../../resources/dialects.ts';
import { later } from '../../resources/endings.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { choice, members } from '../../resources/members.ts';
import { oneOf } from '../../resources/names.ts';
import { inWorkspace } from '../../resources/parents.ts';
import type { Workspace } from '../../store/model.ts';
import { objectMember, type JsonObject } from '../requestBody.ts';

const grant = (state: JsonObject): { properties: JsonObject } => ({
  properties: { grantSqlControlToManagedIdentity: state },
});

const stored = members({ desiredState: choice('Enabled', 'Disabled') });

/**
 * Whether the workspace's managed identity has control of the SQL pools. 201 with Azure-AsyncOperation alone, and a state on
 * its way (semantics of the recorded service; the specification is `managedIdentitySqlControlSettings` of workspace.json).
 */
export const managedIdentitySettings: ResourceGroup<Workspace> = {
  parent: inWorkspace,
  path: 'managedIdentitySqlControlSettings',
  parameter: 'managedIdentitySqlControlSettingsName',
  names: oneOf('default'),
  dialect: armDialect,
  initial: () => [{ name: 'default', members: grant({ desiredState: 'Disabled', actualState: 'Disabled' }) }],
  get: { id: 'WorkspaceManagedIdentitySqlControlSettings_Get' },
  put: {
    id: 'WorkspaceManagedIdentitySqlControlSettings_CreateOrUpdate',
    members: (sent) => {
      const asked = objectMember(objectMember(sent, 'properties') ?? {}, 'grantSqlControlToManagedIdentity') ?? {};
      const { desiredState = 'Disabled' } = stored(asked);
      return grant({ desiredState, actualState: desiredState });
    },
    ends: later({
      status: 201,
      urls: ['status'],
      body: 'resource',
      meanwhile: (wanted) => {
        const state = objectMember(objectMember(wanted, 'properties') ?? {}, 'grantSqlControlToManagedIdentity') ?? {};
        const actualState = state['desiredState'] === 'Enabled' ? 'Enabling' : 'Disabling';
        return grant({ ...state, actualState });
      },
    }),
  },
};
