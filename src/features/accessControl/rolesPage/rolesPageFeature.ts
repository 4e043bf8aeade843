import * as vscode from 'vscode';
import type { FeatureParts } from '../../../platform/featureParts.ts';
import { rolesPageContributions, rolesPageType } from './contributions.ts';
import type { RolesPages } from './rolesPages.ts';

/** The page of role assignments. All but this is loaded when it is first used. */
export function registerRolesPage(parts: FeatureParts): vscode.Disposable {
  let made: Promise<RolesPages> | undefined;
  const load = (): Promise<RolesPages> =>
    (made ??= import('./rolesPages.ts').then(({ RolesPages }) => new RolesPages(parts)));
  return vscode.Disposable.from(
    parts.commands.register(rolesPageContributions, async () => {
      const [{ rolesPageHandlers }, pages] = await Promise.all([import('./handlers.ts'), load()]);
      return rolesPageHandlers(pages);
    }),
    vscode.window.registerWebviewPanelSerializer(rolesPageType, {
      deserializeWebviewPanel: async (panel, state) => {
        (await load()).restore(panel, state);
      },
    }),
    new vscode.Disposable(() => void made?.then((pages) => pages.dispose())),
  );
}
