import type { NodeKind } from '../contributions/declarations.ts';
import { ErrorKind } from '../tree/mechanismKinds.ts';
import type { TreeEntry } from '../tree/treeEntry.ts';
import type { TreeModel } from '../tree/treeModel.ts';

/** What was met below some entries. */
export interface Walk {
  readonly entries: readonly TreeEntry[];
  /** Why something could not be read, when anything could not. */
  readonly failure?: { readonly error: unknown };
}

/**
 * The entries of a kind below some entries, seen through those that only put others in order (`NodeKind.group`): however
 * the tree is grouped just then, the same things are found. It reads what was not read yet, as opening the rows would.
 * @param into Which of the groups to look into; all by default.
 */
export async function entriesBelow(
  model: TreeModel,
  parents: readonly TreeEntry[],
  kind: NodeKind,
  into: (group: TreeEntry) => boolean = () => true,
): Promise<Walk> {
  const children = (await Promise.all(parents.map((parent) => model.allChildrenOf(parent)))).flat();
  const entries = children.filter(({ node }) => node.kind.name === kind.name);
  const failed = children.find(({ node }) => node.kind === ErrorKind);
  const failure = failed && (failed.node.data as { readonly error: unknown });
  const groups = children.filter((entry) => entry.node.kind.group === true && entry.node.kind !== kind && into(entry));
  const below: Walk = groups.length === 0 ? { entries: [] } : await entriesBelow(model, groups, kind, into);
  const why = failure ?? below.failure;
  return { entries: [...entries, ...below.entries], ...(why && { failure: why }) };
}
