import { getL10nPseudoLocalized, type l10nJsonFormat } from '@vscode/l10n-dev';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** VS Code's name for a language that nobody speaks: English whose letters have accents, so that untranslated words stand out. */
export const pseudoLocale = 'qps-ploc';

/** Gives the extension that is installed below `extensionsFolder` its texts in the pseudo language; they are in no package. */
export function writePseudoTexts(extensionsFolder: string): void {
  const [manifest] = globSync('synapse-explorer.synapse-explorer-*/package.nls.json', { cwd: extensionsFolder });
  if (manifest === undefined) throw new Error(`the extension is not installed in ${extensionsFolder}`);
  const folder = path.join(extensionsFolder, path.dirname(manifest));
  for (const file of ['package.nls.json', path.join('l10n', 'bundle.l10n.json')]) {
    const english = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as l10nJsonFormat;
    const place = path.join(folder, file.replace(/\.json$/u, `.${pseudoLocale}.json`));
    writeFileSync(place, JSON.stringify(getL10nPseudoLocalized(english)));
  }
}

/** A text as the pseudo language has it. */
export function pseudo(english: string): string {
  const { text } = getL10nPseudoLocalized({ text: english });
  return typeof text === 'string' ? text : (text?.message ?? '');
}
