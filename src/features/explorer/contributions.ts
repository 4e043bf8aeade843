import { contributions, nodeKind, target } from '../../platform/contributions/declarations.ts';
import { synapseContainer } from '../../platform/contributions/synapseContainer.ts';
import type { TenantAccess } from '../../platform/tenants.ts';
import { ErrorKind, HintKind, LoadMoreKind } from '../../platform/tree/mechanismKinds.ts';
import { SubscriptionKind, WorkspaceKind } from './public.ts';

export const viewId = 'synapse.explorer';

/** A tenant that could not be read: it stands in the tree in place of its subscriptions. */
export const TenantKind = nodeKind<{ readonly tenant: TenantAccess; readonly error: unknown }>()({
  name: 'tenant',
  flags: ['named', 'refreshable', 'signIn'],
});

export const explorerContributions = contributions({
  kinds: { TenantKind, SubscriptionKind, WorkspaceKind, ErrorKind, HintKind, LoadMoreKind },
  views: [{ container: synapseContainer, id: viewId, name: 'Workspaces' }],
  welcome: [
    {
      view: viewId,
      contents:
        'Sign in to see the Azure Synapse workspaces that you can use.\n[Sign in to Azure](command:synapse.signIn)\nNo Azure account at hand? The sample runs on this computer.\n[Open the sample](command:synapse.openSample)',
      when: 'synapse.connection == signedOut',
    },
    {
      view: viewId,
      contents:
        'No subscription that this account can see has been found. Ask for access to one, or use another account.\n[Sign in to Azure](command:synapse.signIn)\n[Open the sample](command:synapse.openSample)\n[Refresh](command:synapse.refresh)',
      when: 'synapse.connection == connected',
    },
    { view: viewId, contents: 'Connecting…', when: 'synapse.connection == connecting' },
    {
      view: viewId,
      contents:
        'The connection did not work. The log says why.\n[Try again](command:synapse.signIn)\n[Open the sample](command:synapse.openSample)\n[Show log](command:synapse.showLog)',
      when: 'synapse.connection == failed',
    },
  ],
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
    'synapse.findInTree': { title: 'Find in the tree…', icon: 'search', viewMenu: '3_find@1' },
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
    'synapse.showEmptySubscriptions': {
      type: 'boolean',
      default: false,
      description: 'Show subscriptions that have no Synapse workspace.',
      scope: 'window',
      order: 20,
    },
  },
});
