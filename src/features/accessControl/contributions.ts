import type { RoleAssignmentDetails } from '../../api/synapse/roleAssignments.generated.ts';
import { contributions, nodeKind } from '../../platform/contributions/declarations.ts';
import { type InWorkspace, WorkspaceKind } from '../explorer/public.ts';
import { resourceFlags } from '../resources/public.ts';

export const AccessControlKind = nodeKind<InWorkspace>()({
  name: 'accessControl',
  flags: ['refreshable'],
  parent: WorkspaceKind,
});

export const RoleKind = nodeKind<InWorkspace & { readonly roleId: string }>()({
  name: 'role',
  flags: ['named', 'refreshable'],
  parent: AccessControlKind,
});

export const RoleAssignmentKind = nodeKind<InWorkspace & { readonly assignment: RoleAssignmentDetails }>()({
  name: 'roleAssignment',
  flags: resourceFlags,
  parent: RoleKind,
});

export const accessControlContributions = contributions({
  kinds: { AccessControlKind, RoleKind, RoleAssignmentKind },
});
