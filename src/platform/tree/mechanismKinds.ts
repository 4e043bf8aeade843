import { nodeKind } from '../contributions/declarations.ts';
import type { KnownRow } from './knownRow.ts';

/** Kinds that the tree itself makes. They never carry data of a service. */
export const ErrorKind = nodeKind<{ readonly error: unknown }>()({
  name: 'error',
  flags: ['retry', 'signIn', 'chooseCredential', 'addFirewallRule'],
});
export const LoadMoreKind = nodeKind<Record<never, never>>()({ name: 'loadMore', flags: [] });
export const HintKind = nodeKind<Record<never, never>>()({ name: 'hint', flags: [] });
/** A row as it was when the window was last open; it has no flags, and so none of the commands that need live data. */
export const LastKnownKind = nodeKind<KnownRow>()({ name: 'lastKnown', flags: [] });
