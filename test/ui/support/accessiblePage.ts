import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import type { Workbench } from '../../vscode/workbench.ts';
import { pictureFile } from './looks.ts';

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** VS Code's own themes, one of each kind. */
const themes = [
  ['Light Modern', 'vscode-light'],
  ['Dark High Contrast', 'vscode-high-contrast'],
  ['Light High Contrast', 'vscode-high-contrast-light'],
  ['Dark Modern', 'vscode-dark'],
] as const;

/** The frame of the page that an extension shows. */
export async function pageFrame(workbench: Workbench): Promise<Frame> {
  const body = await workbench.webview().locator('body').elementHandle();
  const frame = await body?.ownerFrame();
  assert.ok(frame, 'There is no page.');
  return frame;
}

/** What axe finds wrong in the visible page, a line for each element. */
export async function violations(workbench: Workbench): Promise<string[]> {
  const frame = await pageFrame(workbench);
  // An expression of the debugger's: the page's policy would let no script of ours in.
  await frame.evaluate(`${axe}; undefined`);
  return await frame.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html, failureSummary].join(' · '))))`);
}

/** Holds the page to axe's rules in every kind of theme, and leaves a picture of each; the last theme stays. */
export async function accessibleInAllThemes(workbench: Workbench, folder: string, name: string): Promise<void> {
  for (const [theme, bodyClass] of themes) {
    await workbench.switchTheme(theme);
    await workbench.webview().locator(`body.${bodyClass}`).waitFor();
    await workbench.page.screenshot({ path: pictureFile(folder, `${name} ${theme}`) });
    assert.deepEqual(await violations(workbench), [], theme);
  }
}
