import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { launchBrowser } from '../../test/vscode/browser.ts';
import type { VsCodeServer } from '../../test/vscode/vscodeServer.ts';
import { Workbench } from '../../test/vscode/workbench.ts';
import { startServer } from './inBrowser.ts';

/** By the ends of the files' names: VS Code takes the ones that fit its own theme. */
const themes = { dark: ['Dark Modern', 'vs-dark'], light: ['Light Modern', 'vs'] } as const;

/** CSS pixels: the pictures show in about this size. */
const size = { width: 900, height: 560 };
const SIDEBAR_WIDTH = 440;
const sales = ['Contoso Production', 'contoso-sales'] as const;

/** Writes the pictures of the walkthrough's steps, each in a dark and in a light theme. */
export async function takeWalkthroughPictures(folder: string, stopped: Promise<never>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await using server = await startServer({ port: 0 }, { 'synapse.startWith': 'accounts' });
  await using browser = await launchBrowser();
  await Promise.race([draw(browser, server, folder), stopped]);
}

async function draw(browser: Browser, server: VsCodeServer, folder: string): Promise<void> {
  const workbench = await Workbench.open(browser, server, { size });
  const tree = workbench.tree('Workspaces');
  const sidebar = workbench.page.locator('.part.sidebar');
  const picture = async (name: string, look: () => Promise<Locator>): Promise<void> => {
    for (const [end, [theme, windowClass]] of Object.entries(themes)) {
      await workbench.switchTheme(theme);
      await workbench.page.locator(`.monaco-workbench.${windowClass}`).waitFor();
      const shown = await look();
      await workbench.page.mouse.move(size.width - 1, size.height - 1);
      await workbench.page.locator('.workbench-hover:visible').waitFor({ state: 'hidden' });
      await shown.screenshot({ path: path.join(folder, `${name}-${end}.png`) });
      await workbench.page.keyboard.press('Escape');
    }
  };
  await workbench.openViewContainer('Synapse Explorer');
  await workbench.resizeSidebar(SIDEBAR_WIDTH);

  await workbench.welcome().getByRole('button', { name: 'Open the sample' }).waitFor();
  await picture('sign-in', () => Promise.resolve(sidebar));

  await workbench.welcome().getByRole('button', { name: 'Open the sample' }).click();
  // Rows move while other tenants answer.
  for (const row of ['Contoso Production', 'Fabrikam Analytics']) await tree.item(row).waitFor();
  await workbench.sidebarIdle();
  await tree.expand(await tree.reveal(...sales, 'SQL pools'));
  await tree.expand(await tree.reveal(...sales, 'Apache Spark pools'));
  await picture('sample', async () => {
    await tree.scrollToTop();
    await workbench.sidebarIdle();
    return sidebar;
  });

  await tree.collapse(tree.item('SQL pools'));
  await tree.collapse(tree.item('Apache Spark pools'));
  await tree.expand(await tree.reveal(...sales, 'Access control', 'Synapse Contributor'));
  await picture('access', async () => {
    await tree.item('Synapse Contributor').scrollIntoViewIfNeeded();
    await workbench.sidebarIdle();
    return sidebar;
  });

  await workbench.contextMenu(await tree.reveal(...sales, 'SQL scripts', 'Scratch'), 'Publish SQL script…');
  const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await page.getByRole('button', { name: 'Publish', exact: true }).waitFor();
  await workbench.resizeSidebar(200);
  await picture('publish', () => Promise.resolve(workbench.page.locator('.part.editor')));
  await workbench.runCommand('View: Close All Editors');
  await workbench.resizeSidebar(SIDEBAR_WIDTH);

  await workbench.contextMenu(await tree.reveal(...sales), 'Pin');
  await tree.item('Pinned').waitFor();
  await picture('find', async () => {
    await workbench.runCommand('Synapse: Go to workspace…');
    await workbench.option('contoso-finance').waitFor();
    return workbench.quickInput();
  });
}
