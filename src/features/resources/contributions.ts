import { contributions } from '../../platform/contributions/declarations.ts';

export const resourceContributions = contributions({
  commands: {
    'synapse.openInStudio': {
      title: 'Open in Synapse Studio',
      icon: 'link-external',
      targets: [{ flag: 'studio' }],
      menu: '3_open@1',
    },
    'synapse.openInPortal': {
      title: 'Open in Azure portal',
      icon: 'link-external',
      targets: [{ flag: 'portal' }],
      menu: '3_open@2',
    },
    'synapse.showProperties': {
      title: 'Show properties as JSON',
      icon: 'json',
      targets: [{ flag: 'resource' }],
      menu: '4_look@1',
    },
    'synapse.copyName': { title: 'Copy name', icon: 'copy', targets: [{ flag: 'named' }], menu: '5_copy@1' },
    'synapse.copyResourceId': {
      title: 'Copy resource id',
      icon: 'copy',
      targets: [{ flag: 'resource' }],
      menu: '5_copy@2',
    },
  },
});
