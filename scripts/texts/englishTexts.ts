import { getL10nJson, type l10nJsonFormat } from '@vscode/l10n-dev';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { manifestOf } from '../generateContributions/contributes.ts';
import { declaredFeatures } from '../generateContributions/declaredFeatures.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** All that people read, in English. */
export interface EnglishTexts {
  /** package.nls.json: text by key. */
  readonly manifest: Readonly<Record<string, string>>;
  /** l10n/bundle.l10n.json: what the code passes to `vscode.l10n.t`, by itself (and its comment). */
  readonly code: Readonly<l10nJsonFormat>;
}

export async function englishTexts(): Promise<EnglishTexts> {
  const features = await declaredFeatures();
  const titles = features.flatMap(({ commands = {} }) => Object.values(commands).map(({ title }) => title));
  const found = await getL10nJson(sourcesWithTexts());
  // The command wrapper names a command that did not work by its title, without the ellipsis.
  for (const title of titles) found[title.replace(/…$/u, '')] ??= title.replace(/…$/u, '');
  return { manifest: manifestOf(features).texts, code: sorted(found) };
}

/** Reading a file for its texts takes long, and most files have none. */
function sourcesWithTexts(): { extension: string; contents: string }[] {
  return globSync('src/**/*.ts', { cwd: root })
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .filter((contents) => contents.includes('l10n'))
    .map((contents) => ({ extension: '.ts', contents }));
}

/** Independent of the order in which files are found, so that two branches change the same places only for the same texts. */
export function sorted<T>(texts: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
