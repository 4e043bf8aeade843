import type { SqlScript } from '../scripts/sqlScript.ts';

/** One level of the folders that scripts name. */
export interface FolderLevel {
  /** Whole path; empty at the top. */
  readonly path: string;
  /** Last part of the path. */
  readonly name: string;
  readonly folders: readonly FolderLevel[];
  readonly scripts: readonly SqlScript[];
}

interface Growing extends FolderLevel {
  readonly folders: Growing[];
  readonly scripts: SqlScript[];
}

/** Sorts scripts into the folders of their paths, both by name. Folders are told apart by case, as their paths are. */
export function folderTree(scripts: readonly SqlScript[]): FolderLevel {
  const top: Growing = { path: '', name: '', folders: [], scripts: [] };
  const levels = new Map<string, Growing>([['', top]]);
  const levelAt = (path: string): Growing => {
    const known = levels.get(path);
    if (known) return known;
    const slash = path.lastIndexOf('/');
    const level: Growing = { path, name: path.slice(slash + 1), folders: [], scripts: [] };
    levels.set(path, level);
    levelAt(slash < 0 ? '' : path.slice(0, slash)).folders.push(level);
    return level;
  };
  for (const script of scripts) levelAt(script.folder).scripts.push(script);
  for (const { folders, scripts: own } of levels.values()) {
    folders.sort(byName);
    own.sort(byName);
  }
  return top;
}

/** Every folder's path, for lists to choose from. */
export function folderPaths(scripts: readonly SqlScript[]): string[] {
  const paths: string[] = [];
  const collect = ({ path, folders }: FolderLevel): void => {
    if (path !== '') paths.push(path);
    folders.forEach(collect);
  };
  collect(folderTree(scripts));
  return paths;
}

const order = new Intl.Collator(undefined, { numeric: true });

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return order.compare(one.name, other.name) || (one.name < other.name ? -1 : 1);
}
