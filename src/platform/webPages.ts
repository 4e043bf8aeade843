import type { Cloud } from '../azure/cloud.ts';
import type { ResourceAddress } from './tree/treeNode.ts';

/** The resource's page in the Azure portal or in Synapse Studio; undefined where the cloud has none. */
export function pageOf(where: 'portal' | 'studio', cloud: Cloud, address: ResourceAddress): string | undefined {
  return where === 'portal' ? portalPage(cloud, address) : studioPage(cloud, address);
}

export function portalPage({ portal }: Cloud, { tenantId, id }: ResourceAddress): string | undefined {
  if (portal === undefined) return undefined;
  const path = id.split('/').map(encodeURIComponent).join('/');
  return `${portal}/#@${encodeURIComponent(tenantId)}/resource${path}`;
}

/** The workspace's page in Synapse Studio, for the workspace itself and for everything below it. */
export function studioPage({ studio }: Cloud, { id }: Pick<ResourceAddress, 'id'>): string | undefined {
  const workspaceId =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Synapse\/workspaces\/[^/]+/iu.exec(id);
  if (studio === undefined || !workspaceId) return undefined;
  return `${studio}/?workspace=${encodeURIComponent(workspaceId[0])}`;
}
