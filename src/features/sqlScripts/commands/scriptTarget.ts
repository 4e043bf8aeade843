import type { Target } from '../../../platform/commands/commandHandler.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { InFolder } from '../contributions.ts';
import type { ScriptAddress } from '../scripts/scriptUri.ts';
import type { SqlScript } from '../scripts/sqlScript.ts';

export type ScriptTarget = Target<InWorkspace & { readonly script: SqlScript }>;
export type FolderTarget = Target<InFolder>;

/** Where a script of a workspace is. */
export function addressOfScript(
  { workspace }: Pick<InWorkspace, 'workspace'>,
  { name, folder }: Pick<SqlScript, 'name' | 'folder'>,
): ScriptAddress {
  const { id: workspaceId, tenantId, accountId } = workspace;
  return { workspaceId, tenantId, ...(accountId !== undefined && { accountId }), folder, name };
}
