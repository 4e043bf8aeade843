import * as vscode from 'vscode';
import type { Target, Targets } from '../../platform/commands/commandHandler.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import type { InWorkspace } from '../explorer/public.ts';
import { checkAccessAt } from './commands/checkAccess.ts';
import { explainRole } from './commands/explainRole.ts';
import { grantAccess } from './commands/grantAccess.ts';
import { groupAccessBy } from './commands/groupAccessBy.ts';
import { lookAtHolders } from './commands/holderActions.ts';
import { openPrincipal } from './commands/principalPage.ts';
import { removeAccess } from './commands/removeAccess.ts';
import { showNames } from './commands/showNames.ts';
import type { InAssignment, InPrincipal, InRole } from './contributions.ts';
import type { NamesGap } from './model/principal.ts';

/** What the feature's commands do; loaded with the first one that is run. */
export const accessHandlers = {
  grant: (_parts: FeatureParts, target: Target) => grantAccess(target),
  whoHasAccess: (parts: FeatureParts, target: Target) => lookAtHolders(parts, target),
  remove: (parts: FeatureParts, targets: Targets<InAssignment>) => removeAccess(parts, targets),
  check: (_parts: FeatureParts, target: Target) => checkAccessAt(target),
  explainRole: (_parts: FeatureParts, target: Target<InRole>) => explainRole(target),
  groupBy: () => groupAccessBy(),
  showNames: ({ model }: FeatureParts, target: Target<InWorkspace & { readonly gap: NamesGap }>) =>
    showNames(model, target),
  copyObjectId: async (_parts: FeatureParts, { data }: Target) => {
    // The one cast: the flag `principal` is only on nodes whose data is this.
    await vscode.env.clipboard.writeText((data as InPrincipal).principalId);
  },
  openPrincipal: (_parts: FeatureParts, { data }: Target) => openPrincipal(data as InPrincipal),
} as const;
