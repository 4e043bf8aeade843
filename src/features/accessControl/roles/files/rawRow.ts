/** A row of a file as it says it, trimmed; members that it does not have, or that are empty, are absent. */
export interface RawRow {
  readonly row: number;
  readonly fields: Readonly<Partial<Record<Field, string>>>;
}

const names = {
  principalId: ['principalId', 'objectId', 'principalObjectId', 'userObjectId', 'oid'],
  userPrincipalName: ['userPrincipalName', 'upn', 'user', 'userName', 'signInName'],
  mail: ['mail', 'email', 'emailAddress'],
  applicationId: ['applicationId', 'appId', 'clientId'],
  principalType: ['principalType', 'objectType', 'type'],
  role: ['role', 'roleName', 'roleDefinitionName', 'synapseRole'],
  roleId: ['roleId', 'roleDefinitionId'],
  scope: ['scope'],
  workspaceIdentity: ['workspaceIdentity'],
} as const;

export type Field = keyof typeof names;

/** Those that can say whose role it is. */
export const principalFields = ['principalId', 'userPrincipalName', 'mail', 'applicationId'] as const;

const fieldByName = new Map(
  Object.entries(names).flatMap(([field, spellings]) =>
    spellings.map((spelling): [string, Field] => [spelling.toLowerCase(), field as Field]),
  ),
);

/** What a column or member holds by its name, however it is spelled (`Object ID`, `object_id`); undefined for others. */
export function fieldCalled(name: string): Field | undefined {
  return fieldByName.get(name.toLowerCase().replace(/[\s_\-.]/gu, ''));
}

/** Notes a value; of several columns for the same the first that says something counts. */
export function note(fields: Partial<Record<Field, string>>, field: Field, value: string): void {
  const text = value.trim();
  if (text !== '') fields[field] ??= text;
}
