import type { Locator, Page } from 'playwright-core';

const WAIT_MS = 15_000;

/** A tree in the sidebar. Items are named by the label that a person reads, without description. */
export class TreeView {
  readonly tree: Locator;
  readonly #page: Page;

  /** `name`: the view's title. */
  constructor(page: Page, name: string) {
    this.#page = page;
    this.tree = page.getByRole('tree', { name });
  }

  /** The rendered row with this label; where labels repeat, the first one. `reveal` tells them apart. */
  item(label: string | RegExp): Locator {
    return this.tree
      .getByRole('treeitem')
      .filter({ has: this.#label(label) })
      .first();
  }

  /** Expands an item and waits for its first child: VS Code itself says "expanded" before it asked for the children. */
  async expand(item: Locator): Promise<void> {
    if ((await item.getAttribute('aria-expanded')) !== 'true') await item.locator('.monaco-tl-twistie').click();
    await this.#poll(
      item,
      'any child',
      async () => (await this.#rowsBelow(await placeOf(item))).rows.length > 0 || undefined,
    );
  }

  async collapse(item: Locator): Promise<void> {
    if ((await item.getAttribute('aria-expanded')) === 'true') await item.locator('.monaco-tl-twistie').click();
  }

  /** Walks down from a root, expanding on the way and scrolling where needed; answers the last item, not expanded itself. */
  async reveal(root: string, ...labels: readonly string[]): Promise<Locator> {
    await this.tree.waitFor({ timeout: WAIT_MS });
    await this.scrollToTop();
    let item = this.item(root);
    await item.waitFor({ timeout: WAIT_MS });
    for (const label of labels) {
      await this.expand(item);
      item = await this.#child(item, label);
    }
    return item;
  }

  /** The labels of the rendered items of the first level, in order. */
  async roots(): Promise<string[]> {
    return (await this.#rowsBelow({ index: -1, level: 0 })).rows.map(({ label }) => label);
  }

  /** The labels of the rendered children of an expanded item, in order. */
  async children(item: Locator): Promise<string[]> {
    return (await this.#rowsBelow(await placeOf(item))).rows.map(({ label }) => label);
  }

  /** Presses a button that appears at the item's right end while the mouse is over it. */
  async inlineAction(item: Locator, title: string): Promise<void> {
    await item.hover();
    await item.getByRole('button', { name: title }).click();
  }

  /** Rows out of sight are not rendered. */
  async scrollToTop(): Promise<void> {
    const first = this.tree.locator('[role="treeitem"][data-index="0"]');
    for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline && (await first.count()) === 0;) {
      await this.#scroll(-1000);
      await this.#page.waitForTimeout(50);
    }
  }

  async #child(parent: Locator, label: string): Promise<Locator> {
    const place = await placeOf(parent);
    const id = await this.#poll(parent, JSON.stringify(label), async () => {
      const { rows, complete } = await this.#rowsBelow(place);
      const found = rows.find((row) => row.label === label);
      if (!found && !complete) await this.#scroll(100);
      return found?.id;
    });
    // An id stands for a position: the label makes sure that it is still the same item there.
    return this.tree.locator(`[id="${id}"]`).filter({ has: this.#label(label) });
  }

  async #scroll(pixels: number): Promise<void> {
    await this.tree.hover();
    await this.#page.mouse.wheel(0, pixels);
  }

  #label(label: string | RegExp): Locator {
    const exact = typeof label === 'string' ? new RegExp(`^${escapeForRegExp(label)}$`) : label;
    return this.#page.locator('.label-name', { hasText: exact });
  }

  /** Rows are filled in by the extension host, in steps: there is no event to wait for. */
  async #poll<T>(parent: Locator, wanted: string, look: () => Promise<T | undefined>): Promise<T> {
    const name = await parent.getAttribute('aria-label');
    for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline;) {
      const found = await look();
      if (found !== undefined) return found;
      await this.#page.waitForTimeout(50);
    }
    throw new Error(`no ${wanted} below ${JSON.stringify(name)}`);
  }

  #rowsBelow(place: Place): Promise<RowsBelow> {
    return this.tree.evaluate(rowsBelow, place);
  }
}

/** What is used of a DOM element in the page: the DOM's own types are for pages, and the rest of this code is not one. */
interface PageElement {
  readonly id: string;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

interface RowsBelow {
  readonly rows: readonly { readonly id: string; readonly label: string }[];
  /** False: the window's lower edge cuts the list off. */
  readonly complete: boolean;
}

/** Rows are a flat, virtualised list: children are what follows one level deeper. Runs in the page. */
function rowsBelow(tree: PageElement, { index, level }: Place): RowsBelow {
  const attribute = (row: PageElement, name: string): number => Number(row.getAttribute(name));
  const all = [...tree.querySelectorAll('[role="treeitem"]')];
  const below = all.filter((row) => attribute(row, 'data-index') > index);
  below.sort((a, b) => attribute(a, 'data-index') - attribute(b, 'data-index'));
  const end = below.findIndex((row) => attribute(row, 'aria-level') <= level);
  const inside = end < 0 ? below : below.slice(0, end);
  const children = inside.filter((row) => attribute(row, 'aria-level') === level + 1);
  const rows = children.map((row) => ({ id: row.id, label: row.querySelector('.label-name')?.textContent ?? '' }));
  return { rows, complete: end >= 0 };
}

/** Where a row is in the flat list of rows; it holds while the row itself is scrolled out of sight. */
interface Place {
  readonly index: number;
  readonly level: number;
}

async function placeOf(item: Locator): Promise<Place> {
  const [index, level] = await Promise.all([item.getAttribute('data-index'), item.getAttribute('aria-level')]);
  return { index: Number(index), level: Number(level) };
}

export function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
