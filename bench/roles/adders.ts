import { randomUUID } from 'node:crypto';
import { AccessControlClient } from '@azure/synapse-access-control';
import type { Assignment, CompleteAssignment } from '../../src/features/accessControl/model/access.ts';
import { builtInRoles } from '../../src/features/accessControl/roles/builtInRoles.ts';
import { endsRoleChanges, rolePhases, sendRoleRow } from '../../src/features/accessControl/roles/plan/applyRoles.ts';
import { rolePlan } from '../../src/features/accessControl/roles/plan/rolePlan.ts';
import { SynapseAccess } from '../../src/features/accessControl/roles/synapseAccess.ts';
import { applyPlan } from '../../src/platform/plan/applyPlan.ts';
import { inWorkspace, type Place } from '../support/place.ts';

/** Gives all these roles, and resolves when the service has taken them. @throws unless it has taken every one */
export type Adder = (place: Place, wanted: readonly CompleteAssignment[]) => Promise<void>;

const { signal } = new AbortController();

/** As “Edit role assignments” does it: what is there is read, a plan is made, and its rows are applied. */
const ours: Adder = async (place, wanted) => {
  const { workspaceName } = place;
  const access = new SynapseAccess(inWorkspace(place));
  const present: Assignment[] = [];
  for await (const { items } of access.assignments({ signal })) present.push(...items);
  const rows = rolePlan(wanted, present, {
    workspaceName,
    roles: builtInRoles,
    removeOthers: false,
    refusalWords: ({ why }) => why,
  });
  const { done, failed } = await applyPlan(rolePhases(rows, undefined, builtInRoles), {
    stop: signal,
    onProgress: () => undefined,
    endsAll: endsRoleChanges,
    perform: (row) => sendRoleRow(access, row, { title: ({ key }) => key }),
  });
  const [first] = failed;
  if (first !== undefined) throw first.error;
  if (done.length !== wanted.length) throw new Error(`${String(done.length)} roles were given`);
};

/** One after the other, as a script over Azure's own library or the Azure CLI does it. */
const oneByOne: Adder = async ({ endpoint, token }, wanted) => {
  const credential = { getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
  const { roleAssignments } = new AccessControlClient(credential, endpoint);
  for (const { roleId, principalId, scope, principalType } of wanted) {
    await roleAssignments.createRoleAssignment(randomUUID(), roleId, principalId, scope, { principalType });
  }
};

export const adders = { ours, oneByOne } satisfies Record<string, Adder>;
export type AdderName = keyof typeof adders;
