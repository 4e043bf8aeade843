// Writes the texts that VS Code shows: l10n/bundle.l10n.json from the sources, and for each language in translations/ its
// package.nls.<language>.json and l10n/bundle.l10n.<language>.json. Run it after generateContributions.ts.
//   node scripts/generateTexts.ts           writes them
//   node scripts/generateTexts.ts --check   exits with 1 when they are stale
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { asJson, writeOrCheck } from './generatedFiles.ts';
import { englishTexts } from './texts/englishTexts.ts';
import { localized, readTranslations } from './texts/translations.ts';

const root = path.resolve(import.meta.dirname, '..');
mkdirSync(path.join(root, 'l10n'), { recursive: true });

const english = await englishTexts();
const files = new Map([[path.join(root, 'l10n', 'bundle.l10n.json'), asJson(english.code)]]);
for (const [language, translation] of readTranslations()) {
  const { manifest, code } = localized(english, translation);
  files.set(path.join(root, `package.nls.${language}.json`), asJson(manifest));
  files.set(path.join(root, 'l10n', `bundle.l10n.${language}.json`), asJson(code));
}
writeOrCheck(files);
