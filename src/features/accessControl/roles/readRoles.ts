import type { RoleAssignmentDetails } from '../../../api/synapse/roleAssignments.generated.ts';
import type { SynapseRoleDefinition } from '../../../api/synapse/roleDefinitions.generated.ts';
import type { Assignment, Role } from '../model/access.ts';
import { spelledKind, workspaceKind } from './scope.ts';

/** A role as the service tells it; undefined for one without an id. */
export function readRole({ id, name, description, permissions, scopes }: SynapseRoleDefinition): Role | undefined {
  if (id === undefined) return undefined;
  return {
    id: id.toLowerCase(),
    name: visibleText(name ?? id),
    description: visibleText(description ?? ''),
    dataActions: permissions?.flatMap(({ dataActions }) => dataActions ?? []) ?? [],
    scopeKinds: (scopes ?? []).map((template) => spelledKind(template.split('/')[2] ?? workspaceKind)),
  };
}

/** An assignment as the service tells it; undefined for one that does not say who has which role where. */
export function readAssignment(details: RoleAssignmentDetails): Assignment | undefined {
  const { id, roleDefinitionId, principalId, principalType, scope } = details;
  if (id === undefined || roleDefinitionId === undefined || principalId === undefined || scope === undefined) {
    return undefined;
  }
  return {
    id,
    roleId: roleDefinitionId.toLowerCase(),
    principalId: principalId.toLowerCase(),
    scope,
    // Old assignments come with null, whatever the specification says (azure-cli#22078).
    ...(typeof principalType === 'string' && principalType !== '' && { principalType }),
  };
}

/** The service's texts hold no-break and zero-width spaces (recorded role definitions). */
function visibleText(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/[\u200b-\u200d\ufeff]/gu, '')
    .trim();
}
