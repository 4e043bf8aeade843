import type { Reply } from '../../http/exchange.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { accepted } from '../../longRunning/operationReplies.ts';
import { armDialect } from '../../resources/dialects.ts';
import type { GroupAction, Place, ResourceGroup } from '../../resources/group.ts';
import { anyName } from '../../resources/names.ts';
import { below } from '../../resources/parents.ts';
import { collectionOf } from '../../resources/shapes.ts';
import { idOf } from '../../store/ids.ts';
import type { Resource } from '../../store/resources.ts';
import { objectMember } from '../requestBody.ts';
import { workspaceId } from '../resourceManager/resourceIds.ts';
import { integrationRuntimes } from './integrationRuntimes.ts';
import { outboundEndpoints } from './outboundEndpoints.ts';
import { runtimeKeyActions } from './runtimeKeys.ts';
import { newestVersion, nodesOf, runtimeNodes, versionStatus } from './runtimeNodes.ts';
import { runtimePowerActions } from './runtimePower.ts';
import { kindOf, refuse, requireSelfHosted } from './runtimeState.ts';
import { runtimeStatus } from './runtimeStatus.ts';
import { ssisMetadataActions } from './ssisMetadata.ts';

/** All that can be asked of one integration runtime: specification `integrationRuntime.json`. */
export const runtimeActions: ResourceGroup<Resource> = {
  parent: below(integrationRuntimes),
  path: '',
  names: anyName,
  dialect: armDialect,
  groupActions: [
    ...runtimeKeyActions,
    ...runtimePowerActions,
    ...ssisMetadataActions,
    {
      id: 'IntegrationRuntimeStatus_Get',
      path: 'getStatus',
      asked: 'read',
      answer: ({ context, owner, workspace }) => ({ status: 200, body: runtimeStatus(context, owner, workspace) }),
    },
    { id: 'IntegrationRuntimeConnectionInfos_Get', path: 'getConnectionInfo', asked: 'read', answer: connectionInfo },
    { id: 'IntegrationRuntimeMonitoringData_List', path: 'monitoringData', asked: 'read', answer: monitoringData },
    {
      id: 'IntegrationRuntimeCredentials_Sync',
      path: 'syncCredentials',
      asked: 'write',
      answer: (place) =>
        onNodes(place, (node) => ({
          capabilities: { ...objectMember(node, 'capabilities'), credentialInSync: 'True' },
        })),
    },
    {
      id: 'IntegrationRuntimes_Upgrade',
      path: 'upgrade',
      asked: 'write',
      answer: (place) =>
        onNodes(place, () => ({ version: newestVersion, versionStatus: versionStatus(newestVersion) })),
    },
    {
      id: 'IntegrationRuntimes_ListOutboundNetworkDependenciesEndpoints',
      method: 'GET',
      path: 'outboundNetworkDependenciesEndpoints',
      asked: 'read',
      answer: ({ workspace }) => ({ status: 200, body: { value: outboundEndpoints(workspace.location) } }),
    },
    ...['enable', 'disable'].map(interactiveQuery),
  ],
};

function connectionInfo({ context, id, owner, workspace }: Place<Resource>): Reply {
  // This one operation declares the older shape of errors.
  requireSelfHosted(owner, { flat: true });
  const dispatcher = nodesOf(context, owner, workspace).find(({ isActiveDispatcher }) => isActiveDispatcher);
  if (dispatcher === undefined) {
    throw new ServiceError(400, 'BadRequest', `No node of '${owner.name}' is online.`, { flat: true });
  }
  const { version, hostServiceUri } = dispatcher;
  return {
    status: 200,
    body: {
      serviceToken: Buffer.from(idOf('service token', id)).toString('base64'),
      identityCertThumbprint: idOf('certificate', id).replaceAll('-', '').toUpperCase(),
      hostServiceUri,
      version,
      publicKey: Buffer.from(idOf('public key', id)).toString('base64'),
      isIdentityCertExprired: false,
    },
  };
}

/** Members as recorded; an idle machine, because nothing runs here. */
function monitoringData({ context, owner, workspace }: Place<Resource>): Reply {
  const online = nodesOf(context, owner, workspace).filter(({ status }) => status === 'Online');
  const nodes = online.map(({ nodeName, concurrentJobsLimit }) => ({
    nodeName,
    availableMemoryInMB: 33_941,
    cpuUtilization: 10,
    concurrentJobsLimit,
    concurrentJobsRunning: 0,
    sentBytes: 0.149_970_889_091_491_7,
    receivedBytes: 3.888_286_113_739_013_7,
  }));
  return { status: 200, body: { name: owner.name, queueLength: 0, averageQueueDuration: 0, nodes } };
}

/** 200 without a body (recorded). */
function onNodes(
  { context, owner, workspace }: Place<Resource>,
  change: (node: Resource['members']) => Resource['members'],
): Reply {
  requireSelfHosted(owner);
  const nodes = collectionOf(context, runtimeNodes, { owner, workspace });
  for (const node of [...nodes]) nodes.put(node.name, { ...node.members, ...change(node.members) }, context.clock());
  return { status: 200 };
}

/** Accepted with a Location that ends in nothing; not recorded, and nothing that is answered tells of it. */
function interactiveQuery(verb: string): GroupAction<Resource> {
  return {
    id: `IntegrationRuntimes_${verb.replace(/^./, (letter) => letter.toUpperCase())}InteractiveQuery`,
    path: `${verb}InteractiveQuery`,
    asked: 'write',
    answer: ({ call, context, owner, workspace }) => {
      if (kindOf(owner) !== 'Managed') throw refuse(400, 'BadRequest', `'${owner.name}' is not managed by Azure.`);
      const operation = context.operations.start({
        scopePath: workspaceId(workspace),
        fails: call.operationFails,
        succeeded: () => undefined,
        failed: () => undefined,
        result: () => ({ status: 200 }),
      });
      return accepted(operation, call.request.addressed.urls, {
        status: 202,
        apiVersion: call.apiVersion,
        retryAfter: context.operations.retryAfter,
        urls: ['result'],
      });
    },
  };
}
