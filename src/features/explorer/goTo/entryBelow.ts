import type { ArmResource } from '../../../api/armId.ts';
import { ErrorKind } from '../../../platform/tree/mechanismKinds.ts';
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

/** Where a search below a workspace has ended. */
export interface FoundBelow {
  /** The row that was looked for; the section's when it is not in there. */
  readonly entry: TreeEntry;
  /** `unsure`: the section has a filter, or it or a group in it could not be read; their rows say so. */
  readonly outcome: 'found' | 'missing' | 'unsure';
}

/**
 * The row of what stands below a workspace, else the section where it should be. Only that one section is read. Undefined
 * where the tree has no place for such a resource.
 */
export async function entryBelow(
  model: TreeModel,
  workspace: TreeEntry,
  [resource]: readonly ArmResource[],
): Promise<FoundBelow | undefined> {
  const key = resource && sectionOf[resource.type.toLowerCase()];
  if (!resource || key === undefined) return undefined;
  const section = (await model.allChildrenOf(workspace)).find(({ node }) => node.key === key);
  if (!section) return undefined;
  const ending = `/${resource.type}/${resource.name}`.toLowerCase();
  let level: readonly TreeEntry[] = [section];
  let outcome: FoundBelow['outcome'] = section.node.flags?.includes('filtered') === true ? 'unsure' : 'missing';
  while (level.length > 0) {
    const children = (await Promise.all(level.map((entry) => model.allChildrenOf(entry)))).flat();
    const found = children.find(({ node }) => node.resource?.id.toLowerCase().endsWith(ending));
    if (found) return { entry: found, outcome: 'found' };
    if (children.some(({ node }) => node.kind === ErrorKind)) outcome = 'unsure';
    level = children.filter(({ node }) => node.kind.group === true);
  }
  return { entry: section, outcome };
}
