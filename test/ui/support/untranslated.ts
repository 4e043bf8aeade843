import type { Locator } from 'playwright-core';

/** Words of at least three plain letters. The pseudo language leaves none: each of its letters has an accent. */
const plainWord = /(?<![\p{L}\p{M}\d])[A-Za-z]{3,}(?![\p{L}\p{M}\d])/gu;

/** Ids of Azure, whose letters are no words. */
const guids = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/giu;

/**
 * The words among some texts that nobody has translated.
 * @param data What is no text of ours: names and states of the service, VS Code's own words. Longer ones are looked for first.
 */
export function untranslatedIn(texts: readonly string[], data: readonly string[]): string[] {
  const longestFirst = data.toSorted((a, b) => b.length - a.length);
  return texts.flatMap((text) => {
    const ours = longestFirst.reduce((rest, known) => rest.replaceAll(known, ' '), text.replace(guids, ' '));
    return [...ours.matchAll(plainWord)].map(([word]) => `${word}: ${text}`);
  });
}

/** What the matching elements say, and what a screen reader reads of them. */
export async function textsOf(elements: Locator): Promise<string[]> {
  await elements.first().waitFor();
  const [shown, spoken] = await Promise.all([
    elements.allInnerTexts(),
    elements.evaluateAll((found) =>
      (found as unknown as { getAttribute(name: string): string | null }[]).map(
        (element) => element.getAttribute('aria-label') ?? '',
      ),
    ),
  ]);
  return [...shown, ...spoken].filter((text) => text !== '');
}
