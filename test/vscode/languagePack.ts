import { writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes VS Code's server believe that a language pack is installed, by the file that it keeps about them in its data
 * folder. The pack translates nothing of VS Code, but only with one does VS Code say that it is in that language, and look
 * for an extension's texts in it.
 */
export function writeLanguagePack(dataFolder: string, locale: string): void {
  const translations = path.join(dataFolder, 'no-translations.json');
  writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const extensions = [{ extensionIdentifier: { id: `test.language-pack-${locale}` }, version: '1.0.0' }];
  const pack = { hash: `empty-${locale}`, extensions, translations: { vscode: translations }, label: locale };
  writeFileSync(path.join(dataFolder, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
