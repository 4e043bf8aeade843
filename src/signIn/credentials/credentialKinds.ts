import type { Plane } from '../../azure/operation.ts';

/** How tokens for one audience are obtained; the values of the `synapse.credential.*` settings. */
export const credentialKinds = [
  'account',
  'ownClient',
  'azureCli',
  'servicePrincipal',
  'environment',
  'visualStudioCode',
] as const;
export type CredentialKind = (typeof credentialKinds)[number];

/** The setting that chooses the credential of each audience. */
export const credentialSettings: Readonly<Record<Plane, string>> = {
  resourceManager: 'credential.resourceManager',
  workspace: 'credential.workspace',
  graph: 'credential.graph',
};

/** Whether tokens come from accounts that VS Code manages; all other kinds are credentials of @azure/identity. */
export function usesAccount(kind: CredentialKind): kind is 'account' | 'ownClient' {
  return kind === 'account' || kind === 'ownClient';
}
