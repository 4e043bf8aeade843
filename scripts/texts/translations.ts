import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type EnglishTexts, sorted } from './englishTexts.ts';

const folder = path.resolve(import.meta.dirname, '../../translations');

/** One language's texts by the English ones: a text that changes in English is a text without a translation. */
export type Translation = Readonly<Record<string, string>>;

/** Every file in translations/ by its language: `de`. */
export function readTranslations(): Map<string, Translation> {
  const files = globSync('*.json', { cwd: folder }).sort();
  return new Map(
    files.map((file) => [
      path.basename(file, '.json'),
      JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Translation,
    ]),
  );
}

/** The English texts that need a translation, each once. */
export function textsToTranslate({ manifest, code }: EnglishTexts): string[] {
  return [...new Set([...Object.values(manifest), ...Object.keys(code)])].sort();
}

/** What VS Code reads for one language; texts without a translation are left out, and show in English. */
export function localized({ manifest, code }: EnglishTexts, translation: Translation): EnglishTexts {
  const translated = (entries: readonly (readonly [string, string])[]): Record<string, string> =>
    Object.fromEntries(
      entries.flatMap(([key, english]) => {
        const text = translation[english];
        return text === undefined ? [] : [[key, text]];
      }),
    );
  return {
    manifest: translated(Object.entries(manifest)),
    code: sorted(translated(Object.keys(code).map((key) => [key, key]))),
  };
}
