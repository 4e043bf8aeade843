import { randomUUID } from 'node:crypto';
import { RoleAssignments } from '../../../api/synapse/roleAssignments.generated.ts';
import type { WriteAbout } from '../../../azure/restService.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { Assignment, CompleteAssignment } from '../model/access.ts';
import { assignmentKey } from './assignmentKey.ts';
import { isRbacRefusal } from './rbacRefusal.ts';
import { readAssignment } from './readRoles.ts';
import { isAlreadyThere, isDoubtful } from './roleErrors.ts';

/**
 * Makes role assignments in one workspace. The client chooses the id of each. One whose end nobody has seen keeps its id
 * until somebody has, so that however often it is asked for there is only one.
 */
export class AddedAssignments {
  readonly #place: InWorkspace;
  /** Ids of those that were sent and whose end is not known, by what they give. */
  readonly #undecided = new Map<string, string>();

  constructor(place: InWorkspace) {
    this.#place = place;
  }

  /** As `WorkspaceAccess.add`. */
  async add(wanted: CompleteAssignment, about: WriteAbout): Promise<'added' | 'existed'> {
    const key = assignmentKey(wanted);
    const id = this.#undecided.get(key) ?? randomUUID();
    this.#undecided.set(key, id);
    try {
      const outcome = await this.#put(id, wanted, about);
      this.#undecided.delete(key);
      return outcome;
    } catch (error) {
      if (!isDoubtful(error)) this.#undecided.delete(key);
      throw error;
    }
  }

  async #put(id: string, wanted: CompleteAssignment, about: WriteAbout, again = true): Promise<'added' | 'existed'> {
    const { roleId, principalId, principalType, scope } = wanted;
    const { connection, workspace } = this.#place;
    const body = { roleId, principalId, principalType, scope };
    try {
      const parameters = { ...workspace, roleAssignmentId: id, body };
      await connection.rest.call(RoleAssignments.create, parameters, {
        about: { ...about, alreadySo: isAlreadyThere },
      });
      return 'added';
    } catch (error) {
      const saysSo = isAlreadyThere(error);
      if (!saysSo && !isDoubtful(error)) throw error;
      const found = await this.#look(wanted).catch((why: unknown) => {
        // Who may give roles without having one may not look (azure-cli#25790); what the service has said must do.
        if (saysSo && isRbacRefusal(why)) return 'unseen' as const;
        throw error;
      });
      if (found === 'unseen') return 'existed';
      if (found) return found.id.toLowerCase() === id ? 'added' : 'existed';
      // It said that there was one, and there is none: somebody has just taken it away.
      if (saysSo && again) return await this.#put(id, wanted, about, false);
      throw error;
    }
  }

  /** The assignment that gives just this, if there is one. Asking for a scope also finds what is inherited. */
  async #look(wanted: CompleteAssignment): Promise<Assignment | undefined> {
    const { roleId, principalId } = wanted;
    const { connection, workspace } = this.#place;
    const key = assignmentKey(wanted);
    const pages = connection.rest.pages(RoleAssignments.list, { ...workspace, query: { roleId, principalId } });
    for await (const { items } of pages) {
      const read = items.map(readAssignment).filter((assignment) => assignment !== undefined);
      const found = read.find((assignment) => assignmentKey(assignment) === key);
      if (found) return found;
    }
    return undefined;
  }
}
