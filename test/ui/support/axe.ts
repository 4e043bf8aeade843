import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import type { Workbench } from '../../vscode/workbench.ts';

/** What axe finds wrong: the rule, and the elements that break it. */
export interface Violation {
  readonly rule: string;
  readonly help: string;
  readonly elements: readonly string[];
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The themes that a page of ours must be good in, by the names that VS Code's theme picker shows. */
export const axeThemes = ['Dark Modern', 'Light Modern', 'Dark High Contrast', 'Light High Contrast'] as const;

/**
 * Runs axe in a document, on the part that the selector names (all of it without one). The script comes in by the
 * browser's debugger, which a page's policy does not concern.
 * @param without Rules that are not meant for it.
 */
export async function violationsIn(
  document: Page | Frame,
  selector?: string,
  without: readonly string[] = [],
): Promise<Violation[]> {
  await document.evaluate(`if (!globalThis.axe) { ${source} }`);
  const what = selector === undefined ? 'document' : JSON.stringify(selector);
  const rules = JSON.stringify(Object.fromEntries(without.map((rule) => [rule, { enabled: false }])));
  const run = `axe.run(${what}, { resultTypes: ['violations'], iframes: false, rules: ${rules} })`;
  const { violations } = await document.evaluate<AxeResults>(run);
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    elements: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`),
  }));
}

/** The document that an extension put into the visible webview, for `violationsIn`. */
export async function webviewDocument({ page }: Workbench): Promise<Frame> {
  const outer = await page.waitForSelector('iframe.webview.ready');
  const inner = await (await outer.contentFrame())?.waitForSelector('iframe#active-frame');
  const frame = await inner?.contentFrame();
  if (!frame) throw new Error('the webview has no document');
  return frame;
}

/** Runs axe in the visible webview in each theme; answers the themes in which something is wrong, with what it is. */
export async function webviewViolations(workbench: Workbench): Promise<Record<string, Violation[]>> {
  const found: Record<string, Violation[]> = {};
  for (const theme of axeThemes) {
    await workbench.switchTheme(theme);
    const violations = await violationsIn(await webviewDocument(workbench));
    if (violations.length > 0) found[theme] = violations;
  }
  return found;
}
