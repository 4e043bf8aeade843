import type { Subscription, Workspace } from '../../store/model.ts';
import type { Store } from '../../store/store.ts';
import { parentNotFound, resourceGroupNotFound, resourceNotFound } from './notFound.ts';

export interface WorkspaceParameters {
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly workspaceName: string;
}

/** The subscription of a request that authentication let through, hence known. */
export function subscriptionOf(store: Store, subscriptionId: string): Subscription {
  const subscription = store.subscriptions.get(subscriptionId);
  if (subscription === undefined) throw new Error(`Authentication let an unknown subscription pass: ${subscriptionId}`);
  return subscription;
}

/** @throws ServiceError 404 for a missing workspace or resource group */
export function workspaceOf(store: Store, parameters: WorkspaceParameters): Workspace {
  const { subscriptionId, resourceGroupName, workspaceName } = parameters;
  const workspace = store.workspaceAt(subscriptionId, resourceGroupName, workspaceName);
  if (workspace !== undefined) return workspace;
  if (!subscriptionOf(store, subscriptionId).resourceGroups.has(resourceGroupName)) {
    throw resourceGroupNotFound(resourceGroupName);
  }
  throw resourceNotFound(`workspaces/${workspaceName}`, resourceGroupName);
}

/** The workspace as the parent of what is listed or written. @throws ServiceError 404 */
export function parentWorkspaceOf(store: Store, parameters: WorkspaceParameters): Workspace {
  const { subscriptionId, resourceGroupName, workspaceName } = parameters;
  const workspace = store.workspaceAt(subscriptionId, resourceGroupName, workspaceName);
  if (workspace === undefined) throw parentNotFound(workspaceName);
  return workspace;
}
