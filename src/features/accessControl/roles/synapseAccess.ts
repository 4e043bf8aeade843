import { RoleAssignments } from '../../../api/synapse/roleAssignments.generated.ts';
import { RoleDefinitions } from '../../../api/synapse/roleDefinitions.generated.ts';
import type { Page } from '../../../azure/restService.ts';
import type { Caller } from '../../../azure/tokenClaims.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { Assignment, CompleteAssignment, Roles, WorkspaceAccess } from '../model/access.ts';
import { AddedAssignments } from './addedAssignments.ts';
import { builtInRoles } from './builtInRoles.ts';
import { isRbacRefusal } from './rbacRefusal.ts';
import { readAssignment, readRole } from './readRoles.ts';
import { isGone } from './roleErrors.ts';

/** The access control of one workspace over the REST service. */
export class SynapseAccess implements WorkspaceAccess {
  readonly place: InWorkspace;
  readonly #added: AddedAssignments;
  readonly #listeners = new Set<() => void>();

  constructor(place: InWorkspace) {
    this.place = place;
    this.#added = new AddedAssignments(place);
  }

  async roles(signal: AbortSignal): Promise<Roles> {
    const { connection, workspace } = this.place;
    try {
      const definitions = await connection.rest.call(RoleDefinitions.list, workspace, { signal });
      return { roles: definitions.map(readRole).filter((role) => role !== undefined), listed: true };
    } catch (error) {
      if (isRbacRefusal(error)) return { roles: builtInRoles, listed: false };
      throw error;
    }
  }

  async *assignments(options: {
    readonly signal: AbortSignal;
    readonly scope?: string;
  }): AsyncGenerator<Page<Assignment>, void, undefined> {
    const { connection, workspace } = this.place;
    const { signal, scope } = options;
    const parameters = scope === undefined ? workspace : { ...workspace, query: { scope } };
    for await (const { items, more } of connection.rest.pages(RoleAssignments.list, parameters, { signal })) {
      yield { items: items.map(readAssignment).filter((assignment) => assignment !== undefined), more };
    }
  }

  async add(wanted: CompleteAssignment, title: string): Promise<'added' | 'existed'> {
    const again = async (): Promise<void> => {
      await this.add(wanted, title);
    };
    const outcome = await this.#added.add(wanted, { title, again });
    this.#tell();
    return outcome;
  }

  async remove(assignment: Assignment, title: string): Promise<void> {
    const { connection, workspace } = this.place;
    const { id, scope } = assignment;
    const parameters = { ...workspace, roleAssignmentId: id, query: { scope } };
    const again = (): Promise<void> => this.remove(assignment, title);
    try {
      await connection.rest.call(RoleAssignments.delete, parameters, { about: { title, again, alreadySo: isGone } });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
    this.#tell();
  }

  async caller(signal: AbortSignal): Promise<Caller | undefined> {
    const { connection, workspace } = this.place;
    return await connection.rest.caller('workspace', workspace, signal);
  }

  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
