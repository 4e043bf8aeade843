import { randomUUID } from 'node:crypto';
import { ServiceError } from '../../http/serviceError.ts';
import { artifactDialect, type Dialect } from '../../resources/dialects.ts';
import { atOnce, type Ending } from '../../resources/endings.ts';
import type { Parent, ResourceGroup } from '../../resources/group.ts';
import { matching } from '../../resources/names.ts';
import { atEndpoint, parameterOf } from '../../resources/parents.ts';
import type { Workspace } from '../../store/model.ts';
import { isObject, objectMember, stringMember } from '../requestBody.ts';

/** An error of the service behind, as text in a message that says no more. */
function unknownError(status: number, message: string): ServiceError {
  const inner = { CorrelationId: randomUUID(), StatusCode: status, Message: message };
  return new ServiceError(status, 'UnknownError', JSON.stringify(inner));
}

const dialect: Dialect = {
  ...artifactDialect,
  etags: false,
  deletesMissing: 'no-content',
  otherCase: 'same',
  notFound: ({ name }) => unknownError(404, `The managed private endpoint ${name} was not found.`),
  refused: (status, code, message) => unknownError(status, `${code}: ${message}`),
};

const endpoint = atEndpoint({
  read: 'read',
  write: 'managedPrivateEndpoints/write',
  delete: 'managedPrivateEndpoints/delete',
});

/** A workspace's only managed network, `default`, where it has one. */
const inNetwork: Parent<Workspace> = {
  ...endpoint,
  path: '/managedVirtualNetworks/{managedVirtualNetworkName}',
  type: `${endpoint.type}/managedVirtualNetworks`,
  find: (call, context, asked) => {
    const place = endpoint.find(call, context, asked);
    const asName = parameterOf(call, 'managedVirtualNetworkName');
    const { managedVirtualNetwork: name } = place.workspace.properties;
    if (name?.toLowerCase() === asName.toLowerCase())
      return { ...place, id: `${place.id}/managedVirtualNetworks/${name}` };
    throw unknownError(404, `The workspace has no managed virtual network '${asName}'.`);
  },
};

/** 202 without a body, and it is gone. */
const removed: Ending = (change) => {
  change.carryOut(change.place.context.clock());
  return { status: 202 };
};

/**
 * Private endpoints from the workspace's managed network to other resources: specification `managedPrivateEndpoints.json`. Whoever
 * owns the other end has to approve the connection, which nobody does here: it stays pending.
 */
export const managedPrivateEndpoints: ResourceGroup<Workspace> = {
  parent: inNetwork,
  path: 'managedPrivateEndpoints',
  parameter: 'managedPrivateEndpointName',
  names: matching(/^[^/\\\p{Cc}]{1,64}$/u, 'must have 1 to 64 characters, none of them a slash.'),
  dialect,
  initial: (workspace) => workspace.artifacts('managedPrivateEndpoints'),
  shape: ({ place, resource }) => {
    const { operations, clock } = place.context;
    const properties = isObject(resource.members['properties']) ? resource.members['properties'] : {};
    const isReady = resource.changed + operations.duration <= clock();
    return {
      properties: {
        name: resource.name,
        ...properties,
        provisioningState: isReady ? 'Succeeded' : 'Provisioning',
        connectionState: properties['connectionState'] ?? { status: 'Pending', description: '', actionsRequired: '' },
      },
    };
  },
  // As the specification's example ends.
  list: { id: 'ManagedPrivateEndpoints_List', end: { nextLink: '' } },
  get: { id: 'ManagedPrivateEndpoints_Get' },
  put: {
    id: 'ManagedPrivateEndpoints_Create',
    members: (sent, { existing }) => {
      const properties = objectMember(sent, 'properties') ?? {};
      if (!stringMember(properties, 'privateLinkResourceId')) {
        throw unknownError(400, "BadRequest: 'privateLinkResourceId' is required.");
      }
      const { connectionState, ...kept } = properties;
      const former = isObject(existing?.members['properties'])
        ? existing.members['properties']['connectionState']
        : undefined;
      const state = former ?? (isObject(connectionState) ? { ...connectionState, status: 'Pending' } : undefined);
      return { properties: { ...kept, ...(state !== undefined && { connectionState: state }) } };
    },
    ends: atOnce(),
  },
  remove: { id: 'ManagedPrivateEndpoints_Delete', ends: removed },
};
