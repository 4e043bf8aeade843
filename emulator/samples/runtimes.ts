import { collectionOf } from '../resources/shapes.ts';
import { integrationRuntimes } from '../services/integrationRuntimes/integrationRuntimes.ts';
import { runtimeNode, runtimeNodes } from '../services/integrationRuntimes/runtimeNodes.ts';
import { setState, type RuntimeState } from '../services/integrationRuntimes/runtimeState.ts';
import type { JsonObject } from '../services/requestBody.ts';
import type { Workspace } from '../store/model.ts';
import type { Resource } from '../store/resources.ts';
import type { Store } from '../store/store.ts';

const created = Date.parse('2024-03-04T07:20:11.290Z');
const clock = (): number => created;

/** Machines that a self-hosted runtime has, by name. */
type Machines = Readonly<Record<string, Parameters<typeof runtimeNode>[1]>>;

export function addSelfHostedRuntime(
  store: Store,
  workspace: Workspace,
  { name, description, machines }: { name: string; description?: string; machines: Machines },
): void {
  const runtime = add(store, workspace, name, { type: 'SelfHosted', ...(description && { description }) });
  const nodes = collectionOf({ store }, runtimeNodes, { owner: runtime, workspace });
  for (const [machine, values] of Object.entries(machines)) {
    const node = runtimeNode(machine, values);
    nodes.put(node.name, node.members, created);
  }
}

/** One with nodes of its own for SSIS, in this state. */
export function addSsisRuntime(
  store: Store,
  workspace: Workspace,
  { name, state, nodes = 2 }: { name: string; state: RuntimeState; nodes?: number },
): void {
  const runtime = add(store, workspace, name, {
    type: 'Managed',
    description: 'Packages of the old warehouse',
    typeProperties: {
      computeProperties: {
        location: workspace.location,
        nodeSize: 'Standard_D8_v3',
        numberOfNodes: nodes,
        maxParallelExecutionsPerNode: 4,
      },
      ssisProperties: { licenseType: 'LicenseIncluded', edition: 'Standard' },
    },
  });
  setState({ store, clock }, runtime, state);
}

/** One for data flows, in a region of its own. */
export function addDataFlowRuntime(store: Store, workspace: Workspace, name: string, cores = 8): void {
  add(store, workspace, name, {
    type: 'Managed',
    typeProperties: {
      computeProperties: {
        location: workspace.location,
        dataFlowProperties: { computeType: 'General', coreCount: cores, timeToLive: 10 },
      },
    },
  });
}

function add(store: Store, workspace: Workspace, name: string, properties: JsonObject): Resource {
  return collectionOf({ store }, integrationRuntimes, { owner: workspace, workspace }).put(
    name,
    { properties },
    created,
  );
}
