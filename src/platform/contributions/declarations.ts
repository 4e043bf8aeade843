/**
 * What a feature contributes to VS Code, as data. `contributes` of package.json and package.nls.json are generated
 * from these declarations, and the types below tie ids, node kinds and flags together. No `vscode` here: the
 * generator runs in plain Node.
 */

declare const dataOf: unique symbol;

/** One kind of tree node: what it is called in `when` clauses and which flags its nodes may carry. */
export interface NodeKind<Data = unknown, Flag extends string = string> {
  readonly name: string;
  readonly flags: readonly Flag[];
  /** The kind of node above it; absent for roots. The palette follows it to ask for what the tree would have told. */
  readonly parent?: NodeKind;
  /** It only puts others in order (a subscription, a folder): the palette and links look through it. */
  readonly group?: true;
  /** Carries the type of the nodes' data only; never set. */
  readonly [dataOf]?: Data;
}

export type DataOf<Kind extends NodeKind> = NonNullable<Kind[typeof dataOf]>;

/** Declares a node kind: `nodeKind<Workspace>()({ name: 'workspace', flags: ['git'] })`. */
export function nodeKind<Data>() {
  return <const Flag extends string = never>(
    declaration: Omit<NodeKind<Data, Flag>, typeof dataOf>,
  ): NodeKind<Data, Flag> => declaration;
}

/** On which nodes a command shows: those of a kind, those with a flag, or those with both. */
export interface CommandTarget {
  readonly kind?: NodeKind;
  readonly flag?: string;
  /** A flag that the nodes must not have. */
  readonly without?: string;
}

/** Declares a target; a flag that the kind does not have is a compile-time error. */
export function target<Kind extends NodeKind>(kind: Kind, flag?: Kind['flags'][number]): CommandTarget {
  return flag === undefined ? { kind } : { kind, flag };
}

/** Declares the nodes of a kind that do not carry a flag. */
export function targetWithout<Kind extends NodeKind>(kind: Kind, without: Kind['flags'][number]): CommandTarget {
  return { kind, without };
}

/** A place in a menu of VS Code on a file or folder; the handler is one made by `onFile`. */
export interface FileMenu {
  readonly menu: 'editor/title' | 'explorer/context';
  /** Which files: VS Code's context keys for them (`resourceLangId`, `explorerResourceIsFolder`, …). */
  readonly when: string;
  readonly group: `${string}@${number}`;
}

export interface CommandDeclaration {
  /** English, sentence case, an ellipsis where more input follows. */
  readonly title: string;
  /** A product icon's name without `$()`; required where the command shows as an icon. */
  readonly icon?: string;
  /** The nodes whose context menu has the command. */
  readonly targets?: readonly CommandTarget[];
  /** Where in the context menu: `group@order`. */
  readonly menu?: `${string}@${number}`;
  /** Also as an icon on the node's row, in this order. */
  readonly inline?: number;
  /** Also as an icon above the view, in this order. */
  readonly viewTitle?: number;
  /** The view that has the command in its title and on its nodes; without it the explorer. */
  readonly view?: string;
  /** In the overflow menu of the view. */
  readonly viewMenu?: `${string}@${number}`;
  /** In VS Code's own menus on files: of an editor, of the file explorer. Icons show only in the group `navigation`. */
  readonly fileMenus?: readonly FileMenu[];
  /** VS Code's names of keys (`ctrl+enter`), and when they mean this command. */
  readonly keybinding?: { readonly key: string; readonly mac?: string; readonly when: string };
  /** False hides the command from the palette: for those that make no sense without a node. */
  readonly palette?: boolean;
  /** A `when` clause that must hold for the command to be offered at all. */
  readonly when?: string;
}

export interface SettingDeclaration {
  readonly type: 'string' | 'boolean' | 'number' | 'object';
  readonly default?: unknown;
  readonly description: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, { readonly type: string; readonly description: string }>>;
  /** `machine` for everything that redirects requests or starts programs: a workspace must not set it. */
  readonly scope: 'application' | 'machine' | 'window';
  readonly order?: number;
}

export interface WelcomeDeclaration {
  readonly view: string;
  /** English; command links are allowed here because the text is ours. */
  readonly contents: string;
  readonly when?: string;
}

export interface WalkthroughStep {
  readonly id: string;
  readonly title: string;
  /** English; command links are allowed here because the text is ours. */
  readonly description: string;
  /** A picture below media/ in two files, `<picture>-dark.png` and `<picture>-light.png`, and its words. */
  readonly picture: string;
  readonly alt: string;
  /** Events that tick the step off, as `onCommand:synapse.openSample`. */
  readonly done: readonly string[];
}

export interface WalkthroughDeclaration {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly steps: readonly WalkthroughStep[];
}

export interface ViewDeclaration {
  /** Several views may be in one container; the first that names it declares it. */
  readonly container: { readonly id: string; readonly title: string; readonly icon: string };
  readonly id: string;
  readonly name: string;
  /** Closed until somebody opens it, and below those that are open at first. */
  readonly collapsed?: boolean;
}

export interface LanguageDeclaration {
  readonly id: string;
  readonly name: string;
  readonly extensions: readonly string[];
}

export interface Contributions {
  readonly languages?: readonly LanguageDeclaration[];
  /** Settings of VS Code that a language begins with, by its id. */
  readonly languageDefaults?: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;
  /** One TextMate grammar, `syntaxes/<scope without source.>.tmLanguage.json`, for the languages. */
  readonly grammar?: { readonly languages: readonly string[]; readonly scope: `source.${string}` };
  readonly kinds?: Readonly<Record<string, NodeKind>>;
  readonly commands?: Readonly<Record<`synapse.${string}`, CommandDeclaration>>;
  readonly settings?: Readonly<Record<`synapse.${string}`, SettingDeclaration>>;
  readonly views?: readonly ViewDeclaration[];
  readonly welcome?: readonly WelcomeDeclaration[];
  readonly walkthroughs?: readonly WalkthroughDeclaration[];
}

/** Checks a feature's declarations and keeps their literal types. */
export function contributions<const C extends Contributions>(declared: C): C {
  return declared;
}
