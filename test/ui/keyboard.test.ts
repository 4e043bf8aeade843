import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from './support/eventually.ts';
import { useExplorer } from './support/explorer.ts';

describe('The explorer by keyboard alone', () => {
  const explorer = useExplorer();

  it('takes the focus from the palette', async () => {
    const { workbench, tree } = explorer();
    await tree.item('Contoso Production').waitFor();
    const { keyboard } = workbench.page;
    await keyboard.press('F1');
    await keyboard.type('Synapse Explorer: Focus on Workspaces View');
    await workbench.option('Synapse Explorer: Focus on Workspaces View').waitFor();
    await keyboard.press('Enter');
    await tree.tree.and(workbench.page.locator(':focus')).waitFor();
    await keyboard.press('Home');
    await focused('Subscription Contoso Production, 5 workspaces');
  });

  it('opens with arrow keys and Enter what is below', async () => {
    await open();
    await down('Workspace contoso-sales');
    await open('Enter');
    await down('SQL pools of workspace contoso-sales');
    await open();
    await down('Dedicated SQL pool SalesDW, DW1000c, Online');
  });

  it('pauses a pool: menu, choice and answer', async () => {
    const { workbench, row } = explorer();
    const { keyboard } = workbench.page;
    await keyboard.press('Shift+F10');
    await workbench.page.locator('.monaco-menu').waitFor();
    await chooseFromMenu('Pause dedicated SQL pool…');
    const { page } = workbench;
    await workbench.dialog().getByText('Pause dedicated SQL pool “SalesDW”').waitFor();
    await eventually('the focus on Pause', async () => {
      if ((await page.locator(':focus').innerText()) === 'Pause') return true;
      await keyboard.press('Tab');
      return undefined;
    });
    await keyboard.press('Enter');
    await row('Dedicated SQL pool SalesDW, DW1000c, Pausing').waitFor();
    await row('Dedicated SQL pool SalesDW, DW1000c, Paused').waitFor();
  });

  it('keeps the focus where it was while the row changed', async () => {
    await focused('Dedicated SQL pool SalesDW, DW1000c, Paused');
    assert.equal(await explorer().workbench.page.locator(':focus').getAttribute('role'), 'tree');
  });

  const focusedRow = () => explorer().tree.tree.locator('.monaco-list-row.focused');

  async function focused(accessibleLabel: string): Promise<void> {
    await explorer().row(accessibleLabel).and(focusedRow()).waitFor();
  }

  /** Goes down until the row with this beginning of its accessible label has the focus. */
  async function down(accessibleLabel: string): Promise<void> {
    for (let steps = 0; steps < 20; steps += 1) {
      const before = await focusedRow().getAttribute('id');
      await explorer().workbench.page.keyboard.press('ArrowDown');
      // A row that is being drawn anew, because the state of a pool has changed, is without its label for a moment.
      const label = await eventually('the focus has moved', async () => {
        const moved = (await focusedRow().getAttribute('id')) !== before;
        return moved ? ((await focusedRow().getAttribute('aria-label')) ?? undefined) : undefined;
      });
      if (label.startsWith(accessibleLabel)) return;
    }
    assert.fail(`no row "${accessibleLabel}" below`);
  }

  async function open(key: 'ArrowRight' | 'Enter' = 'ArrowRight'): Promise<void> {
    const { tree, workbench } = explorer();
    await workbench.page.keyboard.press(key);
    await focusedRow().and(tree.tree.locator('[aria-expanded="true"]')).waitFor();
    await eventually('children', async () => (await tree.children(focusedRow())).length > 0 || undefined);
  }

  async function chooseFromMenu(entry: string): Promise<void> {
    const { page } = explorer().workbench;
    const chosen = page.locator('.monaco-menu .action-item.focused');
    await eventually(`the menu entry ${entry}`, async () => {
      if ((await chosen.count()) > 0 && (await chosen.innerText()).startsWith(entry)) return true;
      await page.keyboard.press('ArrowDown');
      return undefined;
    });
    await page.keyboard.press('Enter');
  }
});
