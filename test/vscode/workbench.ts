import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { escapeForRegExp, TreeView } from './treeView.ts';
import type { VsCodeServer } from './vscodeServer.ts';

export interface WorkbenchOptions {
  /** The folder to open; without it an empty one. */
  readonly folder?: string;
  /** In CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Pixels of the screen in a CSS pixel: a browser that zooms has more of them, and as much less room. */
  readonly scale?: number;
}

/** Menus ignore the mouse for the first 100 ms, so that the click that opened them does not choose an entry. */
const MENU_SETTLES_MS = 200;

const PALETTE_OPENS_MS = 3000;

/** One VS Code window in a browser, with the gestures of a person. Locators wait and retry as playwright's do. */
export class Workbench {
  readonly page: Page;
  /** Errors that no script of the page caught. */
  readonly errors: Error[] = [];
  /** What page and extensions wrote to the console as an error. */
  readonly consoleErrors: string[] = [];
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(error));
    page.on('console', (message) => {
      if (message.type() === 'error') this.consoleErrors.push(message.text());
    });
  }

  /** Opens a window. When the server or the page dies, whatever is waited for then fails and says so. */
  static async open(browser: Browser, server: VsCodeServer, options: WorkbenchOptions = {}): Promise<Workbench> {
    const viewport = options.size ?? { width: 1400, height: 900 };
    const { scale: deviceScaleFactor = 1 } = options;
    const context = await browser.newContext({ viewport, deviceScaleFactor, reducedMotion: 'reduce' });
    const workbench = new Workbench(context, await context.newPage());
    const giveUp = (reason: string): void => void context.close({ reason: `${reason}\n${server.output()}` });
    workbench.page.on('crash', () => {
      giveUp('the page crashed');
    });
    void server.ended.then(giveUp);
    await workbench.page.goto(server.url(options.folder));
    await workbench.page.locator('.monaco-workbench .part.activitybar').waitFor();
    return workbench;
  }

  /** Closes the window; the server then ends its extension host. */
  async close(): Promise<void> {
    await this.#context.close();
  }

  /** Shows a view container by its title in the activity bar. */
  async openViewContainer(title: string): Promise<void> {
    const bar = this.page.locator('.activitybar');
    const tab = bar.getByRole('tab', { name: title });
    // A small window has no room for all of them.
    const others = bar.getByRole('button', { name: 'Additional Views' });
    await tab.or(others).first().waitFor();
    if (await tab.isVisible()) {
      if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    } else {
      await others.click();
      await this.page.waitForTimeout(MENU_SETTLES_MS);
      await this.page.locator('.monaco-menu').getByRole('menuitemcheckbox', { name: title }).click();
    }
    await this.page.locator('.part.sidebar .composite.title').getByText(title).first().waitFor();
  }

  /** Waits until the sidebar has stopped showing that it loads. */
  async sidebarIdle(): Promise<void> {
    await this.page.locator('.part.sidebar .monaco-progress-container.active').waitFor({ state: 'detached' });
  }

  /** Drags the sidebar's edge. `width` in CSS pixels. */
  async resizeSidebar(width: number): Promise<void> {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('there is no sidebar');
    const height = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width, height);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + width, height, { steps: 5 });
    await this.page.mouse.up();
  }

  tree(viewTitle: string): TreeView {
    return new TreeView(this.page, viewTitle);
  }

  /** What a view without items says instead; its links and buttons are inside. */
  welcome(): Locator {
    return this.page.locator('.part.sidebar .welcome-view:visible');
  }

  /** A button in the title of a view; the view container's own title above has a “More actions” as well. */
  async titleAction(name: string | RegExp): Promise<void> {
    await this.page.locator('.part.sidebar').hover();
    const titles = this.page.locator('.part.sidebar').locator('.pane-header');
    // By its label, for VS Code 1.105 gives “More Actions…” no role.
    await titles.getByLabel(name).first().click();
  }

  /** Opens an item's context menu; answers the menu, for a look at its entries. */
  async openContextMenu(item: Locator): Promise<Locator> {
    await item.click({ button: 'right' });
    const menu = this.page.locator('.monaco-menu');
    await menu.waitFor();
    await this.page.waitForTimeout(MENU_SETTLES_MS);
    return menu;
  }

  /** Chooses an entry of an item's context menu; further names lead through submenus. */
  async contextMenu(item: Locator, ...entries: readonly string[]): Promise<void> {
    const menu = await this.openContextMenu(item);
    for (const entry of entries) {
      await menu.getByRole('menuitem', { name: entry }).first().click();
    }
    await menu.first().waitFor({ state: 'detached' });
  }

  /** Runs a command as the palette shows it, with its category: `Synapse: Refresh`. */
  async runCommand(title: string): Promise<void> {
    const input = this.quickInput().locator('input.input');
    // A page that is just being closed, or shown, takes the key with it.
    let presses = 0;
    do {
      await this.page.keyboard.press('F1');
      await input.waitFor({ timeout: PALETTE_OPENS_MS }).catch(() => undefined);
      presses += 1;
    } while (presses < 4 && !(await input.isVisible()));
    await input.fill(`>${title}`);
    await this.option(title).click();
  }

  /**
   * Opens a file of the folder, by keyboard, in the dialog for it: VS Code's own search of files needs a program that the
   * packages of some versions lack.
   * @param file its path below the folder, with `/`
   */
  async openFile(file: string): Promise<void> {
    const [first = '', last = ''] = [file.split('/').at(0), file.split('/').at(-1)];
    await this.runCommand('File: Open File...');
    await this.option(first).waitFor();
    await this.page.keyboard.type(file);
    await this.option(last).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** The box at the top of the window: command palette, quick picks and input boxes. */
  quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** An entry of the open quick pick, by the beginning of its text. */
  option(label: string): Locator {
    return this.quickInput()
      .getByRole('option', { name: new RegExp(`^${escapeForRegExp(label)}`) })
      .first();
  }

  async pick(label: string): Promise<void> {
    await this.option(label).click();
  }

  /** Fills the open input box (or the filter of a quick pick) and presses Enter. */
  async enter(text: string): Promise<void> {
    const input = this.quickInput().locator('input.input');
    await input.fill(text);
    await input.press('Enter');
  }

  dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** Answers the open modal dialog. */
  async answer(button: string): Promise<void> {
    await this.dialog().getByRole('button', { name: button }).click();
    await this.dialog().waitFor({ state: 'detached' });
  }

  /** The notification with this text; buttons that it offers are inside. */
  toast(text: string | RegExp): Locator {
    return this.page.locator('.notifications-toasts .notification-toast').filter({ hasText: text });
  }

  /** The document that an extension put into the visible webview. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** The visible lines of the active text editor. */
  async editorText(): Promise<string> {
    const lines = this.page.locator('.editor-group-container.active .monaco-editor .view-lines');
    return (await lines.innerText()).replaceAll('\u00a0', ' ');
  }

  /** The visible lines of the panel's text, such as an output channel; what wraps is joined. */
  async panelText(): Promise<string> {
    const lines = this.page.locator('.part.panel .view-lines');
    return (await lines.innerText()).replaceAll('\u00a0', ' ').replaceAll('\n', '');
  }

  /** Switches the colour theme by the name that the theme picker shows, such as `Light Modern`. */
  async switchTheme(name: string): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.enter(name);
    await this.quickInput().waitFor({ state: 'detached' });
  }

  /** Writes the window as PNG; the mouse is moved away first, so that no hover shows. */
  async screenshot(file: string): Promise<void> {
    await this.page.mouse.move(0, 0);
    await this.page.screenshot({ path: file });
  }
}
