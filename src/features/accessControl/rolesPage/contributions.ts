import { contributions, target } from '../../../platform/contributions/declarations.ts';
import { WorkspaceKind } from '../../explorer/public.ts';
import { AccessControlKind } from '../contributions.ts';

/** Also in `activationEvents` of package.json, so that VS Code can give the page back when a window is loaded anew. */
export const rolesPageType = 'synapse.editRoles';

export const rolesPageContributions = contributions({
  commands: {
    'synapse.accessControl.edit': {
      title: 'Edit role assignments…',
      icon: 'edit',
      targets: [target(WorkspaceKind), target(AccessControlKind), { flag: 'accessScope' }],
      menu: '6_access@0',
    },
  },
});
