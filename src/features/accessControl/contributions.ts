import { contributions, nodeKind, target } from '../../platform/contributions/declarations.ts';
import { type InWorkspace, WorkspaceKind } from '../explorer/public.ts';
import { resourceFlags } from '../resources/public.ts';
import type { Assignment } from './model/access.ts';
import type { NamesGap } from './model/principal.ts';
import type { AtScope } from './public.ts';

/** Somebody who has a role in a workspace. */
export interface InPrincipal extends InWorkspace {
  /** Object id in lower case. */
  readonly principalId: string;
  /** The service's own word; old assignments tell none. */
  readonly principalType?: string;
}

export interface InAssignment extends InPrincipal {
  readonly assignment: Assignment;
  readonly roleName: string;
}

export interface InRole extends InWorkspace {
  readonly roleId: string;
  readonly roleName: string;
  readonly dataActions: readonly string[];
}

export const AccessControlKind = nodeKind<InWorkspace>()({
  name: 'accessControl',
  flags: ['refreshable'],
  parent: WorkspaceKind,
});

export const RoleKind = nodeKind<InRole>()({
  name: 'role',
  flags: ['named', 'refreshable'],
  parent: AccessControlKind,
  group: true,
});

/** Where assignments are grouped by who has them. */
export const PrincipalKind = nodeKind<InPrincipal>()({
  name: 'principal',
  flags: ['named', 'principal', 'principalPage'],
  parent: AccessControlKind,
  group: true,
});

/** Where assignments are grouped by where they hold. */
export const ScopeKind = nodeKind<InWorkspace & AtScope>()({
  name: 'scope',
  flags: ['named', 'accessScope'],
  parent: AccessControlKind,
  group: true,
});

export const RoleAssignmentKind = nodeKind<InAssignment>()({
  name: 'roleAssignment',
  flags: [...resourceFlags, 'principal', 'principalPage'],
  parent: AccessControlKind,
});

/** Why names are missing; stands once above the roles. */
export const NamesGapKind = nodeKind<InWorkspace & { readonly gap: NamesGap }>()({
  name: 'namesGap',
  flags: [],
  parent: AccessControlKind,
});

/** Who has Azure's own roles on the workspace, which are not Synapse's. */
export const AzureRolesKind = nodeKind<InWorkspace>()({
  name: 'azureRoles',
  flags: ['refreshable'],
  parent: AccessControlKind,
});

export const AzureRoleAssignmentKind = nodeKind<InPrincipal>()({
  name: 'azureRoleAssignment',
  flags: ['named', 'principal', 'principalPage'],
  parent: AzureRolesKind,
});

export const accessControlContributions = contributions({
  kinds: {
    AccessControlKind,
    RoleKind,
    PrincipalKind,
    ScopeKind,
    RoleAssignmentKind,
    NamesGapKind,
    AzureRolesKind,
    AzureRoleAssignmentKind,
  },
  commands: {
    'synapse.accessControl.grant': {
      title: 'Grant access…',
      icon: 'person-add',
      targets: [target(AccessControlKind), target(RoleKind), { flag: 'accessScope' }],
      menu: '6_access@2',
      inline: 1,
    },
    'synapse.accessControl.whoHasAccess': {
      title: 'Who has access?',
      icon: 'organization',
      targets: [{ flag: 'accessScope' }],
      menu: '6_access@1',
    },
    'synapse.accessControl.remove': {
      title: 'Remove access…',
      icon: 'trash',
      targets: [target(RoleAssignmentKind)],
      menu: '6_access@3',
      inline: 2,
    },
    'synapse.accessControl.check': {
      title: 'Check access…',
      icon: 'checklist',
      targets: [target(AccessControlKind), target(RoleAssignmentKind), target(PrincipalKind), { flag: 'accessScope' }],
      menu: '6_access@4',
    },
    'synapse.accessControl.export': {
      title: 'Export role assignments…',
      icon: 'export',
      targets: [target(AccessControlKind)],
      menu: '6_access@6',
    },
    'synapse.accessControl.explainRole': {
      title: 'What this role allows',
      icon: 'info',
      targets: [target(RoleKind)],
      menu: '4_look@1',
      palette: false,
    },
    'synapse.accessControl.groupBy': {
      title: 'Group access control by…',
      icon: 'list-tree',
      targets: [target(AccessControlKind)],
      menu: '7_group@1',
      inline: 3,
    },
    'synapse.accessControl.showNames': {
      title: 'Show names…',
      icon: 'key',
      targets: [target(NamesGapKind)],
      menu: '1_names@1',
      inline: 1,
      palette: false,
    },
    'synapse.accessControl.copyObjectId': {
      title: 'Copy object id',
      icon: 'copy',
      targets: [{ flag: 'principal' }],
      menu: '5_copy@4',
      palette: false,
    },
    'synapse.accessControl.openPrincipal': {
      title: 'Open user, group or application in Azure portal',
      icon: 'link-external',
      targets: [{ flag: 'principalPage' }],
      menu: '3_open@3',
      palette: false,
    },
  },
  settings: {
    'synapse.accessControl.groupBy': {
      type: 'string',
      default: 'role',
      enum: ['role', 'principal', 'scope'],
      enumDescriptions: [
        'Roles, and who has them below.',
        'People, groups and applications.',
        'What roles are given at.',
      ],
      description: 'What role assignments are grouped by.',
      scope: 'window',
      order: 21,
    },
  },
});
