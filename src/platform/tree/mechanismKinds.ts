import { nodeKind } from '../contributions/declarations.ts';

/** Kinds that the tree itself makes. They never carry data of a service. */
export const ErrorKind = nodeKind<{ readonly error: unknown }>()({
  name: 'error',
  flags: ['retry', 'signIn', 'chooseCredential', 'addFirewallRule'],
});
export const LoadMoreKind = nodeKind<Record<never, never>>()({ name: 'loadMore', flags: [] });
export const HintKind = nodeKind<Record<never, never>>()({ name: 'hint', flags: [] });
