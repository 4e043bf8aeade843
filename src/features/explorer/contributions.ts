import type { Connection } from '../../platform/connection.ts';
import { contributions, nodeKind, target, targetWithout } from '../../platform/contributions/declarations.ts';
import { synapseContainer } from '../../platform/contributions/synapseContainer.ts';
import type { TenantAccess } from '../../platform/tenants.ts';
import { ErrorKind, HintKind, LoadMoreKind } from '../../platform/tree/mechanismKinds.ts';
import { resourceFlags } from '../resources/public.ts';
import type { Pin } from './pins/pin.ts';
import { type Subscription, SubscriptionKind, WorkspaceKind } from './public.ts';

export const viewId = 'synapse.explorer';

/** A tenant that could not be read: it stands in the tree in place of its subscriptions. */
export const TenantKind = nodeKind<{ readonly tenant: TenantAccess; readonly error: unknown }>()({
  name: 'tenant',
  flags: ['named', 'refreshable', 'signIn'],
  group: true,
});

/** A resource group with workspaces, where the tree is grouped so. */
export const ResourceGroupKind = nodeKind<{
  readonly connection: Connection;
  readonly subscription: Subscription;
  readonly resourceGroupName: string;
}>()({ name: 'resourceGroup', flags: resourceFlags, group: true });

/** “Pinned”, above all others. */
export const PinnedKind = nodeKind<Record<never, never>>()({ name: 'pinned', flags: [], group: true });

/** A pinned workspace that is not there, or not for this account. */
export const MissingPinKind = nodeKind<{ readonly pin: Pin }>()({
  name: 'missingPin',
  flags: ['named'],
  parent: PinnedKind,
});

export const explorerContributions = contributions({
  kinds: {
    TenantKind,
    SubscriptionKind,
    ResourceGroupKind,
    PinnedKind,
    MissingPinKind,
    WorkspaceKind,
    ErrorKind,
    HintKind,
    LoadMoreKind,
  },
  views: [{ container: synapseContainer, id: viewId, name: 'Workspaces' }],
  commands: {
    'synapse.refresh': {
      title: 'Refresh all',
      icon: 'refresh',
      viewTitle: 1,
      when: 'synapse.connection == connected',
    },
    'synapse.selectTenants': {
      title: 'Select accounts and tenants…',
      icon: 'organization',
      viewMenu: '2_filter@1',
      when: 'synapse.connection == connected',
    },
    'synapse.selectSubscriptions': {
      title: 'Select subscriptions…',
      icon: 'filter',
      viewTitle: 0,
      when: 'synapse.connection == connected',
    },
    'synapse.showEverything': {
      title: 'Show all tenants and subscriptions',
      icon: 'clear-all',
      viewMenu: '2_filter@2',
      when: 'synapse.connection == connected',
    },
    'synapse.showEmptySubscriptions': {
      title: 'Show subscriptions without workspaces',
      icon: 'eye',
      when: 'synapse.connection == connected && !config.synapse.showEmptySubscriptions',
    },
    'synapse.signInToTenants': {
      title: 'Sign in to tenants…',
      icon: 'sign-in',
      when: 'synapse.connection == connected && synapse.empty == signIn',
    },
    'synapse.groupBy': {
      title: 'Group by…',
      icon: 'list-tree',
      viewMenu: '3_group@1',
    },
    'synapse.findInTree': { title: 'Find in the tree…', icon: 'search', viewMenu: '3_find@1' },
    'synapse.goToWorkspace': {
      title: 'Go to workspace…',
      icon: 'go-to-search',
      viewTitle: 2,
    },
    'synapse.goToAccessControl': { title: 'Go to access control…', icon: 'shield' },
    'synapse.pin': {
      title: 'Pin',
      icon: 'pin',
      targets: [targetWithout(WorkspaceKind, 'pinned')],
      menu: '2_pin@1',
      inline: 8,
    },
    'synapse.unpin': {
      title: 'Unpin',
      icon: 'pinned',
      targets: [target(WorkspaceKind, 'pinned'), target(MissingPinKind)],
      menu: '2_pin@1',
      inline: 8,
    },
    'synapse.copyLink': { title: 'Copy link', icon: 'link', targets: [{ flag: 'resource' }], menu: '5_copy@3' },
    'synapse.openWalkthrough': { title: 'Open walkthrough', icon: 'mortar-board', viewMenu: '9_log@3' },
    'synapse.refreshNode': {
      title: 'Refresh',
      icon: 'refresh',
      targets: [{ flag: 'refreshable' }],
      menu: '9_refresh@1',
      inline: 9,
      palette: false,
    },
    'synapse.retry': {
      title: 'Retry',
      icon: 'refresh',
      targets: [target(ErrorKind, 'retry')],
      menu: '1_retry@1',
      inline: 1,
      palette: false,
    },
    'synapse.copyError': {
      title: 'Copy error details',
      icon: 'copy',
      targets: [target(ErrorKind)],
      menu: '1_retry@2',
      palette: false,
    },
    'synapse.loadMore': { title: 'Load more', targets: [target(LoadMoreKind)], menu: '1_more@1', palette: false },
    'synapse.showLog': { title: 'Show log', icon: 'output', viewMenu: '9_log@1' },
  },
  settings: {
    'synapse.groupBy': {
      type: 'string',
      default: 'subscription',
      enum: ['subscription', 'resourceGroup', 'none'],
      enumDescriptions: [
        'Subscriptions, and their workspaces below them.',
        'Resource groups, and their workspaces below them.',
        'All workspaces in one list.',
      ],
      description: 'What workspaces are grouped by.',
      scope: 'window',
      order: 19,
    },
    'synapse.showEmptySubscriptions': {
      type: 'boolean',
      default: false,
      description: 'Show subscriptions that have no Synapse workspace.',
      scope: 'window',
      order: 20,
    },
  },
});
