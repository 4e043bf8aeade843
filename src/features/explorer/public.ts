import type { WorkspaceAddress } from '../../api/synapse/workspaceAddress.ts';
import type { Connection } from '../../platform/connection.ts';
import type { Identity } from '../../platform/tenants.ts';
import { nodeKind } from '../../platform/contributions/declarations.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
import { resourceFlags } from '../resources/public.ts';

export interface Subscription extends Identity {
  readonly subscriptionId: string;
  readonly displayName: string;
}

/** A workspace as Azure Resource Graph lists it: what the tree shows, and what a request needs. */
export interface Workspace extends WorkspaceAddress, Identity {
  /** Azure resource id. */
  readonly id: string;
  readonly location: string;
  /** Published state and Git branch may differ there; null without a repository. */
  readonly repository: string | undefined;
  readonly publicNetworkAccess: boolean;
  /** Host of the dedicated SQL pools, as Azure Resource Manager tells it (`connectivityEndpoints.sql`); may be empty. */
  readonly sqlEndpoint: string;
  /** Host of the serverless SQL pool (`connectivityEndpoints.sqlOnDemand`); may be empty. */
  readonly sqlOnDemandEndpoint: string;
}

/** The data of every node at or below a workspace holds at least this. */
export interface InWorkspace {
  readonly connection: Connection;
  readonly workspace: Workspace;
}

/** A part of the tree below each workspace; a feature brings one, and `extension.ts` puts them in order. */
export type WorkspaceSection = (place: InWorkspace) => TreeNode;

export const SubscriptionKind = nodeKind<{ readonly connection: Connection; readonly subscription: Subscription }>()({
  name: 'subscription',
  flags: resourceFlags,
});

export const WorkspaceKind = nodeKind<InWorkspace>()({
  name: 'workspace',
  flags: resourceFlags,
  parent: SubscriptionKind,
});
