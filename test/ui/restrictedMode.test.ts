import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useExplorer } from './support/explorer.ts';
import { pictureFile } from './support/looks.ts';

/** What somebody may find in a folder that they have only just cloned: settings that would send tokens elsewhere, and requests. */
const files = {
  '.vscode/settings.json': JSON.stringify({
    'synapse.cloud': 'custom',
    'synapse.customCloud': { name: 'Elsewhere', resourceManager: 'https://management.example' },
  }),
  'clean up.synapse-http': `@workspace = contoso-sales

GET {{workspaceId}}/sqlPools/SalesDW

###
DELETE {{workspaceId}}/sqlPools/SalesDW
`,
};

describe('A folder that nobody trusts', () => {
  const explorer = useExplorer({ files, restricted: true, settings: { 'workbench.editor.empty.hint': 'hidden' } });

  it('has the explorer as any other, and no say in where it looks', async () => {
    const { workbench, tree } = explorer();
    await workbench.page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).waitFor();
    await tree.reveal('Contoso Production', 'contoso-sales', 'SQL pools', 'SalesDW');
    await workbench.page.screenshot({ path: pictureFile('restricted', 'explorer') });
  });

  it('has requests that are sent when somebody sends them, and not before', async () => {
    const { workbench, traffic } = explorer();
    const { page } = workbench;
    const editor = page.locator('.editor-group-container').first();
    await workbench.openFile('clean up.synapse-http');
    await editor.locator('.codelens-decoration').getByText('Send all').waitFor();
    const before = traffic.count('SqlPools_Get');
    assert.equal(traffic.count('SqlPools_Delete'), 0);
    await workbench.runCommand('Go to Line/Column...');
    await workbench.enter(':3');
    await page.keyboard.press('Control+Enter');
    await traffic.reaches('SqlPools_Get', before + 1);
    await page
      .locator('.editor-group-container')
      .nth(1)
      .getByText(/^HTTP\s200/u)
      .first()
      .waitFor();
    assert.equal(traffic.count('SqlPools_Delete'), 0);
    await page.screenshot({ path: pictureFile('restricted', 'request') });
  });
});
