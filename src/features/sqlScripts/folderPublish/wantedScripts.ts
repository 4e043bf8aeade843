import { type ExactDocument, parseExact } from '../../../azure/exactJson.ts';
import { isObject } from '../../../azure/json.ts';
import { readScript } from '../scripts/sqlScript.ts';
import { decodeText } from '../publishing/scriptText.ts';
import { scriptPlaceOf } from './fileNames.ts';
import { entryFor, type ScriptEntry, type Sidecar } from './sidecar.ts';

/** A file below the folder, as it was read. */
export interface FolderFile {
  /** Below the folder, with `/`. */
  readonly path: string;
  /** Absent where it is too large to be read, or could not be. */
  readonly bytes?: Uint8Array;
  readonly problem?: 'tooLarge' | 'unreadable';
}

/** Why a file cannot be published. */
export type FileProblem = 'tooLarge' | 'unreadable' | 'notText' | 'notJson' | 'noName' | 'empty';

/** What a file wants to be published. */
export interface WantedScript {
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  readonly query: string;
  readonly problem?: FileProblem;
  /** What the sidecar says, for a .sql file. */
  readonly entry?: ScriptEntry;
  /** The whole document, for a file of a workspace's Git repository. */
  readonly document?: ExactDocument;
}

export interface WantedOptions {
  readonly sidecar: Sidecar;
  /** Whose differences count. */
  readonly workspaceName: string;
  /** The script folder that everything goes below; empty for the top. */
  readonly below: string;
}

/** Whether a file is a script: SQL, or a document below `sqlscript/`, where Synapse keeps them in a Git repository. */
export function isScriptFile(path: string): boolean {
  return /\.sql$/iu.test(path) || /(?:^|\/)sqlscript\/[^/]+\.json$/iu.test(path);
}

/** What the files of a folder want to be published in one workspace, in the order of the files. */
export function wantedScripts(files: readonly FolderFile[], options: WantedOptions): WantedScript[] {
  return files.map((file) => (/\.json$/iu.test(file.path) ? fromJson(file, options) : fromSql(file, options)));
}

function fromSql(file: FolderFile, { sidecar, workspaceName, below }: WantedOptions): WantedScript {
  const entry = entryFor(sidecar, file.path, workspaceName);
  const told = scriptPlaceOf(file.path);
  const place = {
    path: file.path,
    name: entry?.name ?? told.name,
    folder: joined(below, entry?.folder ?? told.folder),
    ...(entry && { entry }),
  };
  const text = file.bytes && decodeText(file.bytes)?.text;
  const problem = file.problem ?? (text === undefined ? 'notText' : text === '' ? 'empty' : undefined);
  return { ...place, query: text ?? '', ...(problem && { problem }) };
}

function fromJson(file: FolderFile, { below }: WantedOptions): WantedScript {
  const { name, folder } = scriptPlaceOf(file.path);
  const unread = { path: file.path, name, folder: joined(below, folder), query: '' };
  if (file.problem || !file.bytes) return { ...unread, problem: file.problem ?? 'unreadable' };
  const document = jsonIn(file.bytes);
  if (!isObject(document)) return { ...unread, problem: 'notJson' };
  const script = readScript(document);
  if (!script) return { ...unread, problem: 'noName' };
  return {
    path: file.path,
    name: script.name,
    folder: joined(below, script.folder),
    query: script.query,
    document,
  };
}

function jsonIn(bytes: Uint8Array): unknown {
  const text = decodeText(bytes)?.text;
  try {
    return text === undefined ? undefined : parseExact(text);
  } catch {
    return undefined;
  }
}

function joined(below: string, folder: string): string {
  return [below, folder].filter((part) => part !== '').join('/');
}
