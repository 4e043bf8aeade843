/** What resources of a group may be called. */
export interface NameRule {
  /** The rule in words, after the name: `must have 3 to 63 letters`. */
  readonly rule: string;
  /** The name as the service knows it; undefined where nothing can be called so. */
  resolve(name: string): string | undefined;
  /** Whether other names were never taken, not even where all rules are relaxed. */
  readonly fixed?: boolean;
}

/** @param rule what is refused with: `'x' must …` */
export function matching(pattern: RegExp, rule: string): NameRule {
  return { rule, resolve: (name) => (pattern.test(name) ? name : undefined) };
}

/** Names that the service has given itself; their case does not matter. */
export function oneOf(...names: readonly [string, ...string[]]): NameRule {
  return {
    fixed: true,
    rule: `must be ${names.join(' or ')}.`,
    resolve: (name) => names.find((known) => known.toLowerCase() === name.toLowerCase()),
  };
}

/** One resource whatever it is called: the Azure CLI asks for `threatpolicy` and gets `Default` (recorded). */
export function always(name: string): NameRule {
  return { fixed: true, rule: '', resolve: () => name };
}

/** Pipelines, data sets, linked services, data flows, triggers: pattern of their specifications. */
export const artifactName = matching(
  /^[A-Za-z0-9_][^<>*#.%&:\\+?/]{0,259}$/,
  'must have 1 to 260 characters, begin with a letter, a digit or _, and contain none of <>*#.%&:\\+?/.',
);

/** What would break a resource id or a URL is never a name. */
export const anyName = matching(/^[^/\\\p{Cc}]{1,260}$/u, 'must have 1 to 260 characters, none of them a slash.');
