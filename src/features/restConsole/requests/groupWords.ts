/** Groups that are better known by another name than the declarations': the service's own terms, in every language. */
const otherNames: Readonly<Record<string, string>> = {
  AccessChecks: 'Synapse access checks',
  AzurePermissions: 'Azure permissions',
  BigDataPools: 'Apache Spark pools',
  DirectoryObjects: 'Microsoft Graph: directory objects',
  EndpointBigDataPools: 'Apache Spark pools (workspace endpoint)',
  EndpointIntegrationRuntimes: 'Integration runtimes (workspace endpoint)',
  EndpointSqlPools: 'SQL pools (workspace endpoint)',
  EndpointWorkspace: 'Workspace (workspace endpoint)',
  Groups: 'Microsoft Graph: groups',
  IntegrationRuntimeKeys: 'Integration runtime auth keys',
  Libraries: 'Workspace packages (libraries)',
  OperationResults: 'Operation results',
  Operations: 'Operations of Microsoft.Synapse',
  ResourceGraph: 'Azure Resource Graph',
  ResourceGraphOperations: 'Operations of Azure Resource Graph',
  RoleAssignments: 'Synapse role assignments',
  RoleDefinitions: 'Synapse role definitions',
  ServicePrincipals: 'Microsoft Graph: service principals',
  SparkBatches: 'Spark batch jobs (Livy)',
  SparkSessions: 'Spark sessions and statements (Livy)',
  Users: 'Microsoft Graph: users',
  WorkspaceAadAdmins: 'Workspace Microsoft Entra administrators',
  WorkspaceGitRepoManagement: 'Workspace Git repository management',
};

const spelled: Readonly<Record<string, string>> = {
  azure: 'Azure',
  ip: 'IP',
  kql: 'KQL',
  sql: 'SQL',
  spark: 'Spark',
};

/** `SQL pool restore points` for `SqlPoolRestorePoints`. */
export function groupWords(group: string): string {
  const words = otherNames[group] ?? wordsOf(group);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `list by workspace` for `listByWorkspace`. */
export function operationWords(member: string): string {
  return wordsOf(member);
}

function wordsOf(name: string): string {
  return name
    .split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/u)
    .map((word) => spelled[word.toLowerCase()] ?? word.toLowerCase())
    .join(' ');
}
