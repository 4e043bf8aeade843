import { parseArmId } from '../../../api/armId.ts';

/**
 * Takes the id of a script apart: `…/workspaces/{workspace}/sqlScripts/{name}`, the name not escaped. It may hold what no
 * other resource's name can (slashes, `#`, `%`), so that `parseArmId` would refuse it.
 */
export function splitScriptId(id: string): { readonly workspaceId: string; readonly name: string } | undefined {
  const [, workspaceId = '', name = ''] = /^(.*?)\/sqlscripts\/(.+)$/isu.exec(id) ?? [];
  const resources = parseArmId(workspaceId)?.resources;
  if (resources?.length !== 1 || resources[0]?.type.toLowerCase() !== 'workspaces') return undefined;
  return { workspaceId, name };
}
