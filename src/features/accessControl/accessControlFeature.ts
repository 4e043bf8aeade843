import * as vscode from 'vscode';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { accessControlContributions, RoleAssignmentKind } from './contributions.ts';

/** Who may do what in a workspace. All but this is loaded when somebody is connected. */
export function registerAccessControl(parts: FeatureParts): vscode.Disposable {
  const { commands, connections, model, picker } = parts;
  picker.ask({
    kind: RoleAssignmentKind,
    placeholder: vscode.l10n.t('Select a role assignment'),
    none: vscode.l10n.t('Nobody has a role in this workspace.'),
  });
  return vscode.Disposable.from(
    connections.onDidChange(async () => {
      const { current } = connections;
      if (!current) return;
      const { followAccess } = await import('./explorer/followAccess.ts');
      followAccess(model, current);
    }),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (!change.affectsConfiguration('synapse.accessControl.groupBy')) return;
      const { refreshAccess } = await import('./explorer/followAccess.ts');
      refreshAccess(model);
    }),
    commands.register(accessControlContributions, async () =>
      (await import('./handlers.ts')).accessControlHandlers(parts),
    ),
  );
}
