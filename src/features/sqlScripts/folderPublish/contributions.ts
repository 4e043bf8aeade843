import { contributions } from '../../../platform/contributions/declarations.ts';

/** Also in `activationEvents` of package.json, so that VS Code can give the page back when a window is loaded anew. */
export const folderPageType = 'synapse.publishFolder';

export const folderPublishContributions = contributions({
  commands: {
    'synapse.sqlScript.publishFolder': {
      title: 'Publish folder to workspace…',
      icon: 'cloud-upload',
      fileMenus: [
        {
          menu: 'explorer/context',
          when: 'explorerResourceIsFolder && resourceScheme != synapse-sql',
          group: '7_synapse@2',
        },
      ],
    },
    'synapse.sqlScript.publishHere': {
      title: 'Publish file or folder here…',
      icon: 'cloud-upload',
      targets: [{ flag: 'scriptFolder' }],
      menu: '1_new@2',
      palette: false,
    },
    'synapse.sqlScript.downloadFolder': {
      title: 'Download to a folder…',
      icon: 'cloud-download',
      targets: [{ flag: 'scriptFolder' }],
      menu: '1_new@3',
    },
  },
});
