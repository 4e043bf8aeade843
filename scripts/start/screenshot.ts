import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../test/vscode/browser.ts';
import type { VsCodeServer } from '../../test/vscode/vscodeServer.ts';
import { Workbench } from '../../test/vscode/workbench.ts';
import { startServer } from './inBrowser.ts';
import type { StartOptions } from './options.ts';

const sales = ['Contoso Production', 'contoso-sales'] as const;
const groups = ['SQL pools', 'Apache Spark pools', 'SQL scripts'];
const script = ['SQL scripts', 'Reports', 'Top customers'] as const;

const SIDEBAR_WIDTH = 420; // CSS pixels: names and states are to be read in full

/** Shows the explorer with a workspace's content and one of its SQL scripts in a headless browser, and writes a picture. */
export async function takeScreenshot(file: string, options: StartOptions, stopped: Promise<never>): Promise<void> {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  await using server = await startServer({ port: 0, ...options }); // no port pleasant to type is needed
  await using browser = await launchBrowser();
  await Promise.race([draw(browser, server, file), stopped]);
}

async function draw(browser: Browser, server: VsCodeServer, file: string): Promise<void> {
  const workbench = await Workbench.open(browser, server);
  await workbench.openViewContainer('Synapse Explorer');
  await workbench.resizeSidebar(SIDEBAR_WIDTH);
  const tree = workbench.tree('Workspaces');
  for (const group of groups) await tree.expand(await tree.reveal(...sales, group));
  await (await tree.reveal(...sales, ...script)).dblclick();
  await workbench.page.locator('.editor-group-container.active .monaco-editor .codelens-decoration').first().waitFor();
  await tree.scrollToTop();
  await workbench.sidebarIdle();
  await workbench.screenshot(file);
}
