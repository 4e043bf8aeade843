import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { launchBrowser } from '../../test/vscode/browser.ts';
import type { TreeView } from '../../test/vscode/treeView.ts';
import type { VsCodeServer } from '../../test/vscode/vscodeServer.ts';
import { Workbench } from '../../test/vscode/workbench.ts';
import { startServer } from './inBrowser.ts';
import type { StartOptions } from './options.ts';

const groups = ['SQL pools', 'Apache Spark pools', 'Access control'];

const SIDEBAR_WIDTH = 420; // CSS pixels: names and states are to be read in full

/** Shows the explorer with a workspace's content in a headless browser and writes a picture of the window. */
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
  await expandFirstWorkspace(tree);
  await tree.scrollToTop();
  await workbench.sidebarIdle();
  await workbench.screenshot(file);
}

/** Subscriptions without a workspace say so in a child that cannot be expanded: the first one with a workspace is taken. */
async function expandFirstWorkspace(tree: TreeView): Promise<void> {
  await tree.tree.getByRole('treeitem').first().waitFor();
  for (const subscription of await tree.roots()) {
    const item = tree.item(subscription);
    await tree.expand(item);
    const workspace = await firstExpandable(tree, subscription);
    if (workspace === undefined) continue;
    await tree.expand(await tree.reveal(subscription, workspace));
    for (const group of groups) await tree.expand(await tree.reveal(subscription, workspace, group));
    return;
  }
  throw new Error('the sample shows no workspace');
}

async function firstExpandable(tree: TreeView, root: string): Promise<string | undefined> {
  for (const label of await tree.children(tree.item(root))) {
    const child: Locator = await tree.reveal(root, label);
    if ((await child.getAttribute('aria-expanded')) !== null) return label;
  }
  return undefined;
}
