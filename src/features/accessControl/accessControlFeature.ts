import * as vscode from 'vscode';
import { onAnyNode, onNode, onNodes } from '../../platform/commands/commandHandler.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import {
  AccessControlKind,
  accessControlContributions,
  NamesGapKind,
  RoleAssignmentKind,
  RoleKind,
} from './contributions.ts';
import type { accessHandlers } from './handlers.ts';
import { registerRolesPage } from './rolesPage/rolesPageFeature.ts';

/** Who may do what in a workspace. All but this is loaded when somebody is connected. */
export function registerAccessControl(parts: FeatureParts): vscode.Disposable {
  const { commands, connections, model, picker } = parts;
  const lazily =
    (name: keyof typeof accessHandlers) =>
    async (...given: readonly unknown[]): Promise<void> => {
      const handlers = await import('./handlers.ts');
      // The one cast: the command wrapper gives each handler what its registration names.
      await (handlers.accessHandlers[name] as (...all: unknown[]) => Promise<void>)(parts, ...given);
    };
  const follow = async (refresh: boolean): Promise<void> => {
    const { followAccess, refreshAccess } = await import('./explorer/followAccess.ts');
    if (refresh) refreshAccess(model);
    else if (connections.current) followAccess(model, connections.current);
  };
  picker.ask({
    kind: RoleAssignmentKind,
    placeholder: vscode.l10n.t('Select a role assignment'),
    none: vscode.l10n.t('Nobody has a role in this workspace.'),
  });
  return vscode.Disposable.from(
    registerRolesPage(parts),
    connections.onDidChange(() => {
      if (connections.current) void follow(false);
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('synapse.accessControl.groupBy')) void follow(true);
    }),
    commands.register(accessControlContributions, {
      'synapse.accessControl.grant': onAnyNode(lazily('grant'), AccessControlKind),
      'synapse.accessControl.whoHasAccess': onAnyNode(lazily('whoHasAccess')),
      'synapse.accessControl.remove': onNodes(RoleAssignmentKind, lazily('remove')),
      'synapse.accessControl.check': onAnyNode(lazily('check'), AccessControlKind),
      'synapse.accessControl.explainRole': onNode(RoleKind, lazily('explainRole')),
      'synapse.accessControl.groupBy': onNode(AccessControlKind, lazily('groupBy')),
      'synapse.accessControl.showNames': onNode(NamesGapKind, lazily('showNames')),
      'synapse.accessControl.copyObjectId': onAnyNode(lazily('copyObjectId')),
      'synapse.accessControl.openPrincipal': onAnyNode(lazily('openPrincipal')),
    }),
  );
}
