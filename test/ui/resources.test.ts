import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from './support/eventually.ts';
import { useExplorer } from './support/explorer.ts';

const odd = 'Research & <b>"Üser"</b> ../x';
const poolId =
  /\/resourceGroups\/rg-analytics-prod\/providers\/Microsoft\.Synapse\/workspaces\/contoso-sales\/sqlPools\/SalesDW$/;

describe('Commands on any resource', () => {
  const explorer = useExplorer();

  it('copy the name and the resource id', async () => {
    const { tree, workbench, copied } = explorer();
    const subscription = await tree.reveal(odd);
    assert.equal(await copied(() => workbench.contextMenu(subscription, 'Copy name')), odd);
    const pool = await tree.reveal('Contoso Production', 'contoso-sales', 'SQL pools', 'SalesDW');
    assert.match(await copied(() => workbench.contextMenu(pool, 'Copy resource id')), poolId);
  });

  it('offer no resource id and no properties for Built-in, which is no resource', async () => {
    const { tree, workbench } = explorer();
    const menu = await workbench.openContextMenu(
      await tree.reveal('Contoso Production', 'contoso-sales', 'SQL pools', 'Built-in'),
    );
    assert.deepEqual(await menu.getByRole('menuitem').allInnerTexts(), [
      'Connect in SQL Server (mssql)',
      'Copy name',
      'Copy connection string…',
      'Copy serverless SQL endpoint',
      'Call a REST operation…',
      'What can I do here?',
    ]);
    await workbench.page.keyboard.press('Escape');
  });

  it('show the properties as JSON', async () => {
    const { tree, workbench } = explorer();
    const pool = await tree.reveal('Contoso Production', 'contoso-sales', 'SQL pools', 'SalesDW');
    await workbench.contextMenu(pool, 'Show properties as JSON');
    await workbench.page.getByRole('tab', { name: 'SalesDW.json' }).waitFor();
    await hasPropertiesOfSalesDW();
    await workbench.page.locator('.part.statusbar').getByRole('button', { name: 'JSON' }).first().waitFor();
  });

  it('show them again when the window is loaded anew', async () => {
    await explorer().reload();
    await explorer().workbench.page.getByRole('tab', { name: 'SalesDW.json' }).waitFor();
    await hasPropertiesOfSalesDW();
  });

  it('ask for a workspace when run from the palette', async () => {
    const { workbench } = explorer();
    await workbench.runCommand('Synapse: Show properties as JSON');
    await workbench.pick('0-legal-name-9');
    await workbench.page.getByRole('tab', { name: '0-legal-name-9.json' }).waitFor();
    const properties = await editorJson();
    assert.equal(properties['location'], 'switzerlandnorth');
  });

  async function hasPropertiesOfSalesDW(): Promise<void> {
    const { id, name, sku, location } = await editorJson();
    assert.match(String(id), poolId);
    assert.deepEqual(
      { name, sku, location },
      { name: 'SalesDW', sku: { name: 'DW1000c', capacity: 0 }, location: 'westeurope' },
    );
  }

  /** The active editor's text, once it is JSON: it arrives a moment after its tab. */
  function editorJson(): Promise<Record<string, unknown>> {
    let text = '';
    return eventually('JSON in the editor', async () => {
      text = await explorer().workbench.editorText();
      try {
        return JSON.parse(text) as Record<string, unknown>;
      } catch {
        return undefined;
      }
    });
  }
});
