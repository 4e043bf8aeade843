import type { ArmResource } from '../../../api/armId.ts';
import type { TreeEntry } from '../../../platform/tree/treeEntry.ts';
import type { TreeModel } from '../../../platform/tree/treeModel.ts';

/** In which of a workspace's sections resources stand, by the type in their ids; sections by their keys. */
const sectionOf: Readonly<Record<string, string>> = {
  sqlpools: 'sqlPools',
  bigdatapools: 'sparkPools',
  roleassignments: 'accessControl',
  sqlscripts: 'sqlScripts',
  firewallrules: 'networking',
};

/**
 * The row of what stands below a workspace; the section's row when it is not in there. Only that one section is read.
 * Undefined where the tree has no place for such a resource.
 */
export async function entryBelow(
  model: TreeModel,
  workspace: TreeEntry,
  [resource]: readonly ArmResource[],
): Promise<TreeEntry | undefined> {
  const key = resource && sectionOf[resource.type.toLowerCase()];
  if (!resource || key === undefined) return undefined;
  const section = (await model.allChildrenOf(workspace)).find(({ node }) => node.key === key);
  if (!section) return undefined;
  const ending = `/${resource.type}/${resource.name}`.toLowerCase();
  let level: readonly TreeEntry[] = [section];
  while (level.length > 0) {
    const children = (await Promise.all(level.map((entry) => model.allChildrenOf(entry)))).flat();
    const found = children.find(({ node }) => node.resource?.id.toLowerCase().endsWith(ending));
    if (found) return found;
    level = children.filter(({ node }) => node.kind.group === true);
  }
  return section;
}
