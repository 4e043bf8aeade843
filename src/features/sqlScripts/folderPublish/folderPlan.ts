import type { ExactDocument } from '../../../azure/exactJson.ts';
import { makePlan, type PlanRow } from '../../../platform/plan/plan.ts';
import { documentOf, newScript, readScript, type ScriptChanges, type SqlScript } from '../scripts/sqlScript.ts';
import { withoutEndings } from '../publishing/words.ts';
import { moreMembersOf, sameValue, withMembersOf } from './moreMembers.ts';
import type { FileProblem, WantedScript } from './wantedScripts.ts';

export type ScriptRow = PlanRow<WantedScript, SqlScript>;

/** What may differ between a file and what is published. */
export type Difference = 'text' | 'endings' | 'folder' | 'connection' | 'description' | 'resultLimit' | 'other';

/** The plan's words; given from outside, so that this file needs no VS Code. */
export interface FolderPlanWords {
  readonly difference: (difference: Difference, before: SqlScript, after: SqlScript) => string;
  readonly problem: (problem: FileProblem) => string;
  readonly duplicate: (name: string, otherFiles: readonly string[]) => string;
}

/**
 * What publishing a folder would do, from its files and the workspace's list alone. Names are compared as the service
 * does, without regard to case. `below` is the script folder that is published to: what is elsewhere is not missing in
 * the folder.
 */
export function folderPlan(
  wanted: readonly WantedScript[],
  published: readonly SqlScript[],
  below: string,
  words: FolderPlanWords,
): ScriptRow[] {
  const rows = makePlan(wanted, published, {
    keyOf: { wanted: ({ name }) => name.toLowerCase(), present: ({ name }) => name.toLowerCase() },
    differences: (file, before) => {
      const after = afterOf(file, before);
      return differencesOf(before, after).map((difference) => words.difference(difference, before, after));
    },
    // An empty file stands for an empty script that is there; it never makes one, and never empties one.
    refusal: ({ problem }, before) =>
      problem === undefined || (problem === 'empty' && before?.query === '') ? undefined : words.problem(problem),
    duplicate: ({ name }, others) =>
      words.duplicate(
        name,
        others.map(({ path }) => path),
      ),
  });
  return rows.filter(({ action, present }) => action !== 'remove' || isBelow(present?.folder ?? '', below));
}

/** The document that publishing a row sends. @throws TypeError for a row without a file */
export function documentFor({ wanted, present }: ScriptRow): { name: string; document: ExactDocument } {
  if (!wanted) throw new TypeError('A removal has no document.');
  const name = present?.name ?? wanted.name;
  return { name, document: wantedDocument(wanted, present ?? newScript(name)) };
}

function afterOf(wanted: WantedScript, before: SqlScript): SqlScript {
  return readScript(wantedDocument(wanted, before)) ?? before;
}

/** The document of a script after publishing: the same object as before where nothing changes. */
function wantedDocument(wanted: WantedScript, before: SqlScript): ExactDocument {
  const { entry, query, folder } = wanted;
  if (wanted.document) {
    const { id: _id, etag: _etag, type: _type, ...document } = documentOf({ document: wanted.document }, { folder });
    const { id, etag, type } = before.document;
    const whole = { ...document, name: before.name, ...defined({ id, etag, type }) };
    return sameValue(whole, before.document) ? before.document : whole;
  }
  const changes: ScriptChanges = {
    query,
    folder,
    ...(entry?.connection && { connection: connectionChange(entry.connection, before.connection) }),
    ...(entry?.description !== undefined && { description: entry.description }),
    ...(entry?.resultLimit !== undefined && { resultLimit: entry.resultLimit }),
  };
  const { connection, ...others } = changes;
  const document = documentOf(before, isNothing(connection) ? others : changes);
  return entry?.more ? withMembersOf(document, entry.more) : document;
}

/** The members that become different; what the sidecar's connection does not have goes. */
function connectionChange(
  wanted: SqlScript['connection'],
  before: SqlScript['connection'],
): NonNullable<ScriptChanges['connection']> {
  const members = ['type', 'poolName', 'databaseName'] as const;
  const changed = members.filter((member) => wanted[member] !== before[member]);
  return Object.fromEntries(changed.map((member) => [member, wanted[member]]));
}

function differencesOf(before: SqlScript, after: SqlScript): Difference[] {
  if (after.document === before.document) return [];
  const found: Difference[] = [];
  if (after.query !== before.query)
    found.push(withoutEndings(after.query) === withoutEndings(before.query) ? 'endings' : 'text');
  if (after.folder !== before.folder) found.push('folder');
  if (!sameValue(after.connection, before.connection)) found.push('connection');
  if (after.description !== before.description) found.push('description');
  if (after.resultLimit !== before.resultLimit) found.push('resultLimit');
  if (!sameValue(moreMembersOf(after.document), moreMembersOf(before.document))) found.push('other');
  return found.length === 0 && !sameValue(after.document, before.document) ? ['other'] : found;
}

/** Whether a script folder is another or lies in it; everything lies in the top. */
export function isBelow(folder: string, above: string): boolean {
  return above === '' || folder === above || folder.startsWith(`${above}/`);
}

function isNothing(value: object | undefined): boolean {
  return value === undefined || Object.keys(value).length === 0;
}

function defined(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
