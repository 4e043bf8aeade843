// Says what is missing, superfluous or different in placeholders and links in translations/*.json.
//   node scripts/checkTranslations.ts               exits with 1 when something is
//   node scripts/checkTranslations.ts --missing de  prints what German lacks, as JSON to be filled in
//   node scripts/checkTranslations.ts --add de FILE puts a filled-in file into translations/de.json, and drops what is superfluous
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { asJson } from './generatedFiles.ts';
import { englishTexts, sorted } from './texts/englishTexts.ts';
import { mistakesIn } from './texts/mistakes.ts';
import { readTranslations, textsToTranslate, type Translation } from './texts/translations.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { missing: { type: 'string' }, add: { type: 'string' } },
});
const english = textsToTranslate(await englishTexts());
const translations = readTranslations();

if (values.missing !== undefined) {
  const known = translations.get(values.missing) ?? {};
  const missing = english.filter((text) => known[text] === undefined);
  process.stdout.write(asJson(Object.fromEntries(missing.map((text) => [text, '']))));
} else if (values.add !== undefined) {
  const [file = ''] = positionals;
  const added = JSON.parse(readFileSync(file, 'utf8')) as Translation;
  const all = { ...translations.get(values.add), ...added };
  const wanted = Object.fromEntries(Object.entries(all).filter(([text]) => english.includes(text)));
  const place = path.resolve(import.meta.dirname, '..', 'translations', `${values.add}.json`);
  writeFileSync(place, asJson(sorted(wanted)));
} else {
  for (const [language, translation] of translations) {
    const mistakes = mistakesIn(english, translation);
    if (mistakes.length === 0) continue;
    console.error(`translations/${language}.json\n  ${mistakes.join('\n  ')}`);
    process.exitCode = 1;
  }
}
