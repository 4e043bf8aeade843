import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, itemOf } from './support/explorer.ts';
import { withSettings } from './support/settings.ts';

const groupings = ['subscription', 'resourceGroup', 'none'] as const;

describe('the tree grouped', () => {
  const azure = emulatedAzure();
  beforeEach(async () => {
    await childrenOf();
    azure().requests.take();
  });

  it('by resource group names group and subscription, and costs no request', async () => {
    await using _set = await withSettings({ groupBy: 'resourceGroup' });
    assert.deepEqual(await rows(), [
      'Forschung_(Zürich).1 | Research & <b>"Üser"</b> ../x · 1 workspace',
      'logistics | Fabrikam Analytics · 1 workspace',
      'retail | Fabrikam Analytics · 2 workspaces',
      'rg-analytics-prod | Contoso Production · 3 workspaces',
      'rg-finance | Contoso Production · 1 workspace',
      'rg-hr_(restricted) | Contoso Production · 1 workspace',
      'rg-odd-names | Research & <b>"Üser"</b> ../x · 3 workspaces',
    ]);
    const group = await entryAt('retail');
    assert.deepEqual(
      (await childrenOf(group)).map(({ node }) => `${node.label} | ${node.description ?? ''}`),
      ['fabrikam-lab | eastus2', 'fabrikam-retail | centralus'],
    );
    assert.deepEqual(azure().requests.take(), []);
    const item = await itemOf(group);
    assert.equal(item.contextValue, ';resourceGroup;named;resource;refreshable;');
    assert.equal(
      item.accessibilityInformation?.label,
      'Resource group retail, subscription Fabrikam Analytics, 2 workspaces',
    );
  });

  it('by resource group reads one group again with one request, and has its properties', async () => {
    await using _set = await withSettings({ groupBy: 'resourceGroup' });
    const group = await entryAt('retail');
    await childrenOf(group);
    azure().requests.take();
    await vscode.commands.executeCommand('synapse.refreshNode', group);
    assert.equal((await childrenOf(group)).length, 2);
    assert.deepEqual(azure().requests.take(), ['POST /resourceManager/providers/Microsoft.ResourceGraph/resources']);
    await vscode.commands.executeCommand('synapse.showProperties', group);
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /"name": "retail"/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('synapse.copyResourceId', group);
    assert.match(await vscode.env.clipboard.readText(), /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/retail$/);
  });

  it('by nothing names subscription and resource group beside each workspace', async () => {
    await using _set = await withSettings({ groupBy: 'none' });
    const all = await childrenOf();
    assert.equal(all.length, 12);
    const sales = await itemOf(await entryAt('contoso-sales'));
    assert.equal(sales.description, 'Contoso Production · rg-analytics-prod');
    assert.equal(
      sales.accessibilityInformation?.label,
      'Workspace contoso-sales, Contoso Production, rg-analytics-prod, westeurope',
    );
    await entryAt('contoso-sales', 'SQL pools');
    assert.deepEqual(azure().requests.take(), []);
  });

  it('by anything is read with the same requests', async () => {
    const asked: string[][] = [];
    for (const groupBy of groupings) {
      await using _set = await withSettings({ groupBy });
      await childrenOf();
      azure().requests.take();
      await vscode.commands.executeCommand('synapse.refresh');
      await childrenOf();
      asked.push(azure().requests.take().sort());
    }
    const [first = [], second, third] = asked;
    assert.equal(first.length, 5);
    assert.deepEqual(second, first);
    assert.deepEqual(third, first);
  });

  it('by anything offers the same workspaces and pools in the palette', async () => {
    const offered: string[][] = [];
    for (const groupBy of groupings) {
      await using _set = await withSettings({ groupBy });
      using dialogs = new Dialogs();
      dialogs.choose = ({ placeholder }) => (placeholder === 'Select a workspace' ? 'contoso-sales' : undefined);
      await vscode.commands.executeCommand('synapse.sqlPool.pause');
      assert.deepEqual(
        dialogs.lists[1]?.items.map(({ label }) => label),
        ['SalesDW'],
      );
      offered.push(dialogs.lists[0]?.items.map(({ label }) => label).sort() ?? []);
    }
    assert.equal(offered[0]?.length, 12);
    assert.deepEqual(offered[1], offered[0]);
    assert.deepEqual(offered[2], offered[0]);
  });

  it('is asked for in a list that says what holds now', async () => {
    using dialogs = new Dialogs();
    dialogs.choose = () => 'Resource group';
    await vscode.commands.executeCommand('synapse.groupBy');
    assert.deepEqual(
      dialogs.lists[0]?.items.map(({ label, description }) => [label, description]),
      [
        ['Subscription', 'current'],
        ['Resource group', undefined],
        ['No groups: all workspaces in one list', undefined],
      ],
    );
    const settings = vscode.workspace.getConfiguration('synapse');
    assert.equal(settings.get('groupBy'), 'resourceGroup');
    await settings.update('groupBy', undefined, vscode.ConfigurationTarget.Global);
    assert.equal((await childrenOf()).length, 3);
  });
});

async function rows(): Promise<string[]> {
  return (await childrenOf()).map(({ node }) => `${node.label} | ${node.description ?? ''}`);
}
