import type { Cloud } from '../../azure/cloud.ts';
import type { ResourceAddress } from '../../platform/tree/treeNode.ts';

/** The resource's page in the Azure portal; undefined where the cloud has none. */
export function portalPage({ portal }: Cloud, { tenantId, id }: ResourceAddress): string | undefined {
  if (portal === undefined) return undefined;
  const path = id.split('/').map(encodeURIComponent).join('/');
  return `${portal}/#@${encodeURIComponent(tenantId)}/resource${path}`;
}
