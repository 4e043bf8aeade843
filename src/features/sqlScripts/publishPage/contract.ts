import * as z from 'zod/mini';
import { pageContract } from '../../../platform/pages/pageContract.ts';
import { workspaceChoice } from '../publishing/workspaceChoice.ts';

/**
 * What a person has chosen. A member that is not there was not touched: it stays as it is published. A new script gets
 * what the source has, where that is a script, else what Studio would give it.
 */
export const publishForm = z.strictObject({
  /** Azure resource id. */
  workspace: z.exactOptional(z.string()),
  name: z.string(),
  folder: z.exactOptional(z.string()),
  /** `Built-in`, or a dedicated pool's name. */
  pool: z.exactOptional(z.string()),
  database: z.exactOptional(z.string()),
  description: z.exactOptional(z.string()),
  /** -1 for all rows. */
  resultLimit: z.exactOptional(z.int()),
});
export type PublishForm = z.infer<typeof publishForm>;

/** What the choices lead to: every member has a value. */
export const publishedFacts = z.strictObject({
  folder: z.string(),
  pool: z.string(),
  database: z.string(),
  description: z.string(),
  resultLimit: z.exactOptional(z.int()),
});
export type PublishedFacts = z.infer<typeof publishedFacts>;

/** What is known about a name in a workspace. */
const lookResult = z.strictObject({
  folders: z.array(z.string()),
  /** Dedicated pools; Built-in is always there. */
  pools: z.array(z.string()),
  /** The script of this name, where there is one. */
  published: z.exactOptional(
    z.strictObject({ name: z.string(), facts: publishedFacts, sameText: z.boolean(), sameEndings: z.boolean() }),
  ),
  /** What a new script would have, where the source is itself a script: that one's connection and so on. */
  fresh: z.exactOptional(publishedFacts),
  mayWrite: z.enum(['yes', 'no', 'unknown']),
});
export type LookResult = z.infer<typeof lookResult>;

const link = z.enum(['script', 'studio', 'log', 'signIn', 'sample']);
export type PublishLink = z.infer<typeof link>;

/** How publishing goes; `words` are for people. */
const publishState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('idle') }),
  z.strictObject({ state: z.literal('going'), words: z.string(), accepted: z.boolean() }),
  z.strictObject({ state: z.literal('done'), words: z.string(), links: z.array(link) }),
  z.strictObject({ state: z.literal('failed'), words: z.string(), remedies: z.array(z.string()) }),
]);
export type PublishState = z.infer<typeof publishState>;

const none = z.null();

export const publishContract = pageContract({
  input: z.strictObject({
    /** URI of the file, the untitled editor or the script that is published. */
    source: z.string(),
    /** Where “Publish here” was chosen. */
    target: z.exactOptional(z.strictObject({ workspace: z.string(), folder: z.string() })),
  }),
  texts: z.record(z.string(), z.string()),
  requests: {
    start: {
      params: none,
      result: z.strictObject({ source: z.string(), form: publishForm, publishing: publishState }),
    },
    workspaces: { params: none, result: z.array(workspaceChoice) },
    look: { params: z.strictObject({ workspace: z.string(), name: z.string() }), result: lookResult },
    keep: { params: publishForm, result: none },
    difference: { params: publishForm, result: none },
    publish: { params: publishForm, result: none },
    stop: { params: none, result: none },
    open: { params: link, result: none },
    remedy: { params: z.string(), result: none },
  },
  events: {
    publishing: publishState,
    /** The source's text, the connection or the workspace's scripts have changed: look again. */
    changed: z.enum(['source', 'connection', 'scripts']),
  },
});
export type PublishContract = typeof publishContract;
