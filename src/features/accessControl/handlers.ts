import * as vscode from 'vscode';
import { onAnyNode, onNode, onNodes } from '../../platform/commands/commandHandler.ts';
import type { HandlersOf } from '../../platform/commands/commands.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { checkAccessAt } from './commands/checkAccess.ts';
import { exportAccess } from './commands/exportAccess.ts';
import { explainRole } from './commands/explainRole.ts';
import { grantAccess } from './commands/grantAccess.ts';
import { groupAccessBy } from './commands/groupAccessBy.ts';
import { lookAtHolders } from './commands/holderActions.ts';
import { openPrincipal } from './commands/principalPage.ts';
import { removeAccess } from './commands/removeAccess.ts';
import { showNames } from './commands/showNames.ts';
import {
  AccessControlKind,
  type accessControlContributions,
  type InPrincipal,
  NamesGapKind,
  RoleAssignmentKind,
  RoleKind,
} from './contributions.ts';

export function accessControlHandlers({
  model,
  errors,
}: Pick<FeatureParts, 'model' | 'errors'>): HandlersOf<typeof accessControlContributions> {
  return {
    'synapse.accessControl.grant': onAnyNode(grantAccess, AccessControlKind),
    'synapse.accessControl.whoHasAccess': onAnyNode((target) => lookAtHolders({ errors }, target)),
    'synapse.accessControl.remove': onNodes(RoleAssignmentKind, (targets) => removeAccess({ errors }, targets)),
    'synapse.accessControl.check': onAnyNode(checkAccessAt, AccessControlKind),
    'synapse.accessControl.export': onNode(AccessControlKind, exportAccess),
    'synapse.accessControl.explainRole': onNode(RoleKind, explainRole),
    'synapse.accessControl.groupBy': onNode(AccessControlKind, groupAccessBy),
    'synapse.accessControl.showNames': onNode(NamesGapKind, (target) => showNames(model, target)),
    // The one cast: these flags are only on nodes whose data is this.
    'synapse.accessControl.copyObjectId': onAnyNode(({ data }) =>
      vscode.env.clipboard.writeText((data as InPrincipal).principalId),
    ),
    'synapse.accessControl.openPrincipal': onAnyNode(({ data }) => openPrincipal(data as InPrincipal)),
  };
}
