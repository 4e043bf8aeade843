import { contributions } from '../platform/contributions/declarations.ts';

export const sampleContributions = contributions({
  commands: {
    'synapse.openSample': { title: 'Open the sample', icon: 'beaker', viewMenu: '1_account@2' },
  },
  settings: {
    'synapse.sample': {
      type: 'string',
      default: 'standard',
      enum: ['standard', 'large'],
      enumDescriptions: [
        'A dozen workspaces in two tenants.',
        'Three hundred workspaces in a hundred subscriptions, to see how the explorer copes.',
      ],
      description: 'Which sample “Open the sample” opens. The sample runs on this computer and needs no Azure account.',
      scope: 'machine',
      order: 10,
    },
  },
});
