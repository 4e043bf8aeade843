import type { Workspace } from '../../store/model.ts';
import type { NewResource } from '../../store/resources.ts';
import { isObject } from '../requestBody.ts';
import type { Keeps } from './keeps.ts';

/*
 * What belongs to every workspace and is the service's own: two linked services (recording azure-cli.linked_service.json)
 * and the credential of its managed identity.
 */

export function managedLinkedServices({ name, properties }: Workspace): NewResource[] {
  const storage = isObject(properties.defaultDataLakeStorage) ? properties.defaultDataLakeStorage : {};
  const connectVia = { referenceName: 'AutoResolveIntegrationRuntime', type: 'IntegrationRuntimeReference' };
  const connectionString = `Data Source=tcp:${name}.sql.azuresynapse.net,1433;Initial Catalog=@{linkedService().DBName}`;
  return [
    {
      name: `${name}-WorkspaceDefaultSqlServer`,
      members: {
        properties: {
          typeProperties: { connectionString },
          parameters: { DBName: { type: 'String' } },
          type: 'AzureSqlDW',
          connectVia,
        },
      },
    },
    {
      name: `${name}-WorkspaceDefaultStorage`,
      members: { properties: { typeProperties: { url: storage['accountUrl'] }, type: 'AzureBlobFS', connectVia } },
    },
  ];
}

export function managedCredentials(): NewResource[] {
  return [{ name: 'WorkspaceSystemIdentity', members: { properties: { type: 'ManagedIdentity' } } }];
}

/**
 * Why these cannot be changed (azure-docs#71026).
 *
 * @param kind in words: `linked service`
 */
export function keepsManaged(kind: string, own: (workspace: Workspace) => readonly NewResource[]): Keeps {
  return {
    toldBy: 'managed-artifact',
    reason: ({ name, place: { workspace } }) => {
      if (own(workspace).every((each) => each.name.toLowerCase() !== name.toLowerCase())) return undefined;
      const message = `The ${kind} ${name} is managed by the workspace ${workspace.name} and cannot be updated.`;
      return { code: 'ResourceNotUpdatable', message };
    },
  };
}
