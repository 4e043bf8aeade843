import type { SqlScript } from '../scripts/sqlScript.ts';
import { FilePlaces } from './fileNames.ts';
import { isBelow } from './folderPlan.ts';
import { moreMembersOf } from './moreMembers.ts';
import type { ScriptEntry, Sidecar } from './sidecar.ts';

/** A file to write. */
export interface DownloadedFile {
  /** Below the folder that is downloaded to, with `/`. */
  readonly path: string;
  readonly script: SqlScript;
  readonly entry: ScriptEntry;
}

/**
 * The files of a workspace's scripts, or of those in one script folder, whose path is then left out. Downloaded again,
 * the same scripts get the same files.
 */
export function downloadedFiles(scripts: readonly SqlScript[], below: string): DownloadedFile[] {
  const places = new FilePlaces();
  return scripts
    .filter(({ folder }) => isBelow(folder, below))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((script) => {
      const folder = below === '' ? script.folder : script.folder.slice(below.length + 1);
      const { path, tells } = places.placeOf({ folder, name: script.name });
      return { path, script, entry: entryOf(script, tells ? undefined : folder) };
    });
}

/** What the sidecar has to hold of a script. */
function entryOf(script: SqlScript, folder: string | undefined): ScriptEntry {
  const { name, connection, description, resultLimit, document } = script;
  const more = moreMembersOf(document);
  return {
    ...(folder !== undefined && { name, folder }),
    connection,
    ...(description !== '' && { description }),
    ...(Number.isSafeInteger(resultLimit) && resultLimit !== undefined && { resultLimit }),
    ...(more && { more }),
  };
}

/** The sidecar after a download: entries of the files that were downloaded are replaced, all others stay. */
export function sidecarAfter(before: Sidecar, files: readonly DownloadedFile[]): Sidecar {
  const entries = files.map(({ path, entry }) => [path, entry] as const);
  return { ...before, scripts: { ...before.scripts, ...Object.fromEntries(entries) } };
}
