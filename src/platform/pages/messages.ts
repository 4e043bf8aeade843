import * as z from 'zod/mini';

/**
 * What goes between a page and the extension. Both sides read a message by these schemas first and by the page's own
 * contract then; what fits neither is refused, wherever it came from.
 */
export const pageMessage = z.discriminatedUnion('type', [
  /** The page's script has started, for the first time or anew: whatever it asked before, nobody waits for. */
  z.strictObject({ type: z.literal('begin') }),
  z.strictObject({ type: z.literal('request'), id: z.int(), name: z.string(), params: z.unknown() }),
  z.strictObject({ type: z.literal('cancel'), id: z.int() }),
]);
export type PageMessage = z.infer<typeof pageMessage>;

export const hostMessage = z.discriminatedUnion('type', [
  /** Answers `begin`: what the page is about, and its texts in the person's language. */
  z.strictObject({ type: z.literal('welcome'), input: z.unknown(), texts: z.unknown() }),
  z.strictObject({ type: z.literal('progress'), id: z.int(), value: z.unknown() }),
  z.strictObject({ type: z.literal('result'), id: z.int(), value: z.unknown() }),
  /** `message` is for people; a request that was cancelled has none. */
  z.strictObject({ type: z.literal('error'), id: z.int(), message: z.exactOptional(z.string()) }),
  z.strictObject({ type: z.literal('event'), name: z.string(), value: z.unknown() }),
]);
export type HostMessage = z.infer<typeof hostMessage>;
