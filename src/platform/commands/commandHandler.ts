import type { DataOf, NodeKind } from '../contributions/declarations.ts';
import type { TreeEntry } from '../tree/treeEntry.ts';
import type { TreeNode } from '../tree/treeNode.ts';

/** A node that a command acts on, with its data typed by its kind. */
export interface Target<Data = unknown> {
  readonly entry: TreeEntry;
  readonly node: TreeNode<Data>;
  readonly data: Data;
}

/** Several nodes that a command acts on. */
export interface Targets<Data = unknown> {
  /** Those that the command fits; at least one. */
  readonly targets: readonly Target<Data>[];
  /** What else was selected: it is left alone, and the command says so. */
  readonly leftOut: readonly TreeNode[];
}

/** What a command does when it is run, and what it needs to be told first. */
export type CommandHandler =
  | { readonly on: 'nothing'; readonly run: () => PromiseLike<void> | void }
  | {
      readonly on: 'node';
      /** The kind that the palette asks for; without one the command is not in the palette. */
      readonly kind?: NodeKind;
      readonly run: (target: Target) => PromiseLike<void> | void;
    }
  | {
      readonly on: 'arguments';
      readonly run: (...given: readonly unknown[]) => PromiseLike<void> | void;
    }
  | {
      readonly on: 'nodes';
      readonly kind?: NodeKind;
      readonly run: (targets: Targets) => PromiseLike<void> | void;
    };

/** A command that needs no node. */
export function plain(run: () => PromiseLike<void> | void): CommandHandler {
  return { on: 'nothing', run };
}

/** A command that is run with whatever VS Code or others give it (an entry, a link, nothing), and looks at that itself. */
export function onArguments(run: (...given: readonly unknown[]) => PromiseLike<void> | void): CommandHandler {
  return { on: 'arguments', run };
}

/** A command on nodes of one kind. From the palette it first asks for one. */
export function onNode<Kind extends NodeKind>(
  kind: Kind,
  run: (target: Target<DataOf<Kind>>) => PromiseLike<void> | void,
): CommandHandler {
  return {
    on: 'node',
    kind,
    run: (target) => {
      if (target.node.kind.name !== kind.name) throw new TypeError(`Expected a node of kind ${kind.name}.`);
      // The one cast: nodes of a kind are only ever made with that kind's data (`TreeNode<Data>.kind`).
      return run(target as Target<DataOf<Kind>>);
    },
  };
}

/** A command on nodes of several kinds. From the palette it first asks for one of the first kind. */
export function onNodeOf<const Kinds extends readonly [NodeKind, ...NodeKind[]]>(
  kinds: Kinds,
  run: (target: Target<DataOf<Kinds[number]>>) => PromiseLike<void> | void,
): CommandHandler {
  return {
    on: 'node',
    kind: kinds[0],
    run: (target) => {
      const { name } = target.node.kind;
      if (!kinds.some((kind) => kind.name === name)) throw new TypeError(`Unexpected node of kind ${name}.`);
      // The same cast as in `onNode`.
      return run(target as Target<DataOf<Kinds[number]>>);
    },
  };
}

/** A command on several nodes of one kind at once. From the palette it first asks for one. */
export function onNodes<Kind extends NodeKind>(
  kind: Kind,
  run: (targets: Targets<DataOf<Kind>>) => PromiseLike<void> | void,
): CommandHandler {
  // The same cast as in `onNode`: the wrapper passes only nodes that the command's targets name.
  return { on: 'nodes', kind, run: (targets) => run(targets as Targets<DataOf<Kind>>) };
}

/** A command on nodes of several kinds that looks only at what all nodes have. `kind` is what the palette asks for. */
export function onAnyNode(run: (target: Target) => PromiseLike<void> | void, kind?: NodeKind): CommandHandler {
  return { on: 'node', run, ...(kind && { kind }) };
}
