import type { BigDataPool, FirewallRule, SqlPool, Workspace } from '../../store/model.ts';

export function workspaceId(workspace: Pick<Workspace, 'subscriptionId' | 'resourceGroupName' | 'name'>): string {
  const { subscriptionId, resourceGroupName, name } = workspace;
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/providers/Microsoft.Synapse/workspaces/${name}`;
}

/** @param group by its name */
export function resourceGroupId(
  { subscriptionId }: Pick<Workspace, 'subscriptionId'>,
  { name }: { name: string },
): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${name}`;
}

export function sqlPoolId(workspace: Workspace, pool: Pick<SqlPool, 'name'>): string {
  return `${workspaceId(workspace)}/sqlPools/${pool.name}`;
}

export function bigDataPoolId(workspace: Workspace, pool: Pick<BigDataPool, 'name'>): string {
  return `${workspaceId(workspace)}/bigDataPools/${pool.name}`;
}

export function firewallRuleId(workspace: Workspace, rule: Pick<FirewallRule, 'name'>): string {
  return `${workspaceId(workspace)}/firewallRules/${rule.name}`;
}

/** The scope of operations whose own resource is gone when they end. */
export function regionId(workspace: Workspace): string {
  return `/subscriptions/${workspace.subscriptionId}/providers/Microsoft.Synapse/locations/${workspace.location}`;
}
