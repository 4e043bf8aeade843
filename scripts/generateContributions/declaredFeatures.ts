import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Contributions } from '../../src/platform/contributions/declarations.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Every `contributions.ts` below src/ exports one declaration. */
export async function declaredFeatures(): Promise<Contributions[]> {
  const found = globSync('src/**/contributions.ts', { cwd: root }).sort();
  return await Promise.all(
    found.map(async (file) => {
      const exported = (await import(pathToFileURL(path.join(root, file)).href)) as Record<string, unknown>;
      const [name] = Object.keys(exported).filter((key) => key.endsWith('Contributions'));
      if (name === undefined) throw new Error(`${file} exports no …Contributions.`);
      return exported[name] as Contributions;
    }),
  );
}
