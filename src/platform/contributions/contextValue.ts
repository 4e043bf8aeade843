import type { CommandTarget, NodeKind } from './declarations.ts';

/**
 * A node's `contextValue`: its kind and flags between semicolons (`;dedicatedSqlPool;canPause;`), so that a `when`
 * clause can ask for any of them with one regular expression.
 */
export function contextValueOf(kind: NodeKind, flags: readonly string[]): string {
  return `;${[kind.name, ...flags].join(';')};`;
}

/** The `when` clause that is true for the target's nodes; the counterpart of `contextValueOf`. */
export function whenOf(target: CommandTarget): string {
  const { without } = target;
  const has = hasOf(target);
  return without === undefined ? has : `${has} && !(viewItem =~ /;${without};/)`;
}

function hasOf({ kind, flag }: CommandTarget): string {
  if (kind && flag) return `viewItem =~ /^;${kind.name};(.*;)?${flag};/`;
  if (kind) return `viewItem =~ /^;${kind.name};/`;
  if (flag) return `viewItem =~ /;${flag};/`;
  throw new Error('A command target names neither a kind nor a flag.');
}

/** Whether a node of this kind with these flags is one of the target's nodes; agrees with `whenOf`. */
export function matches(target: CommandTarget, kind: NodeKind, flags: readonly string[]): boolean {
  return (
    (target.kind === undefined || target.kind.name === kind.name) &&
    (target.flag === undefined || flags.includes(target.flag)) &&
    (target.without === undefined || !flags.includes(target.without))
  );
}
