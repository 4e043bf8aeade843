import { formatArmId, parseArmId } from '../armId.ts';

/**
 * All that a request to a workspace needs, on either plane; it can be spread into a call's parameters.
 */
export interface WorkspaceAddress {
  /** Microsoft Entra tenant of the subscription; its tokens are the ones that the workspace accepts. */
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly workspaceName: string;
  /** Development endpoint as Azure Resource Manager tells it (`properties.connectivityEndpoints.dev`). */
  readonly endpoint: string;
}

const provider = 'Microsoft.Synapse';

/** Azure resource id of the workspace. Throws as `formatArmId`. */
export function workspaceId({
  subscriptionId,
  resourceGroupName,
  workspaceName,
}: Omit<WorkspaceAddress, 'tenantId' | 'endpoint'>): string {
  const resources = [{ type: 'workspaces', name: workspaceName }];
  return formatArmId({ subscriptionId, resourceGroupName, provider, resources });
}

/** The address of the workspace that an id names or lies in; `undefined` for the id of anything else. */
export function workspaceAddressFromId(
  id: string,
  { tenantId, endpoint }: Pick<WorkspaceAddress, 'tenantId' | 'endpoint'>,
): WorkspaceAddress | undefined {
  const parsed = parseArmId(id);
  const [workspace] = parsed?.resources ?? [];
  if (parsed?.resourceGroupName === undefined || workspace === undefined) return undefined;
  if (parsed.provider?.toLowerCase() !== provider.toLowerCase()) return undefined;
  if (workspace.type.toLowerCase() !== 'workspaces') return undefined;
  const { subscriptionId, resourceGroupName } = parsed;
  return { tenantId, subscriptionId, resourceGroupName, workspaceName: workspace.name, endpoint };
}
