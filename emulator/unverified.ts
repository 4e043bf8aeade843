/**
 * What nobody could verify of the real service, where clients have to get along with more than one answer: each is a
 * switch of the command line (`--if-match ignore`), of the environment (`SYNAPSE_EMULATOR_IF_MATCH`) and of
 * `startEmulator({ unverified: { 'if-match': 'ignore' } })`. The first value is the default; README.md says what they mean.
 */
export const unverifiedChoices = {
  'if-match': ['refuse', 'conflict', 'fail-later', 'ignore'],
  'if-match-quotes': ['accept', 'mismatch'],
  'concurrent-writes': ['conflict', 'last-wins', 'queue'],
  'rename-onto': ['conflict', 'bad-request', 'overwrite'],
  'delete-missing': ['no-content', 'not-found', 'accept'],
  'other-case': ['conflict', 'update'],
  'script-names': ['any', 'pipeline'],
  'unknown-principals': ['refuse', 'accept'],
  'started-trigger': ['fail-later', 'refuse'],
  'managed-artifact': ['refuse', 'fail-later'],
} as const;

export type UnverifiedSwitch = keyof typeof unverifiedChoices;

export type Unverified = { readonly [Name in UnverifiedSwitch]: (typeof unverifiedChoices)[Name][number] };

/** Default values, and how to choose others. @param choose gives the value of a switch, or undefined for its default */
export function unverifiedFrom(choose: (name: UnverifiedSwitch) => string | undefined): Unverified {
  const chosen = Object.entries(unverifiedChoices).map(([name, values]) => {
    const wanted = choose(name as UnverifiedSwitch) ?? values[0];
    if ((values as readonly string[]).includes(wanted)) return [name, wanted] as const;
    throw new RangeError(`--${name} must be ${values.join(' or ')}, not '${wanted}'.`);
  });
  return Object.fromEntries(chosen) as Unverified;
}

export const defaultUnverified = unverifiedFrom(() => undefined);
