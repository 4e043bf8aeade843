import * as vscode from 'vscode';
import { onAnyNode } from '../../../platform/commands/commandHandler.ts';
import type { FeatureParts } from '../../../platform/featureParts.ts';
import { type InWorkspace, WorkspaceKind } from '../../explorer/public.ts';
import type { AtScope } from '../public.ts';
import { rolesPageContributions, rolesPageType } from './contributions.ts';
import type { RolesPages } from './rolesPages.ts';

/** The page of role assignments. All but this is loaded when it is first used. */
export function registerRolesPage(parts: FeatureParts): vscode.Disposable {
  let made: Promise<RolesPages> | undefined;
  const load = (): Promise<RolesPages> =>
    (made ??= import('./rolesPages.ts').then(({ RolesPages }) => new RolesPages(parts)));
  return vscode.Disposable.from(
    parts.commands.register(rolesPageContributions, {
      'synapse.accessControl.edit': onAnyNode(async ({ data }) => {
        // The one cast: the command's targets name only nodes that hold this.
        (await load()).show(data as InWorkspace & Partial<AtScope>);
      }, WorkspaceKind),
    }),
    vscode.window.registerWebviewPanelSerializer(rolesPageType, {
      deserializeWebviewPanel: async (panel, state) => {
        (await load()).restore(panel, state);
      },
    }),
    new vscode.Disposable(() => void made?.then((pages) => pages.dispose())),
  );
}
