import type { ServiceUrls } from '../../http/serviceUrls.ts';
import type { BigDataPool, FirewallRule, SqlPool, Workspace } from '../../store/model.ts';
import { bigDataPoolId, firewallRuleId, sqlPoolId, workspaceId } from './resourceIds.ts';

/*
 * Resources as Azure Resource Manager answers them: member sets and their order as in the recordings
 * azure-cli.{workspaces,sql_pool,spark_pool,ip_firewall_rules}.json.
 */

export function workspaceBody(workspace: Workspace, urls: ServiceUrls): Record<string, unknown> {
  const id = workspaceId(workspace);
  return {
    properties: {
      ...workspace.properties,
      connectivityEndpoints: {
        // Lower-case escapes, as recorded.
        web: `https://web.azuresynapse.net?workspace=${encodeURIComponent(id).replace(/%../g, (escape) => escape.toLowerCase())}`,
        dev: urls.workspace(workspace.name),
        sqlOnDemand: `${workspace.name}-ondemand.sql.azuresynapse.net`,
        sql: `${workspace.name}.sql.azuresynapse.net`,
      },
    },
    type: 'Microsoft.Synapse/workspaces',
    id,
    location: workspace.location,
    name: workspace.name,
    identity: workspace.identity,
    ...(workspace.tags && { tags: workspace.tags }),
  };
}

export function sqlPoolBody(workspace: Workspace, pool: SqlPool): Record<string, unknown> {
  return {
    properties: pool.properties,
    // Capacity is 0 for every size.
    sku: { name: pool.skuName, capacity: 0 },
    id: sqlPoolId(workspace, pool),
    name: pool.name,
    type: 'Microsoft.Synapse/workspaces/sqlPools',
    location: pool.location,
    ...(pool.tags && { tags: pool.tags }),
  };
}

export function bigDataPoolBody(workspace: Workspace, pool: BigDataPool): Record<string, unknown> {
  return {
    properties: pool.properties,
    id: bigDataPoolId(workspace, pool),
    name: pool.name,
    type: 'Microsoft.Synapse/workspaces/bigDataPools',
    location: pool.location,
    ...(pool.tags && { tags: pool.tags }),
  };
}

export function firewallRuleBody(workspace: Workspace, rule: FirewallRule): Record<string, unknown> {
  return {
    properties: rule.properties,
    id: firewallRuleId(workspace, rule),
    name: rule.name,
    type: 'Microsoft.Synapse/workspaces/firewallRules',
  };
}
