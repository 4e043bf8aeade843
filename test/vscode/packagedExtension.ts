import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { installExtension } from './installExtension.ts';
import { projectRoot, resultsFolder } from './paths.ts';
import { pseudoLocale, writePseudoTexts } from './pseudoTexts.ts';
import { VsCodeServer, type ServerOptions } from './vscodeServer.ts';
import { Workbench, type WorkbenchOptions } from './workbench.ts';

const substitutes = path.join(projectRoot, 'test', 'substitutes');

/** Extensions that take the place of what a test cannot have, to be loaded as development extensions. */
export const substituteExtensions = { microsoftAuthentication: path.join(substitutes, 'microsoft-authentication') };

/** The .vsix file under test: SYNAPSE_TEST_VSIX, or the one that `npm test -- ui` and `npm run package` write. */
export const vsixFile = process.env['SYNAPSE_TEST_VSIX'] ?? path.join(projectRoot, 'synapse-explorer.vsix');

/** A VS Code server with the packaged extension installed, and a browser, for the tests of one file. */
export class PackagedExtension {
  readonly server: VsCodeServer;
  readonly browser: Browser;
  readonly #folder: string;

  private constructor(folder: string, server: VsCodeServer, browser: Browser) {
    this.#folder = folder;
    this.server = server;
    this.browser = browser;
  }

  static async start(options: Omit<ServerOptions, 'extensionsFolder'> = {}): Promise<PackagedExtension> {
    const folder = mkdtempSync(path.join(tmpdir(), 'synapse-extensions-'));
    await installExtension(vsixFile, folder);
    if (options.locale === pseudoLocale) writePseudoTexts(folder);
    const server = await VsCodeServer.start({ ...options, extensionsFolder: folder });
    try {
      return new PackagedExtension(folder, server, await launchBrowser());
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  open(options?: WorkbenchOptions): Promise<Workbench> {
    return Workbench.open(this.browser, this.server, options);
  }

  /** A picture of every open window in test-results/ui/, for the reader of a failure. `name`: the test's. */
  async pictureOfFailure(name: string): Promise<void> {
    const file = path.join(resultsFolder, 'ui', name.replaceAll(/[^\w-]+/g, '-'));
    mkdirSync(path.dirname(file), { recursive: true });
    const pages = this.browser.contexts().flatMap((context) => context.pages());
    await Promise.all(pages.map((page, index) => page.screenshot({ path: `${file}-${String(index)}.png` })));
  }

  /** Ends browser and server with everything that they started, and removes the folders. */
  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
