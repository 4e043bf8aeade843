import * as vscode from 'vscode';
import type { Change } from '../../platform/changes/changes.ts';
import { errorWords } from '../../platform/errors/errorWords.ts';
import { onePage } from '../../platform/tree/onePage.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
import { type ChangeFact, detailsOf, factsOf } from './changeFacts.ts';
import { placeOf } from './changePlace.ts';
import { stateIcon, stateWords, timeWords, titleOf } from './changeWords.ts';
import { ChangeFactKind, ChangeKind } from './contributions.ts';

/** A change as a row; what is known about it stands below it. */
export function changeNode(change: Change): TreeNode<Change> {
  const { workspace } = placeOf(change.write);
  const title = titleOf(change);
  const how = [stateWords(change), ...(change.error === undefined ? [] : [errorWords(change.error).summary])].join(
    ': ',
  );
  const where = [...(workspace === undefined ? [] : [workspace]), timeWords(change.began)];
  return {
    kind: ChangeKind,
    key: String(change.id),
    data: change,
    label: title,
    description: [how, ...where].join(' · '),
    icon: stateIcon(change),
    tooltip: detailsOf(change),
    accessibleLabel: vscode.l10n.t('Change {0}, {1}', title, [how, ...where].join(', ')),
    flags: flagsOf(change),
    children: onePage(() => factsOf(change).map(factNode)),
  };
}

/** Only what failed may be done again, and only where the command says that it does no harm. */
function flagsOf({ state, requestId, write }: Change): string[] {
  return [
    ...(requestId === undefined ? [] : ['requestId']),
    ...(state === 'failed' && write.about?.again ? ['again'] : []),
  ];
}

function factNode({ key, text }: ChangeFact): TreeNode {
  return { kind: ChangeFactKind, key, data: {}, label: text, accessibleLabel: text, icon: { id: 'blank' } };
}
