import * as vscode from 'vscode';
import { onNode, onNodes, plain } from '../../platform/commands/commandHandler.ts';
import type { HandlersOf } from '../../platform/commands/commands.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { detailsOf } from './changeFacts.ts';
import { type activityContributions, ChangeKind } from './contributions.ts';

export function activityHandlers({
  changes,
  log,
}: Pick<FeatureParts, 'changes' | 'log'>): HandlersOf<typeof activityContributions> {
  return {
    'synapse.activity.retry': onNode(ChangeKind, async ({ data }) => {
      await data.write.about?.again?.();
    }),
    'synapse.activity.copyRequestId': onNode(ChangeKind, ({ data }) =>
      vscode.env.clipboard.writeText(data.requestId ?? ''),
    ),
    'synapse.activity.copyDetails': onNodes(ChangeKind, ({ targets }) =>
      vscode.env.clipboard.writeText(targets.map(({ data }) => detailsOf(data)).join('\n\n')),
    ),
    'synapse.activity.showLog': onNode(ChangeKind, () => {
      log.show();
    }),
    'synapse.activity.clearFinished': plain(() => {
      changes.clearFinished();
    }),
  };
}
