import type { Locator } from 'playwright-core';
import type { Workbench } from '../../vscode/workbench.ts';
import { escapeForRegExp } from '../../vscode/treeView.ts';

/** VS Code's quick pick where several entries can be ticked, with the gestures of the mouse. */
export class TickList {
  readonly #widget: Locator;

  constructor(workbench: Workbench) {
    this.#widget = workbench.quickInput();
  }

  /** The entry whose text begins with this label. */
  entry(label: string): Locator {
    // The box inside the row has the label, too.
    return this.#widget
      .locator('.monaco-list-row')
      .and(this.#widget.getByRole('checkbox', { name: new RegExp(`^${escapeForRegExp(label)}(,|$)`) }));
  }

  /** Whether an entry is ticked, once the list has it. */
  async isTicked(label: string): Promise<boolean> {
    await this.entry(label).waitFor();
    return (await this.entry(label).getAttribute('aria-checked')) === 'true';
  }

  /** Ticks an entry, or takes its tick away. */
  async toggle(label: string): Promise<void> {
    await this.entry(label).click();
  }

  async confirm(): Promise<void> {
    await this.#widget.getByRole('button', { name: 'OK' }).click();
    await this.#widget.waitFor({ state: 'detached' });
  }
}
