import type { Translation } from './translations.ts';

/** What a translation must have as the English text has it, in whatever order: placeholders, links and icons. */
const fixed = [/\{\w+\}/gu, /\]\([^)]*\)/gu, /\$\([\w~-]+\)/gu, /`[^`]*`/gu];

/** What is wrong with a translation of these texts, a line for each. */
export function mistakesIn(english: readonly string[], translation: Translation): string[] {
  const wanted = new Set(english);
  return [
    ...english.filter((text) => translation[text] === undefined).map((text) => `missing: ${JSON.stringify(text)}`),
    ...Object.keys(translation)
      .filter((text) => !wanted.has(text))
      .map((text) => `superfluous: ${JSON.stringify(text)}`),
    ...Object.entries(translation).flatMap(([text, translated]) => changedParts(text, translated)),
  ];
}

function changedParts(text: string, translated: string): string[] {
  const wrong = translated.trim() === '' || fixed.some((part) => partsOf(text, part) !== partsOf(translated, part));
  return wrong ? [`has other placeholders or links: ${JSON.stringify(text)} → ${JSON.stringify(translated)}`] : [];
}

function partsOf(text: string, part: RegExp): string {
  return [...new Set(text.match(part))].sort().join(' ');
}
