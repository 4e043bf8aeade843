import fc from 'fast-check';
import type { Assignment, CompleteAssignment } from '../../../../../src/features/accessControl/model/access.ts';
import { principalTypes } from '../../../../../src/features/accessControl/model/principal.ts';
import { assignmentKey } from '../../../../../src/features/accessControl/roles/assignmentKey.ts';
import { builtInRoles } from '../../../../../src/features/accessControl/roles/builtInRoles.ts';
import { isAssignableAt } from '../../../../../src/features/accessControl/roles/plan/legalScopes.ts';
import type { RoleRow } from '../../../../../src/features/accessControl/roles/plan/rolePlan.ts';
import { formatScope, isScopeName, itemScopeKinds } from '../../../../../src/features/accessControl/roles/scope.ts';

export const workspaceName = 'ws';

/** Names that items may have; those that spreadsheets and CSV files stumble over more often. */
export const itemName: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom('spark1', '=1+1', '+a', '-a', '@a', "'a", "'=a", 'a,b', 'a"b', 'a;b', '陳', 'ǅ', '\ufeffx', '|'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  )
  .filter((name) => isScopeName(name) && name.isWellFormed());

/** Few of each, so that sets have something in common. */
const principalId = fc.constantFrom(
  ...Array.from({ length: 6 }, (_, index) => `0000000${String(index)}-0000-4000-8000-00000000000a`),
);

const scope = fc.oneof(
  fc.constant(formatScope({ workspaceName, kind: 'workspace' })),
  fc
    .record({ kind: fc.constantFrom(...itemScopeKinds), item: itemName })
    .map(({ kind, item }) => formatScope({ workspaceName, kind, item })),
);

const assignment: fc.Arbitrary<CompleteAssignment> = fc
  .record({
    principalId,
    principalType: fc.constantFrom(...principalTypes),
    scope,
    role: fc.constantFrom(...builtInRoles),
  })
  .filter(({ role, scope: at }) => isAssignableAt(role, at.split('/')[2] ?? 'workspace'))
  .map(({ role, ...others }) => ({ ...others, roleId: role.id }));

/** Assignments that the service would take, none of them twice. */
export const legalSet: fc.Arbitrary<CompleteAssignment[]> = fc.uniqueArray(assignment, {
  maxLength: 12,
  selector: assignmentKey,
});

let lastId = 0;

/** Wanted assignments as they are when somebody has made them. */
export function made(wanted: readonly CompleteAssignment[]): Assignment[] {
  return wanted.map((one) => ({ ...one, id: `id-${String((lastId += 1))}` }));
}

/** What is there after these rows have been applied. */
export function afterApplying(rows: readonly RoleRow[], present: readonly Assignment[]): Assignment[] {
  const gone = new Set(rows.flatMap((row) => (row.action === 'remove' && row.present ? [row.present.id] : [])));
  const added = rows.flatMap((row) =>
    row.action === 'create' && row.wanted ? [row.wanted as CompleteAssignment] : [],
  );
  return [...present.filter(({ id }) => !gone.has(id)), ...made(added)];
}
