import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { resultsFolder } from '../../vscode/paths.ts';
import type { Workbench } from '../../vscode/workbench.ts';

/** What is used of the page's DOM: the DOM's own types are for pages, and this code is not one. */
interface PageElement {
  readonly textContent: string | null;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
}

/** Browsers round sizes to whole pixels. */
const ROUNDING = 1;

/** The texts of those of the matching elements that are larger than the room they have. @throws when nothing matches */
export async function cutOff(elements: Locator): Promise<string[]> {
  await elements.first().waitFor();
  return elements.evaluateAll(
    (found, rounding) =>
      (found as unknown as PageElement[])
        .filter(
          ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
            scrollWidth > clientWidth + rounding || scrollHeight > clientHeight + rounding,
        )
        .map(({ textContent }) => textContent ?? ''),
    ROUNDING,
  );
}

/** Where a picture for people goes: test-results/ui/, a folder for each `describe`. */
export function pictureFile(folder: string, name: string): string {
  const file = path.join(resultsFolder, 'ui', folder, `${name.replaceAll(' ', '-')}.png`);
  mkdirSync(path.dirname(file), { recursive: true });
  return file;
}

/** Pictures of the window in high contrast, in a light theme, and in a dark one, which it then keeps. */
export async function picturesInAllThemes(
  workbench: Workbench,
  folder: string,
  name: string,
  prepare: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await picturesIn([['Dark High Contrast', 'hc-black']], workbench, folder, name, prepare);
  await picturesInLightAndDark(workbench, folder, name, prepare);
}

/**
 * Pictures of the window in a light theme and in a dark one, which it then keeps. Choosing a theme closes what is only
 * open for a moment: `prepare` opens it, each time anew, and Escape closes it.
 */
export async function picturesInLightAndDark(
  workbench: Workbench,
  folder: string,
  name: string,
  prepare: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const themes = [
    ['Light Modern', 'vs'],
    ['Dark Modern', 'vs-dark'],
  ] as const;
  await picturesIn(themes, workbench, folder, name, prepare);
}

async function picturesIn(
  themes: readonly (readonly [theme: string, windowClass: string])[],
  workbench: Workbench,
  folder: string,
  name: string,
  prepare: () => Promise<void>,
): Promise<void> {
  for (const [theme, windowClass] of themes) {
    await workbench.switchTheme(theme);
    await workbench.page.locator(`.monaco-workbench.${windowClass}`).waitFor();
    await prepare();
    await workbench.page.screenshot({ path: pictureFile(folder, `${name} ${theme}`) });
    await workbench.page.keyboard.press('Escape');
  }
}
