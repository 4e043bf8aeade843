import { ServiceError } from '../../http/serviceError.ts';
import { armDialect } from '../../resources/dialects.ts';
import { atOnce } from '../../resources/endings.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { members, required, whole } from '../../resources/members.ts';
import { anyName } from '../../resources/names.ts';
import { below } from '../../resources/parents.ts';
import { collectionOf } from '../../resources/shapes.ts';
import { idOf } from '../../store/ids.ts';
import type { Workspace } from '../../store/model.ts';
import type { Members, NewResource, Resource } from '../../store/resources.ts';
import type { Context } from '../context.ts';
import { integrationRuntimes } from './integrationRuntimes.ts';
import { refuse } from './runtimeState.ts';

/** Versions of the program that people install on their machines: one of 2024, and the one before. */
export const newestVersion = '5.42.8852.1';
export const olderVersion = '5.38.8755.1';

/** A machine of a self-hosted runtime, as recorded (azure-cli.integration_runtime.json), that a sample brings along. */
export function runtimeNode(
  nodeName: string,
  values: { status?: 'Online' | 'Offline'; version?: string } = {},
): NewResource {
  const { status = 'Online', version = newestVersion } = values;
  return {
    name: nodeName,
    members: {
      machineName: nodeName,
      hostServiceUri: `net.pipe://${nodeName.toLowerCase()}.corp.contoso.com/InternalService.svc/`,
      status,
      capabilities: {
        serviceBusConnected: 'True',
        httpsPortEnabled: 'True',
        credentialInSync: 'True',
        connectedToResourceManager: 'True',
        nodeEnabled: 'True',
        noEnoughDiskSpace: 'False',
        dotNetVersion: '528372',
      },
      versionStatus: versionStatus(version),
      version,
      registerTime: '2024-03-04T07:26:31.501Z',
      lastConnectTime: '2024-06-01T11:47:28.021Z',
      lastStartTime: '2024-05-12T07:27:02.597Z',
      lastUpdateResult: 'None',
      isActiveDispatcher: false,
      concurrentJobsLimit: 28,
      maxConcurrentJobs: 112,
    },
  };
}

export function versionStatus(version: unknown): string {
  return version === newestVersion ? 'UpToDate' : 'UpdateAvailable';
}

const changes = members({ concurrentJobsLimit: required(whole) });

/** The machines of a self-hosted integration runtime. No resources of Resource Manager: they have no id and no type. */
export const runtimeNodes: ResourceGroup<Resource> = {
  parent: below(integrationRuntimes),
  path: 'nodes',
  parameter: 'nodeName',
  names: anyName,
  dialect: {
    ...armDialect,
    notFound: ({ name }) => new ServiceError(404, 'NotFound', `There is no node '${name}'.`),
    head: ({ name }) => ({ nodeName: name }),
  },
  get: { id: 'IntegrationRuntimeNodes_Get' },
  patch: {
    id: 'IntegrationRuntimeNodes_Update',
    members: (sent, { resource }) => {
      const most = Number(resource.members['maxConcurrentJobs']);
      const { concurrentJobsLimit } = changes(sent);
      if (Number(concurrentJobsLimit) < 1 || Number(concurrentJobsLimit) > most) {
        throw refuse(400, 'BadRequest', `'concurrentJobsLimit' must be from 1 to ${most}.`);
      }
      return { ...resource.members, concurrentJobsLimit };
    },
    ends: atOnce(),
  },
  remove: { id: 'IntegrationRuntimeNodes_Delete', ends: atOnce() },
  actions: [
    {
      id: 'IntegrationRuntimeNodeIpAddress_Get',
      path: 'ipAddress',
      asked: 'read',
      answer: ({ place, resource }) => ({
        status: 200,
        body: { ipAddress: addressOf(place.workspace, resource.name) },
      }),
    },
  ],
};

function addressOf(workspace: Workspace, nodeName: string): string {
  const digits = idOf('node', workspace.name, nodeName);
  return `10.${parseInt(digits.slice(0, 2), 16)}.${parseInt(digits.slice(2, 4), 16)}.${1 + (parseInt(digits.slice(4, 6), 16) % 254)}`;
}

/** All of a runtime, the first that is online as the dispatcher. */
export function nodesOf(
  context: Pick<Context, 'store'>,
  runtime: Resource,
  workspace: Workspace,
): readonly (Members & { readonly nodeName: string })[] {
  const nodes = [...collectionOf(context, runtimeNodes, { owner: runtime, workspace })];
  const dispatcher = nodes.find(({ members: { status } }) => status === 'Online');
  return nodes.map((node) => ({ nodeName: node.name, ...node.members, isActiveDispatcher: node === dispatcher }));
}
