import type { Workspace } from '../../store/model.ts';
import { idOf } from '../../store/ids.ts';
import type { Resource } from '../../store/resources.ts';
import type { Context } from '../context.ts';
import { objectMember } from '../requestBody.ts';
import { newestVersion, nodesOf, versionStatus } from './runtimeNodes.ts';
import { hasPower, kindOf, stateOf, typePart } from './runtimeState.ts';

/** What `getStatus` answers, and the end of a start: recording azure-cli.integration_runtime.json. */
export function runtimeStatus(context: Context, runtime: Resource, workspace: Workspace): object {
  const type = kindOf(runtime);
  const parts = type === 'SelfHosted' ? selfHosted(context, runtime, workspace) : managed(context, runtime);
  const { state, ...typeProperties } = parts;
  return { name: runtime.name, properties: { dataFactoryName: workspace.name, state, type, typeProperties } };
}

function managed(context: Context, runtime: Resource): Readonly<Record<string, unknown>> {
  const createTime = new Date(runtime.created).toISOString();
  if (!hasPower(runtime)) return { state: 'Online', nodes: [], otherErrors: [], createTime };
  const state = stateOf(context, runtime);
  const count = Number(typePart(runtime, 'computeProperties')?.['numberOfNodes'] ?? 1);
  const nodes = Array.from({ length: state === 'Started' ? count : 0 }, (_, index) => ({
    nodeId: `tvm-${idOf('runtime node', runtime.artifactId, String(index)).slice(0, 8)}_${index + 1}`,
    status: 'Available',
    errors: [],
  }));
  return { state, nodes, otherErrors: [], createTime };
}

function selfHosted(context: Context, runtime: Resource, workspace: Workspace): Readonly<Record<string, unknown>> {
  const nodes = nodesOf(context, runtime, workspace);
  const online = nodes.filter(({ status }) => status === 'Online');
  const { autoUpdate = 'On', updateDelayOffset = 'PT19H' } = objectMember(runtime.members, 'updates') ?? {};
  const [dispatcher] = online;
  const version = dispatcher?.['version'] ?? newestVersion;
  const some = online.length === nodes.length ? 'Online' : 'Limited';
  return {
    state: nodes.length === 0 ? 'NeedRegistration' : online.length === 0 ? 'Offline' : some,
    createTime: new Date(runtime.created).toISOString(),
    autoUpdate,
    nodeCommunicationChannelEncryptionMode: 'None',
    internalChannelEncryption: 'NotSet',
    taskQueueId: idOf('task queue', runtime.artifactId),
    ...(nodes.length > 0 && { version, versionStatus: versionStatus(version) }),
    pushedVersion: newestVersion,
    latestVersion: newestVersion,
    nodes,
    ...(dispatcher && { capabilities: dispatcher['capabilities'] }),
    updateDelayOffset,
    localTimeZoneOffset: 'PT1H',
    serviceUrls: [`${workspace.location}.frontend.clouddatahub.net`, '*.servicebus.windows.net'],
    links: [],
  };
}
