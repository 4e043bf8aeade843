import { contributions } from '../platform/contributions/declarations.ts';

export const signInContributions = contributions({
  commands: {
    'synapse.signIn': { title: 'Sign in to Azure…', icon: 'sign-in', viewMenu: '1_account@1' },
    'synapse.disconnect': {
      title: 'Disconnect',
      icon: 'debug-disconnect',
      viewMenu: '1_account@3',
      when: 'synapse.connection == connected',
    },
  },
  settings: {
    'synapse.startWith': {
      type: 'string',
      default: 'lastUsed',
      enum: ['lastUsed', 'accounts', 'sample'],
      enumDescriptions: [
        'What was open last.',
        'The Microsoft account that VS Code is signed in to.',
        'The built-in sample.',
      ],
      description: 'What the explorer shows when VS Code starts.',
      scope: 'machine',
      order: 1,
    },
    'synapse.cloud': {
      type: 'string',
      default: 'public',
      enum: ['public', 'usGovernment', 'china', 'custom'],
      enumDescriptions: [
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
          description: 'Endpoint of a workspace, with {workspace} in the place of its name.',
        },
        workspaceAudience: { type: 'string', description: 'Token audience of workspaces.' },
        graph: { type: 'string', description: 'Endpoint of Microsoft Graph.' },
        graphAudience: { type: 'string', description: 'Token audience of Microsoft Graph.' },
        portal: { type: 'string', description: 'Address of the Azure portal.' },
        studio: { type: 'string', description: 'Address of Synapse Studio.' },
      },
      scope: 'machine',
      order: 3,
    },
  },
});
