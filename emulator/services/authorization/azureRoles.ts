/** A built-in role of Azure; ids and actions as its public reference of built-in roles has them. */
export interface AzureRole {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

const manageAccess = 'Microsoft.Authorization/*';

/** Those that people meet on a workspace; the real list has hundreds. */
export const azureRoles: readonly AzureRole[] = [
  {
    id: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
    name: 'Owner',
    description: 'Manages all resources, and who has access to them.',
    actions: ['*'],
    notActions: [],
  },
  {
    id: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
    name: 'Contributor',
    description: 'Manages all resources, but not who has access to them.',
    actions: ['*'],
    notActions: [
      'Microsoft.Authorization/*/Delete',
      'Microsoft.Authorization/*/Write',
      'Microsoft.Authorization/elevateAccess/Action',
    ],
  },
  {
    id: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
    name: 'Reader',
    description: 'Sees all resources and changes nothing.',
    actions: ['*/read'],
    notActions: [],
  },
  {
    id: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
    name: 'User Access Administrator',
    description: 'Manages who has access to resources.',
    actions: ['*/read', manageAccess, 'Microsoft.Support/*'],
    notActions: [],
  },
];

/** Whether a role lets its holders assign roles: `Microsoft.Authorization/roleAssignments/write`. */
export function mayAssignRoles(roleId: string): boolean {
  const { actions = [], notActions = [] } = azureRoles.find(({ id }) => id === roleId) ?? {};
  return notActions.length === 0 && (actions.includes('*') || actions.includes(manageAccess));
}
