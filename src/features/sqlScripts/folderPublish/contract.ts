import * as z from 'zod/mini';
import { pageContract } from '../../../platform/pages/pageContract.ts';
import { planActions } from '../../../platform/plan/plan.ts';
import { workspaceChoice } from '../publishing/workspaceChoice.ts';

/** What a person has chosen for a folder. */
export const folderForm = z.strictObject({
  /** Azure resource id. */
  workspace: z.exactOptional(z.string()),
  /** The script folder that everything goes below; empty for the top. */
  below: z.string(),
  /** Whether scripts that are only in the workspace are to be deleted. */
  removeExtras: z.boolean(),
});
export type FolderForm = z.infer<typeof folderForm>;

const rowState = z.enum(['planned', 'waiting', 'sending', 'accepted', 'done', 'failed', 'notSent']);
export type RowState = z.infer<typeof rowState>;

const rowProgress = z.strictObject({ key: z.string(), state: rowState, words: z.exactOptional(z.string()) });
export type RowProgressView = z.infer<typeof rowProgress>;

const rowView = z.strictObject({
  key: z.string(),
  action: z.enum(planActions),
  /** The script's name. */
  name: z.string(),
  /** The script folder that it goes to, or is in. */
  folder: z.string(),
  /** Below the folder that is published; absent for what is only in the workspace. */
  file: z.exactOptional(z.string()),
  reasons: z.array(z.string()),
  state: rowState,
  words: z.exactOptional(z.string()),
});
export type RowView = z.infer<typeof rowView>;

const planView = z.strictObject({
  rows: z.array(rowView),
  mayWrite: z.enum(['yes', 'no', 'unknown']),
  /** Script folders of the workspace, to publish below. */
  folders: z.array(z.string()),
  /** Whether the cloud has Synapse Studio. */
  studio: z.boolean(),
});
export type PlanView = z.infer<typeof planView>;

/** How applying goes, or went. */
const runView = z.strictObject({
  state: z.enum(['idle', 'going', 'stopping', 'ended']),
  /** Said when it has ended, and when it could not be begun. */
  words: z.exactOptional(z.string()),
  remedies: z.array(z.string()),
});
export type RunView = z.infer<typeof runView>;

const none = z.null();

export const folderContract = pageContract({
  input: z.strictObject({
    /** URI of the folder. */
    folder: z.string(),
    target: z.exactOptional(z.strictObject({ workspace: z.string(), folder: z.string() })),
  }),
  texts: z.record(z.string(), z.string()),
  requests: {
    start: {
      params: none,
      result: z.strictObject({
        folder: z.string(),
        form: folderForm,
        plan: z.exactOptional(planView),
        run: runView,
      }),
    },
    workspaces: { params: none, result: z.array(workspaceChoice) },
    keep: { params: folderForm, result: none },
    /** Reads the folder and the workspace's list; the progress is the number of files that were read. */
    plan: {
      params: z.strictObject({ workspace: z.string(), below: z.string() }),
      result: planView,
      progress: z.int(),
    },
    difference: { params: z.string(), result: none },
    apply: {
      params: z.strictObject({
        keys: z.array(z.string()),
        /** The workspace's name, typed by the person, where something is deleted. */
        confirmation: z.string(),
      }),
      result: none,
    },
    stop: { params: none, result: none },
    report: { params: none, result: none },
    remedy: { params: z.string(), result: none },
    open: { params: z.enum(['signIn', 'sample', 'log', 'studio']), result: none },
  },
  events: {
    rows: z.array(rowProgress),
    run: runView,
    /** The plan was made anew because something had changed. */
    plan: planView,
    changed: z.literal('connection'),
  },
});
export type FolderContract = typeof folderContract;
