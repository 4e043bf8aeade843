import type { TreeNode } from '../../../platform/tree/treeNode.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { NamesGapKind } from '../contributions.ts';
import type { NamesGap } from '../model/principal.ts';
import { gapWords } from '../people/gapWords.ts';

/** Says once, above everything, why there are ids in place of names; a click shows what can be done. */
export function namesGapNode(place: InWorkspace, gap: NamesGap): TreeNode<InWorkspace & { readonly gap: NamesGap }> {
  const words = gapWords(gap);
  return {
    kind: NamesGapKind,
    key: 'namesGap',
    data: { ...place, gap },
    label: words,
    icon: { id: 'info' },
    tooltip: words,
    accessibleLabel: words,
    click: 'synapse.accessControl.showNames',
    passing: true,
    order: '\u0000',
  };
}
