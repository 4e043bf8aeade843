import { AzureError } from '../../../azure/azureError.ts';

/** What the service wants to be allowed before it does something with scripts. */
export type ScriptRight = 'read' | 'write' | 'delete';

/** Data actions of Synapse RBAC (recorded role definitions): reading comes with all artifacts. */
export const scriptActions: Readonly<Record<ScriptRight, string>> = {
  read: 'Microsoft.Synapse/workspaces/artifacts/read',
  write: 'Microsoft.Synapse/workspaces/sqlScripts/write',
  delete: 'Microsoft.Synapse/workspaces/sqlScripts/delete',
};

const writers = [
  'Synapse Artifact Publisher',
  'Synapse Contributor',
  'Synapse SQL Administrator',
  'Synapse Administrator',
];
const readers = ['Synapse Artifact User', 'Synapse Monitoring Operator', 'Apache Spark Administrator', ...writers];

/**
 * The built-in roles that bring a right, the weaker ones first (recorded role definitions,
 * roleDefinitions.2020-08-01-preview; there are no roles of people's own).
 */
export function scriptRoles(right: ScriptRight): readonly string[] {
  return right === 'read' ? readers : writers;
}

/**
 * Which right a refusal says is missing; undefined where it is no refusal by Synapse RBAC. The service tells the action in
 * its text alone (documentation of Synapse RBAC); where it does not, what was called tells it.
 */
export function missingRight(error: unknown): ScriptRight | undefined {
  if (!(error instanceof AzureError) || error.status !== 403 || error.code === 'ClientIpAddressNotAuthorized') {
    return undefined;
  }
  const action = /Required permission: Action: ([\w./]+),/u.exec(error.message)?.[1]?.toLowerCase();
  const rights = Object.keys(scriptActions) as ScriptRight[];
  if (action !== undefined) return rights.find((right) => scriptActions[right].toLowerCase() === action);
  switch (error.operation) {
    case 'SqlScript_CreateOrUpdateSqlScript':
    case 'SqlScript_RenameSqlScript':
      return 'write';
    case 'SqlScript_DeleteSqlScript':
      return 'delete';
    case 'SqlScript_GetSqlScript':
    case 'SqlScript_GetSqlScriptsByWorkspace':
      return 'read';
    default:
      return undefined;
  }
}
