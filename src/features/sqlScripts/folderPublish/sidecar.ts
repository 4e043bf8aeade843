import { stringify } from 'lossless-json';
import * as z from 'zod/mini';
import { type ExactDocument, numberIn, parseExact } from '../../../azure/exactJson.ts';
import { isObject } from '../../../azure/json.ts';

/** Below the folder that is published. */
export const sidecarPath = '.synapse/scripts.json';

const text = z.string();
/** A whole number of JSON, which is read with its text kept. */
const wholeNumber = z.pipe(
  z.custom((value) => Number.isSafeInteger(numberIn(value))),
  z.transform((value) => numberIn(value) ?? 0),
);
const anyObject = z.custom<ExactDocument>(isObject);

const connection = z.strictObject({
  type: z.exactOptional(text),
  poolName: z.exactOptional(text),
  databaseName: z.exactOptional(text),
});

const scriptEntry = z.strictObject({
  /** Where the file's path does not say them. */
  name: z.exactOptional(text),
  folder: z.exactOptional(text),
  connection: z.exactOptional(connection),
  description: z.exactOptional(text),
  resultLimit: z.exactOptional(wholeNumber),
  /** Members of the script's document that we do not know, where they stand in it. */
  more: z.exactOptional(anyObject),
});
export type ScriptEntry = z.infer<typeof scriptEntry>;

const workspaceEntry = z.strictObject({
  /** In place of which pool scripts are connected to which one there. */
  pools: z.exactOptional(z.record(text, text)),
  /** What is different there for single files. */
  scripts: z.exactOptional(z.record(text, scriptEntry)),
});

/**
 * `.synapse/scripts.json`: what a .sql file cannot hold. A member that is not there is left as it is in the workspace.
 * `workspaces` has what is different in single workspaces, by their names, so that one folder goes to dev, test and prod.
 */
export const sidecarSchema = z.strictObject({
  $schema: z.exactOptional(text),
  version: z.pipe(wholeNumber, z.literal(1)),
  /** By the file's path below the folder, with `/`. */
  scripts: z.record(text, scriptEntry),
  workspaces: z.exactOptional(z.record(text, workspaceEntry)),
});
export type Sidecar = z.infer<typeof sidecarSchema>;

export const emptySidecar: Sidecar = { version: 1, scripts: {} };

/** The file could not be understood; the message names the place, in the reader's own words. */
export class SidecarError extends Error {
  override readonly name = 'SidecarError';
}

/** @throws SidecarError */
export function readSidecar(json: string): Sidecar {
  let value: unknown;
  try {
    value = parseExact(json);
  } catch (error) {
    throw new SidecarError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  const read = sidecarSchema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new SidecarError([issue?.path.join(' › '), issue?.message].filter(Boolean).join(': '));
}

/** The file's text, with scripts in the order of their paths, so that a change is a small difference. */
export function sidecarText({ scripts, ...others }: Sidecar): string {
  const sorted = Object.fromEntries(Object.entries(scripts).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${stringify({ ...others, scripts: sorted }, undefined, 2) ?? ''}\n`;
}

/** What the sidecar says about a file in a workspace: its own entry, what is different there, and the pool's counterpart. */
export function entryFor(sidecar: Sidecar, path: string, workspaceName: string): ScriptEntry | undefined {
  const there = Object.entries(sidecar.workspaces ?? {}).find(
    ([name]) => name.toLowerCase() === workspaceName.toLowerCase(),
  )?.[1];
  const own = Object.hasOwn(sidecar.scripts, path) ? sidecar.scripts[path] : undefined;
  const override = there?.scripts && Object.hasOwn(there.scripts, path) ? there.scripts[path] : undefined;
  if (!own && !override) return undefined;
  const entry = { ...own, ...override };
  return entry.connection ? { ...entry, connection: inPlaceOf(entry.connection, there?.pools ?? {}) } : entry;
}

/** A dedicated pool's database is called like the pool, so it goes with it. */
function inPlaceOf(
  before: NonNullable<ScriptEntry['connection']>,
  pools: Readonly<Record<string, string>>,
): NonNullable<ScriptEntry['connection']> {
  const { poolName, databaseName } = before;
  const other = poolName !== undefined && Object.hasOwn(pools, poolName) ? pools[poolName] : undefined;
  if (other === undefined) return before;
  return { ...before, poolName: other, ...(databaseName === poolName && { databaseName: other }) };
}
