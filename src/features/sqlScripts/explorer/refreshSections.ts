import type { TreeEntry } from '../../../platform/tree/treeEntry.ts';
import type { TreeModel } from '../../../platform/tree/treeModel.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { type InFolder, SqlScriptsKind } from '../contributions.ts';
import { sqlScriptsSection } from './scriptNodes.ts';

/** Shows a workspace's scripts as they are known by now, wherever its section stands in the tree; asks for nothing. */
export function refreshSections(model: TreeModel, place: InWorkspace): void {
  for (const entry of sections(model.root)) {
    const { workspace, connection } = entry.node.data as InFolder;
    if (connection !== place.connection || workspace.id.toLowerCase() !== place.workspace.id.toLowerCase()) continue;
    const { list } = entry;
    entry.become(sqlScriptsSection({ connection, workspace }, { known: list !== undefined }));
    model.refresh(entry);
  }
}

function sections(entry: TreeEntry): TreeEntry[] {
  if (entry.node.kind === SqlScriptsKind) return [entry];
  return (entry.list?.entries ?? []).flatMap(sections);
}
