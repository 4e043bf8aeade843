import type { Locator } from 'playwright-core';
import type { Explorer } from './explorer.ts';

export const section = ['Contoso Production', 'contoso-sales', 'SQL scripts'] as const;
/** Publishing, as the traffic names it. */
export const put = 'SqlScript_CreateOrUpdateSqlScript';

/** Gestures on editors of SQL scripts. */
export function scriptEditors(explorer: () => Explorer) {
  const page = () => explorer().workbench.page;
  const lines = (): Locator => page().locator('.editor-instance .view-lines');

  /** Opens a script by a click on its row. */
  async function open(...path: readonly string[]): Promise<Locator> {
    const row = await explorer().tree.reveal(...section, ...path);
    await row.click();
    const name = path.at(-1) ?? '';
    await page().locator('.tab.active').getByText(`${name}.sql`).waitFor();
    await lines().waitFor();
    return lines();
  }

  /** Types a text in place of all that is in the editor. */
  async function type(text: string): Promise<void> {
    await lines().click();
    await page().keyboard.press('Control+A');
    await page().keyboard.type(text);
  }

  const dirtyTab = (): Locator => page().locator('.tab.active.dirty');
  return { open, type, lines, dirtyTab };
}
