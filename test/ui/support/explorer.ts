import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before } from 'node:test';
import type { Locator } from 'playwright-core';
import { PackagedExtension } from '../../vscode/packagedExtension.ts';
import type { TreeView } from '../../vscode/treeView.ts';
import type { ServerOptions } from '../../vscode/vscodeServer.ts';
import type { Workbench, WorkbenchOptions } from '../../vscode/workbench.ts';
import { eventually } from './eventually.ts';
import { FaultsFile } from './faults.ts';
import { descendants, survivors } from './processes.ts';
import { Traffic, trafficFolder } from './traffic.ts';

export interface ExplorerOptions extends Pick<
  ServerOptions,
  'settings' | 'developmentExtensions' | 'env' | 'locale' | 'restricted'
> {
  /** How long the emulator's operations take; without it as long as the ring says. */
  readonly operationTimeMs?: number;
  /** An upper limit for the emulator's pages. */
  readonly pageSize?: number;
  /** Files of the folder that is open, by their paths in it. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Rows that must be there before the first test, for rows move while others arrive; without it the sample's. */
  readonly rows?: readonly string[];
  /** How large the window is, and how much is zoomed. */
  readonly window?: Pick<WorkbenchOptions, 'size' | 'scale'>;
  /** What container and view are called, where they are not in English. */
  readonly titles?: { readonly container: string; readonly view: string };
}

const WITHIN_MS = 20_000;
/** One subscription of each of the sample's tenants, with workspaces: empty ones are hidden. */
const sampleRows = ['Contoso Production', 'Fabrikam Analytics'];
const openSample = { 'synapse.startWith': 'sample' };

/** Older versions of VS Code ask whether a folder is trusted, newer ones say that it is not. */
async function trustNobody(workbench: Workbench): Promise<void> {
  const no = "No, I don't trust the authors";
  const question = workbench.dialog().getByRole('button', { name: no });
  await question.or(workbench.page.locator('.part.banner').getByText('Restricted Mode')).first().waitFor();
  if (await question.isVisible()) await workbench.answer(no);
}

/** The packaged extension in a window of a real VS Code, seen with the explorer open. */
export class Explorer {
  readonly workbench: Workbench;
  readonly tree: TreeView;
  readonly faults: FaultsFile;
  readonly traffic = new Traffic();
  readonly #packaged: PackagedExtension;
  readonly #others: Workbench[] = [];

  private constructor(packaged: PackagedExtension, workbench: Workbench, faults: FaultsFile, view: string) {
    this.#packaged = packaged;
    this.workbench = workbench;
    this.faults = faults;
    this.tree = workbench.tree(view);
  }

  /** Starts VS Code and a browser. Without other settings the sample opens by itself. */
  static async start(options: ExplorerOptions): Promise<Explorer> {
    const { container, view } = options.titles ?? { container: 'Synapse Explorer', view: 'Workspaces' };
    const faults = new FaultsFile();
    const packaged = await PackagedExtension.start({
      developmentExtensions: options.developmentExtensions ?? [],
      locale: options.locale,
      restricted: options.restricted,
      settings: { ...openSample, ...options.settings },
      env: {
        SYNAPSE_EMULATOR_RECORD: trafficFolder,
        SYNAPSE_EMULATOR_FAULTS: faults.file,
        ...(options.operationTimeMs !== undefined && {
          SYNAPSE_EMULATOR_OPERATION_TIME: String(options.operationTimeMs),
        }),
        ...(options.pageSize !== undefined && { SYNAPSE_EMULATOR_PAGE_SIZE: String(options.pageSize) }),
        ...options.env,
      },
    });
    try {
      writeFiles(packaged.server.workspaceFolder, options.files ?? {});
      const workbench = await packaged.open(options.window);
      const explorer = new Explorer(packaged, workbench, faults, view);
      workbench.page.setDefaultTimeout(WITHIN_MS);
      if (options.restricted) await trustNobody(workbench);
      await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await workbench.openViewContainer(container);
      await workbench.resizeSidebar(480);
      await explorer.shows(options.rows ?? sampleRows);
      return explorer;
    } catch (error) {
      await packaged.pictureOfFailure('start');
      await packaged.stop();
      faults.dispose();
      throw error;
    }
  }

  /** Waits for rows, each named by its label. */
  async shows(rows: readonly string[] = sampleRows): Promise<void> {
    for (const row of rows) await this.tree.item(row).waitFor();
  }

  /** The row whose accessible label, which holds kind, name and state, is exactly this. */
  readonly row = (accessibleLabel: string): Locator =>
    this.tree.tree.getByRole('treeitem', { name: accessibleLabel, exact: true });

  /** What a gesture puts into the clipboard. */
  readonly copied = async (gesture: () => Promise<void>): Promise<string> => {
    const { page } = this.workbench;
    await page.evaluate('navigator.clipboard.writeText("")');
    await gesture();
    return eventually('something in the clipboard', async () => {
      const text = await page.evaluate<string>('navigator.clipboard.readText()');
      return text === '' ? undefined : text;
    });
  };

  /** Opens another window of the same server, as a second browser does, with an extension host of its own. */
  async anotherWindow(container = 'Synapse Explorer'): Promise<Workbench> {
    const workbench = await this.#packaged.open();
    this.#others.push(workbench);
    workbench.page.setDefaultTimeout(WITHIN_MS);
    await workbench.openViewContainer(container);
    return workbench;
  }

  /** The folder that is open. */
  get folder(): string {
    return this.#packaged.server.workspaceFolder;
  }

  /** Loads the window anew by VS Code's own command. VS Code shows the explorer again by itself. */
  async reload(): Promise<void> {
    const { page } = this.workbench;
    const loaded = page.waitForEvent('load');
    await this.workbench.runCommand('Developer: Reload Window');
    await loaded;
    await page.locator('.part.sidebar .composite.title').getByText('Synapse Explorer').waitFor();
  }

  /** For the test after one that failed: no picture of its leftovers, no faults. */
  async afterFailure(test: string): Promise<void> {
    await this.#packaged.pictureOfFailure(test);
    this.faults.set();
    for (let press = 0; press < 3; press += 1) await this.workbench.page.keyboard.press('Escape');
  }

  /** Ends everything, and holds the run to its promises: no error in the page, no process left. */
  async end(): Promise<void> {
    const started = descendants();
    const windows = [this.workbench, ...this.#others];
    for (const window of windows) await window.close();
    await this.#packaged.stop();
    this.faults.dispose();
    const uncaught = windows.flatMap(({ errors }) => errors.map(String));
    assert.deepEqual(uncaught, [], 'errors that no script of the page caught');
    assert.deepEqual(
      windows.flatMap(({ consoleErrors }) => consoleErrors).filter((text) => /synapse[-.]explorer/i.test(text)),
      [],
      'errors that the extension wrote to the console',
    );
    await eventually('all processes have ended', () => survivors(started).length === 0 || undefined).catch(() => {
      assert.deepEqual(survivors(started), [], 'processes that go on after the end');
    });
  }
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** The icon of a row, by its name among VS Code's product icons. */
export function icon(row: Locator, id: string): Locator {
  return row.locator(`.custom-view-tree-node-item-icon.codicon-${id}`);
}

/** For a `describe`: one VS Code for all of its tests, a picture of each failure, and the checks of `end` afterwards. */
export function useExplorer(options: ExplorerOptions | (() => Promise<ExplorerOptions>) = {}): () => Explorer {
  let explorer: Explorer | undefined;
  before(async () => {
    explorer = await Explorer.start(typeof options === 'function' ? await options() : options);
  });
  afterEach(async (test) => {
    if ('passed' in test && !test.passed) await explorer?.afterFailure(test.fullName);
  });
  after(() => explorer?.end());
  return () => {
    assert(explorer, 'VS Code did not start');
    return explorer;
  };
}
