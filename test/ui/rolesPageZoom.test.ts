import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { pageFrame, violations } from './support/accessiblePage.ts';
import { useExplorer } from './support/explorer.ts';
import { cutOff, pictureFile } from './support/looks.ts';

const pictures = 'roles-page-zoom';
const sales = ['Contoso Production', 'contoso-sales'] as const;

/** A window of 1400 × 900 in a browser that zooms to 200 %: half the room, in twice as many pixels. */
describe('The page of role assignments at 200 %', () => {
  const explorer = useExplorer({ window: { size: { width: 700, height: 450 }, scale: 2 } });

  it('shows all of every assignment, without scrolling aside', async () => {
    const { workbench, tree } = explorer();
    await workbench.resizeSidebar(300);
    await workbench.contextMenu(await tree.reveal(...sales), 'Edit role assignments…');
    await page().getByRole('gridcell', { name: 'Data Engineers' }).first().waitFor();
    await workbench.page.screenshot({ path: pictureFile(pictures, 'beside the explorer') });
    await fits();
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await fits();
    for (const filter of ['linked data', 'mei chen', 'raghunathan']) {
      await page().getByLabel('Filter').fill(filter);
      await page().locator('.assignments .row').first().scrollIntoViewIfNeeded();
      assert.deepEqual(await cutOff(cells('')), []);
    }
    await workbench.page.screenshot({ path: pictureFile(pictures, 'assignments') });
  });

  it('shows the whole of a long name where the keyboard is', async () => {
    const { workbench } = explorer();
    await page().getByLabel('Filter').fill('runtime');
    const name = 'integration runtime AutoResolveIntegrationRuntime';
    assert.deepEqual(
      (await cutOff(cells(''))).map((words) => words.trim()),
      [name],
    );
    await page().locator('.assignments .grid').focus();
    assert.deepEqual(await cutOff(cells('.active')), []);
    await workbench.page.screenshot({ path: pictureFile(pictures, 'long name') });
    await page().getByLabel('Filter').fill('');
  });

  it('reaches the last row by keyboard, and shows it', async () => {
    const { workbench } = explorer();
    await page().locator('.assignments .grid').focus();
    await workbench.page.keyboard.press('End');
    const last = page().locator('.assignments .row.active');
    const index = await page().locator('.assignments .grid').getAttribute('aria-rowcount');
    assert.equal(await last.getAttribute('aria-rowindex'), index);
    assert.ok(await inSight(last));
    await workbench.page.screenshot({ path: pictureFile(pictures, 'last row') });
  });

  for (const [button, name] of [
    ['Add…', 'add'],
    ['Import…', 'import'],
    ['Check access…', 'check'],
  ] as const) {
    it(`has room for what “${button}” opens`, async () => {
      const { workbench } = explorer();
      await press(button);
      await page().locator('#panel h2').waitFor();
      await fits();
      for (const control of await page().locator('#panel').locator('input, textarea, vscode-button, summary').all()) {
        if (!(await control.isVisible())) continue;
        await control.scrollIntoViewIfNeeded();
        assert.ok(await inSight(control), (await control.getAttribute('id')) ?? 'a box');
      }
      await page().locator('#panel h2').scrollIntoViewIfNeeded();
      await workbench.page.screenshot({ path: pictureFile(pictures, name) });
      assert.deepEqual(await violations(workbench), []);
      await page().locator('#panel').getByRole('button', { name: 'Close' }).click();
    });
  }

  it('shows a plan with its warnings, applies it, and shows how it went', async () => {
    const { workbench, faults } = explorer();
    const why =
      'The principal is of a type that this workspace does not take; ask whoever owns the directory for another one.';
    for (const who of ['managed identity', 'björn']) {
      await page().getByLabel('Filter').fill(who);
      await page().locator('.assignments .row .box').first().click();
    }
    await press(/^Remove chosen/);
    await page().getByText('0 to add, 2 to remove').waitFor();
    await page().getByLabel('I have read this').check();
    await fits();
    assert.deepEqual(await cutOff(page().locator('.plan-grid .head > div, .plan-grid .row > div')), []);
    await page().locator('#plan-title').scrollIntoViewIfNeeded();
    await workbench.page.screenshot({ path: pictureFile(pictures, 'plan') });
    assert.deepEqual(await violations(workbench), []);
    faults.set({ method: 'DELETE', times: 1, status: 400, body: { error: { code: 'Bad', message: why } } });
    await press('Apply 2 changes');
    await page().locator('#outcome').getByText('Finished: 1 done, 1 failed.').waitFor();
    await page().locator('#problems').getByText(why).waitFor();
    await fits();
    await page().locator('#outcome').scrollIntoViewIfNeeded();
    await workbench.page.screenshot({ path: pictureFile(pictures, 'applied') });
    assert.deepEqual(await violations(workbench), []);
  });

  const page = () => explorer().workbench.webview();
  const cells = (ofRow: string): Locator => page().locator(`.assignments .row${ofRow} > div`);
  const press = (label: string | RegExp): Promise<void> =>
    page().locator('vscode-button').filter({ hasText: label }).click();

  /** The page is as wide as its window, nothing in it scrolls aside, and no text that has no cell of its own is cut off. */
  async function fits(): Promise<void> {
    const wider = await (
      await pageFrame(explorer().workbench)
    ).evaluate<string[]>(`[document.documentElement, ...document.querySelectorAll('body, main, .grid, .list, #panel')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(({ tagName, className }) => tagName + ' ' + className)`);
    assert.deepEqual(wider, []);
    assert.deepEqual(await cutOff(page().locator('h1, h2, p:not(.spoken), label, legend, summary, vscode-button')), []);
  }

  /** Whether the whole of an element lies in the page's window. */
  async function inSight(element: Locator): Promise<boolean> {
    return element.evaluate((found) => {
      const box = (found as unknown as Boxed).getBoundingClientRect();
      const { innerWidth, innerHeight } = globalThis as unknown as { innerWidth: number; innerHeight: number };
      return box.top >= -1 && box.left >= -1 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
    });
  }
});

/** What is used of the page's DOM. */
interface Boxed {
  readonly getBoundingClientRect: () => Record<'top' | 'left' | 'bottom' | 'right', number>;
}
