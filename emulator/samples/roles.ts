import { builtInRoles } from '../services/accessControl/builtInRoles.ts';
import type { Directory } from '../store/directory.ts';
import type { Workspace } from '../store/model.ts';
import { assignRole } from '../store/newWorkspace.ts';

/** Gives principals of a directory roles of a workspace, by the role's name. */
export class Grants {
  readonly #workspace: Workspace;
  readonly #directory: Directory;

  constructor(workspace: Workspace, directory: Directory) {
    this.#workspace = workspace;
    this.#directory = directory;
  }

  /** @param below what follows `workspaces/{name}/` in the scope, for a scope below the workspace */
  add(roleName: string, principalId: string, below?: string): this {
    const role = builtInRoles.find(({ name }) => name === roleName);
    const principal = this.#directory.get(principalId);
    if (role === undefined || principal === undefined) throw new Error(`The sample names nobody: ${roleName}`);
    const root = `workspaces/${this.#workspace.name}`;
    const scope = below === undefined ? root : `${root}/${below}`;
    assignRole(this.#workspace, role.id, principalId, principal.type, scope);
    return this;
  }
}
