import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from './eventually.ts';
import type { Explorer } from './explorer.ts';

/** The explorer as somebody uses it who has no mouse. */
export class Keys {
  readonly #explorer: () => Explorer;

  constructor(explorer: () => Explorer) {
    this.#explorer = explorer;
  }

  /** Runs a command of the palette: types its title and goes down to it, where others fit as well. */
  async palette(title: string): Promise<void> {
    const { workbench } = this.#explorer();
    const { keyboard } = workbench.page;
    await keyboard.press('F1');
    await workbench.quickInput().waitFor();
    await keyboard.type(title);
    await workbench.option(title).waitFor();
    const row = workbench.quickInput().locator('.monaco-list-row.focused');
    await eventually(`the focus on ${title}`, async () => {
      const label = (await row.count()) > 0 ? await row.getAttribute('aria-label') : undefined;
      if (label?.startsWith(title) === true) return true;
      await keyboard.press('ArrowDown');
      return undefined;
    });
    await keyboard.press('Enter');
  }

  /** Puts the focus on the first row of the view. */
  async toTree(): Promise<void> {
    const { workbench, tree } = this.#explorer();
    await this.palette('Synapse Explorer: Focus on Workspaces View');
    await tree.tree.and(workbench.page.locator(':focus')).waitFor();
    await workbench.page.keyboard.press('Home');
  }

  async hasFocus(accessibleLabel: string): Promise<void> {
    await this.#explorer().row(accessibleLabel).and(this.#focusedRow()).waitFor();
  }

  /** Goes down until the row with this beginning of its accessible label has the focus. */
  async down(accessibleLabel: string): Promise<void> {
    for (let steps = 0; steps < 20; steps += 1) {
      const before = await this.#focusedRow().getAttribute('id');
      await this.#explorer().workbench.page.keyboard.press('ArrowDown');
      // A row that is being drawn anew, because the state of a pool has changed, is without its label for a moment.
      const label = await eventually('the focus has moved', async () => {
        const moved = (await this.#focusedRow().getAttribute('id')) !== before;
        return moved ? ((await this.#focusedRow().getAttribute('aria-label')) ?? undefined) : undefined;
      });
      if (label.startsWith(accessibleLabel)) return;
    }
    assert.fail(`no row "${accessibleLabel}" below`);
  }

  /** Opens the row that has the focus. */
  async open(key: 'ArrowRight' | 'Enter' = 'ArrowRight'): Promise<void> {
    const { tree, workbench } = this.#explorer();
    await workbench.page.keyboard.press(key);
    await this.#focusedRow().and(tree.tree.locator('[aria-expanded="true"]')).waitFor();
    await eventually('children', async () => (await tree.children(this.#focusedRow())).length > 0 || undefined);
  }

  /** Chooses an entry of the focused row's context menu. */
  async menu(entry: string): Promise<void> {
    const { page } = this.#explorer().workbench;
    await page.keyboard.press('Shift+F10');
    await page.locator('.monaco-menu').waitFor();
    const chosen = page.locator('.monaco-menu .action-item.focused');
    await eventually(`the menu entry ${entry}`, async () => {
      if ((await chosen.count()) > 0 && (await chosen.innerText()).startsWith(entry)) return true;
      await page.keyboard.press('ArrowDown');
      return undefined;
    });
    await page.keyboard.press('Enter');
  }

  /** Types into the open quick pick until this is what is chosen, and takes it. */
  async choose(option: string): Promise<void> {
    const { workbench } = this.#explorer();
    await workbench.option(option).waitFor();
    await workbench.page.keyboard.type(option);
    await workbench.option(option).and(workbench.page.locator('.focused')).waitFor();
    await workbench.page.keyboard.press('Enter');
  }

  /** Answers the open modal dialog: Tab until the button has the focus, then Enter. */
  async answer(button: string): Promise<void> {
    const { page } = this.#explorer().workbench;
    await this.#explorer().workbench.dialog().waitFor();
    await eventually(`the focus on ${button}`, async () => {
      if ((await page.locator(':focus').innerText()) === button) return true;
      await page.keyboard.press('Tab');
      return undefined;
    });
    await page.keyboard.press('Enter');
  }

  #focusedRow(): Locator {
    return this.#explorer().tree.tree.locator('.monaco-list-row.focused');
  }
}
