import { Workspaces } from '../../../api/synapse/workspaces.generated.ts';
import type { Caller } from '../../../azure/tokenClaims.ts';
import type { InAssignment } from '../contributions.ts';
import { readingsOf } from '../explorer/readings.ts';
import type { Role, WorkspaceAccess } from '../model/access.ts';
import { accessOf } from '../roles/accessOf.ts';
import type { RoleRow } from '../roles/plan/rolePlan.ts';
import { type RoleWarning, roleWarnings } from '../roles/plan/roleWarnings.ts';

/** What goes in one workspace. */
export interface Removals {
  readonly access: WorkspaceAccess;
  readonly rows: readonly RoleRow[];
  readonly caller: Caller | undefined;
  readonly roles: readonly Role[];
  readonly warnings: readonly RoleWarning[];
}

/** Plans removals, workspace by workspace, with what is lost by them. What cannot be read only takes a warning away. */
export async function removalsOf(assignments: readonly InAssignment[]): Promise<Removals[]> {
  const byWorkspace = Map.groupBy(assignments, (data) => accessOf(data));
  return await Promise.all([...byWorkspace].map(([access, own]) => removalsIn(access, own)));
}

async function removalsIn(access: WorkspaceAccess, own: readonly InAssignment[]): Promise<Removals> {
  const { signal } = new AbortController();
  const { place } = access;
  const { connection, workspace } = place;
  const rows = own.map(({ assignment }): RoleRow => ({
    key: assignment.id,
    action: 'remove',
    present: assignment,
    reasons: [],
  }));
  const [present, known, caller, identity] = await Promise.all([
    orNothing(readingsOf(connection).of(place, 'recent').all()),
    orNothing(access.roles(signal)),
    orNothing(access.caller(signal)),
    orNothing(connection.rest.call(Workspaces.get, workspace, { signal })),
  ]);
  const roles = known?.roles ?? [];
  const facts = { rows, present: present ?? own.map(({ assignment }) => assignment), roles, caller };
  const warnings = present ? roleWarnings({ ...facts, identityId: identity?.identity?.principalId }) : [];
  return { access, rows, caller, roles, warnings };
}

async function orNothing<Result>(asked: Promise<Result>): Promise<Result | undefined> {
  try {
    return await asked;
  } catch {
    return undefined;
  }
}
