import { onAnyNode } from '../../../platform/commands/commandHandler.ts';
import type { HandlersOf } from '../../../platform/commands/commands.ts';
import { type InWorkspace, WorkspaceKind } from '../../explorer/public.ts';
import type { AtScope } from '../public.ts';
import type { rolesPageContributions } from './contributions.ts';
import type { RolesPages } from './rolesPages.ts';

/** What the page's command does. */
export function rolesPageHandlers(pages: RolesPages): HandlersOf<typeof rolesPageContributions> {
  return {
    'synapse.accessControl.edit': onAnyNode(({ data }) => {
      // The one cast: the command's targets name only nodes that hold this.
      pages.show(data as InWorkspace & Partial<AtScope>);
    }, WorkspaceKind),
  };
}
