import type { SettingDeclaration } from '../platform/contributions/declarations.ts';

const credential = (service: string, order: number): SettingDeclaration => ({
  type: 'string',
  default: 'account',
  enum: ['account', 'ownClient', 'azureCli', 'servicePrincipal', 'environment', 'visualStudioCode'],
  enumDescriptions: [
    'The Microsoft accounts that VS Code is signed in to.',
    'The same accounts, asked for by the client of “Client id”.',
    'The account of the Azure CLI (az login).',
    'A service principal; its secret is asked for once and kept in VS Code’s secret storage.',
    'What AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET in the environment say.',
    'Visual Studio Code’s account through a native broker; needs a plugin, see “Identity plugin”.',
  ],
  description: `The credential that ${service} is asked with.`,
  scope: 'machine',
  order,
});

/** All of them decide where tokens come from or go to, so no workspace may set them. */
export const signInSettings: Readonly<Record<`synapse.${string}`, SettingDeclaration>> = {
  'synapse.startWith': {
    type: 'string',
    default: 'lastUsed',
    enum: ['lastUsed', 'accounts', 'sample'],
    enumDescriptions: [
      'What was open last.',
      'The Microsoft accounts that VS Code is signed in to, or the credential that you chose.',
      'The built-in sample.',
    ],
    description: 'What the explorer shows when VS Code starts.',
    scope: 'machine',
    order: 1,
  },
  'synapse.cloud': {
    type: 'string',
    default: 'automatic',
    enum: ['automatic', 'public', 'usGovernment', 'china', 'custom'],
    enumDescriptions: [
      'The sovereign cloud that VS Code is set to (“microsoft-sovereign-cloud”), else the public cloud.',
      'Azure public cloud.',
      'Azure US Government.',
      'Azure operated by 21Vianet in China.',
      'The endpoints of “Custom cloud”.',
    ],
    description: 'The Azure cloud to sign in to.',
    scope: 'machine',
    order: 2,
  },
  'synapse.customCloud': {
    type: 'object',
    default: {},
    description:
      'Endpoints and token audiences of a custom cloud. Endpoints must use https, or http on this computer alone.',
    properties: {
      name: { type: 'string', description: 'A name to show.' },
      login: { type: 'string', description: 'Authority of Microsoft Entra.' },
      resourceManager: { type: 'string', description: 'Endpoint of Azure Resource Manager.' },
      resourceManagerAudience: { type: 'string', description: 'Token audience of Azure Resource Manager.' },
      workspace: {
        type: 'string',
        description:
          'Endpoint of a workspace, with {workspace} in the place of its name, or only what follows the name.',
      },
      workspaceAudience: { type: 'string', description: 'Token audience of workspaces.' },
      graph: { type: 'string', description: 'Endpoint of Microsoft Graph; without one, people have no names.' },
      graphAudience: { type: 'string', description: 'Token audience of Microsoft Graph.' },
      portal: { type: 'string', description: 'Address of the Azure portal.' },
      studio: { type: 'string', description: 'Address of Synapse Studio.' },
    },
    scope: 'machine',
    order: 3,
  },
  'synapse.credential.resourceManager': /* @__PURE__ */ credential('Azure Resource Manager', 4),
  'synapse.credential.workspace': /* @__PURE__ */ credential('a workspace’s own endpoint', 5),
  'synapse.credential.graph': /* @__PURE__ */ credential('Microsoft Graph', 6),
  'synapse.clientId': {
    type: 'string',
    default: '',
    description: 'Application (client) id for the credential “ownClient”.',
    scope: 'machine',
    order: 7,
  },
  'synapse.servicePrincipal.tenantId': {
    type: 'string',
    default: '',
    description: 'Tenant id of the credential “servicePrincipal”.',
    scope: 'machine',
    order: 8,
  },
  'synapse.servicePrincipal.clientId': {
    type: 'string',
    default: '',
    description: 'Application (client) id of the credential “servicePrincipal”.',
    scope: 'machine',
    order: 9,
  },
  'synapse.identityPlugin': {
    type: 'string',
    default: '',
    description: 'Main file of an installed @azure/identity-vscode, for the credential “visualStudioCode”.',
    scope: 'machine',
    order: 10,
  },
};
