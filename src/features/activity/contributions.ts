import type { Change } from '../../platform/changes/changes.ts';
import { contributions, nodeKind, target } from '../../platform/contributions/declarations.ts';
import { synapseContainer } from '../../platform/contributions/synapseContainer.ts';

export const activityViewId = 'synapse.activity';

export const ChangeKind = nodeKind<Change>()({ name: 'change', flags: ['requestId', 'again'] });
/** One fact about a change, below it. */
export const ChangeFactKind = nodeKind<Record<never, never>>()({ name: 'changeFact', flags: [], parent: ChangeKind });

export const activityContributions = contributions({
  kinds: { ChangeKind, ChangeFactKind },
  views: [{ container: synapseContainer, id: activityViewId, name: 'Activity', collapsed: true }],
  welcome: [
    {
      view: activityViewId,
      contents:
        'Nothing was changed from this window yet. What you change in a workspace is listed here: what it was, who did it, and how it went.',
    },
  ],
  commands: {
    'synapse.activity.retry': {
      title: 'Retry',
      icon: 'refresh',
      view: activityViewId,
      targets: [target(ChangeKind, 'again')],
      menu: '1_retry@1',
      inline: 1,
      palette: false,
    },
    'synapse.activity.copyRequestId': {
      title: 'Copy request id',
      view: activityViewId,
      targets: [target(ChangeKind, 'requestId')],
      menu: '5_copy@1',
      palette: false,
    },
    'synapse.activity.copyDetails': {
      title: 'Copy details',
      icon: 'copy',
      view: activityViewId,
      targets: [target(ChangeKind)],
      menu: '5_copy@2',
      palette: false,
    },
    'synapse.activity.showLog': {
      title: 'Show log',
      view: activityViewId,
      targets: [target(ChangeKind)],
      menu: '9_log@1',
      palette: false,
    },
    'synapse.activity.clearFinished': {
      title: 'Clear finished changes',
      icon: 'clear-all',
      view: activityViewId,
      viewTitle: 1,
    },
  },
});
