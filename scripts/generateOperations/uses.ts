import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Where operations are named in the sources. */
export interface Uses {
  /** Folders of `src/` whose code uses the operation: `features/sqlPools`. */
  inSources(name: string): readonly string[];
  /** Test files that name the operation, by its declaration or by its id where that tells it. */
  inTests(name: string, id: string | undefined): readonly string[];
}

interface Source {
  readonly file: string;
  readonly words: ReadonlySet<string>;
}

/** Reads the sources once. Generated files, the console and what lists all operations name every operation, and tell nothing. */
export function readUses(): Uses {
  const sources = read('src/**/*.ts', /^src\/(?:api|azure)\/|\.generated\.ts$|^src\/features\/restConsole\//u);
  const tests = read('test/{unit,host,ui,contract}/**/*.test.ts', /restConsole/u);
  return {
    inSources: (name) => distinct(sources.filter(({ words }) => words.has(name)).map(({ file }) => folderOf(file))),
    inTests: (name, id) =>
      distinct(
        tests.filter(({ words }) => words.has(name) || (id !== undefined && words.has(id))).map(({ file }) => file),
      ),
  };
}

function read(pattern: string, without: RegExp): Source[] {
  return globSync(pattern, { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !without.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      // `SqlPools.pause` and `SqlPools_Pause`
      return { file, words: new Set(text.match(/\b[A-Z]\w*(?:\.[a-z]\w*)?\b/gu) ?? []) };
    });
}

function folderOf(file: string): string {
  const [, layer = '', feature = ''] = file.split('/');
  return layer === 'features' ? `features/${feature}` : layer.replace(/\.ts$/u, '');
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
