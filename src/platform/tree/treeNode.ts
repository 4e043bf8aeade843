import type { NodeKind } from '../contributions/declarations.ts';

export type NodeColor =
  | 'charts.green'
  | 'charts.yellow'
  | 'charts.blue'
  | 'descriptionForeground'
  | 'errorForeground'
  /** Yellow that can be seen on white, which that of charts cannot. */
  | 'list.warningForeground';

export interface NodeIcon {
  /** A product icon's name, without `$()`. */
  readonly id: string;
  readonly color?: NodeColor;
}

/** An Azure resource that a node stands for, for the commands that work on any resource. */
export interface ResourceAddress {
  readonly tenantId: string;
  /** Whose token reads it, where there are several accounts. */
  readonly accountId?: string;
  /** Azure resource id. */
  readonly id: string;
}

export interface NodePage {
  readonly nodes: readonly TreeNode[];
  /** Whether there is another page, so that the tree offers it without having to read it. */
  readonly more: boolean;
  /** True for a page that knows nothing yet, since what could be asked is only being connected: last known rows stay. */
  readonly unanswered?: true;
}

/** Pages of children, read as the user asks for them; the signal ends when nobody waits for them any more. */
export type ReadChildren = (signal: AbortSignal) => AsyncIterable<NodePage>;

/**
 * A node as data. Everything that a row shows is plain text: what comes from the service is never markup.
 * `children` is a function, because lists have pages, groups and parts that arrive late.
 */
export interface TreeNode<Data = unknown> {
  readonly kind: NodeKind<Data>;
  /** Unique among its siblings and the same after a refresh. */
  readonly key: string;
  readonly data: Data;
  readonly label: string;
  readonly description?: string;
  readonly icon: NodeIcon;
  readonly tooltip?: string;
  /** Kind, name and state in one sentence, for screen readers. */
  readonly accessibleLabel: string;
  readonly flags?: readonly string[];
  readonly resource?: ResourceAddress;
  readonly children?: ReadChildren;
  /** The command that a click or Enter on the row runs; it gets the entry. */
  readonly click?: string;
  /** Not worth keeping over a restart: a word on what is missing, no part of what there is. */
  readonly passing?: true;
  /** Open at first; what the user opens and closes afterwards counts more. */
  readonly expanded?: boolean;
  /**
   * `onDemand` (default): after the first page, "Load more" reads the next one. `all`: every page is read, and each
   * shows as it arrives.
   */
  readonly reading?: 'onDemand' | 'all';
  /** Shown in place of children when there are none. */
  readonly emptyLabel?: string;
  /** Siblings that have it are kept in this order, whatever order their pages arrive in. */
  readonly order?: string;
  /** For a node whose state is changing: reads it anew, until a node without `poll` comes back. */
  readonly poll?: { readonly seconds: number; readonly read: (signal: AbortSignal) => Promise<TreeNode<Data>> };
}
