import type { ServiceUrls } from '../../http/serviceUrls.ts';
import type { Subscription } from '../../store/model.ts';
import type { Context } from '../context.ts';
import { isObject } from '../requestBody.ts';
import { bigDataPoolBody, sqlPoolBody, workspaceBody } from '../resourceManager/bodies.ts';
import type { Row } from './runQuery.ts';

/**
 * The table `resources`: workspaces and pools of the given subscriptions. Types and resource groups are in lower case
 * there, whatever Resource Manager writes, and absent values are null.
 */
export function resourcesTable({ store }: Context, urls: ServiceUrls, subscriptions: readonly Subscription[]): Row[] {
  const rows: Row[] = [];
  for (const subscription of subscriptions) {
    for (const workspace of store.workspacesOf(subscription)) {
      const add = (body: Row): void => void rows.push(row(body, subscription, workspace.resourceGroupName));
      add(workspaceBody(workspace, urls));
      for (const pool of workspace.sqlPools) add(sqlPoolBody(workspace, pool));
      for (const pool of workspace.bigDataPools) add(bigDataPoolBody(workspace, pool));
    }
  }
  return rows;
}

function row(body: Row, { subscriptionId, tenantId }: Subscription, resourceGroupName: string): Row {
  return {
    id: body['id'],
    name: body['name'],
    type: String(body['type']).toLowerCase(),
    tenantId,
    kind: '',
    location: body['location'],
    resourceGroup: resourceGroupName.toLowerCase(),
    subscriptionId,
    managedBy: '',
    sku: body['sku'] ?? null,
    plan: null,
    properties: isObject(body['properties']) ? body['properties'] : {},
    tags: body['tags'] ?? null,
    identity: body['identity'] ?? null,
    zones: null,
    extendedLocation: null,
  };
}
