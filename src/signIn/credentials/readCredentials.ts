import * as vscode from 'vscode';
import type { Plane } from '../../azure/operation.ts';
import { type CredentialKind, credentialKinds, credentialSettings } from './credentialKinds.ts';

export type ChosenCredentials = Readonly<Record<Plane, CredentialKind>>;

/** The credentials that the settings choose, one for each audience. Unknown values count as `account`. */
export function readCredentials(): ChosenCredentials {
  return { resourceManager: read('resourceManager'), workspace: read('workspace'), graph: read('graph') };
}

function read(plane: Plane): CredentialKind {
  const value = vscode.workspace.getConfiguration('synapse').get<string>(credentialSettings[plane]);
  return credentialKinds.find((kind) => kind === value) ?? 'account';
}

export interface ServicePrincipalSettings {
  readonly tenantId: string;
  readonly clientId: string;
}

/** @throws Error that says which setting is missing. */
export function readServicePrincipal(): ServicePrincipalSettings {
  const settings = vscode.workspace.getConfiguration('synapse');
  return {
    tenantId: required(settings, 'servicePrincipal.tenantId'),
    clientId: required(settings, 'servicePrincipal.clientId'),
  };
}

/** The client id for `ownClient`. @throws Error that says that the setting is missing. */
export function readClientId(): string {
  return required(vscode.workspace.getConfiguration('synapse'), 'clientId');
}

function required(settings: vscode.WorkspaceConfiguration, name: string): string {
  const value = settings.get<string>(name, '').trim();
  if (value === '') throw new Error(vscode.l10n.t('The setting “{0}” is needed and is empty.', `synapse.${name}`));
  return value;
}
