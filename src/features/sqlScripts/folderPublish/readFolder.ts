import pLimit from 'p-limit';
import * as vscode from 'vscode';
import { LARGEST_SCRIPT } from '../publishing/scriptText.ts';
import { readSidecar, type Sidecar, emptySidecar, sidecarPath, SidecarError } from './sidecar.ts';
import { type FolderFile, isScriptFile } from './wantedScripts.ts';

/** Files that are read at the same time; a remote file system answers each after a while. */
const AT_ONCE = 16;

export interface ReadFolder {
  /** Those that are scripts, in the order of their paths. */
  readonly files: readonly FolderFile[];
  readonly sidecar: Sidecar;
}

/**
 * Reads the scripts of a folder and its sidecar, through VS Code's file systems, so that a remote or virtual folder is as
 * good as one on the disk. Folders whose names begin with a dot, and packages of npm, are passed over.
 * @throws Error in words for people when the folder cannot be listed or the sidecar cannot be understood
 */
export async function readFolder(
  folder: vscode.Uri,
  signal: AbortSignal,
  onRead?: (count: number) => void,
): Promise<ReadFolder> {
  const sidecar = await sidecarOf(folder);
  const paths = await scriptPaths(folder, signal);
  const limit = pLimit(AT_ONCE);
  let count = 0;
  const files = await Promise.all(
    paths.map((path) =>
      limit(async () => {
        signal.throwIfAborted();
        const file = await readScriptFile(folder, path);
        onRead?.((count += 1));
        return file;
      }),
    ),
  );
  return { files, sidecar };
}

/** The sidecar of a folder; an empty one where there is none. @throws Error that names the file */
export async function sidecarOf(folder: vscode.Uri): Promise<Sidecar> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, sidecarPath));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return emptySidecar;
    throw error;
  }
  try {
    return readSidecar(new TextDecoder().decode(bytes));
  } catch (error) {
    if (!(error instanceof SidecarError)) throw error;
    throw new Error(vscode.l10n.t('{0} cannot be understood: {1}', sidecarPath, error.message), { cause: error });
  }
}

async function scriptPaths(folder: vscode.Uri, signal: AbortSignal): Promise<string[]> {
  const found: string[] = [];
  // A folder that is itself called sqlscript holds a repository's documents.
  const isDocuments = folder.path.replace(/\/$/u, '').toLowerCase().endsWith('/sqlscript');
  const collect = async (path: string): Promise<void> => {
    signal.throwIfAborted();
    const uri = path === '' ? folder : vscode.Uri.joinPath(folder, path);
    const below: Promise<void>[] = [];
    for (const [name, type] of await vscode.workspace.fs.readDirectory(uri)) {
      const child = path === '' ? name : `${path}/${name}`;
      if ((type & vscode.FileType.Directory) !== 0) {
        // A link to a folder could lead round in a circle.
        const passed = name.startsWith('.') || name === 'node_modules' || (type & vscode.FileType.SymbolicLink) !== 0;
        if (!passed) below.push(collect(child));
      } else if (isScriptFile(child) || (isDocuments && path === '' && /\.json$/iu.test(name))) found.push(child);
    }
    await Promise.all(below);
  };
  await collect('');
  return found.sort();
}

async function readScriptFile(folder: vscode.Uri, path: string): Promise<FolderFile> {
  const uri = vscode.Uri.joinPath(folder, path);
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST_SCRIPT) return { path, problem: 'tooLarge' };
    return { path, bytes: await vscode.workspace.fs.readFile(uri) };
  } catch {
    return { path, problem: 'unreadable' };
  }
}
