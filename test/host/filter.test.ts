import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { account } from './support/account.ts';
import { connectAnew } from './support/connectAnew.ts';
import { reasonForEmptyTree, untilConnectedAgain } from './support/connectionState.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf } from './support/explorer.ts';
import { withSettings } from './support/settings.ts';

const query = 'POST /resourceManager/providers/Microsoft.ResourceGraph/resources';
const subscriptions = 'GET /resourceManager/subscriptions';
const tenants = 'GET /resourceManager/tenants';
const withWorkspaces = ['Contoso Production', 'Fabrikam Analytics', 'Research & <b>"Üser"</b> ../x'];

describe('what the user wants to see', () => {
  const azure = emulatedAzure();
  let dialogs: Dialogs;

  beforeEach(async () => {
    azure().faults.clear();
    dialogs = new Dialogs();
    await childrenOf();
    azure().requests.take();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('synapse.signOut');
    dialogs[Symbol.dispose]();
    await account.signIn();
    await connectAnew();
  });

  it('is a choice of tenants, which is applied before anything is asked and outlives the connection', async () => {
    await untick('selectTenants', 'Fabrikam');
    const [list] = dialogs.lists;
    assert.deepEqual(
      list?.items.map(({ label, picked }) => [label, picked]),
      [
        ['tester@contoso.example', undefined],
        ['Contoso', true],
        ['Fabrikam', true],
      ],
    );
    await childrenOf();
    await account.takeCalls();
    azure().requests.take();
    await connectAnew();
    assert.deepEqual(await roots(), ['Contoso Production', 'Research & <b>"Üser"</b> ../x']);
    assert.deepEqual(azure().requests.take().sort(), [subscriptions, tenants, query]);
    const asked = (await account.takeCalls()).map(({ tenant }) => tenant);
    assert.equal(asked.includes(azure().fabrikam), false);

    dialogs.tick = ({ items }) => items;
    await vscode.commands.executeCommand('synapse.selectTenants');
    assert.equal(dialogs.lists[1]?.items.find(({ label }) => label === 'Fabrikam')?.picked, false);
    assert.deepEqual(await roots(), withWorkspaces);
  });

  it('is remembered for each cloud', async () => {
    await untick('selectTenants', 'Fabrikam');
    assert.equal((await roots()).length, 2);
    const cloud = vscode.workspace.getConfiguration('synapse').get<object>('customCloud');
    {
      await using _other = await withSettings({ customCloud: { ...cloud, name: 'Another cloud' } });
      await untilConnectedAgain();
      assert.deepEqual(await roots(), withWorkspaces);
    }
    await untilConnectedAgain();
    assert.equal((await roots()).length, 2);
  });

  it('is told by the welcome view when it leaves nothing, and undone from there', async () => {
    dialogs.tick = () => [];
    await vscode.commands.executeCommand('synapse.selectTenants');
    azure().requests.take();
    await vscode.commands.executeCommand('synapse.refresh');
    assert.deepEqual(await roots(), []);
    assert.equal(reasonForEmptyTree(), 'hidden');
    assert.deepEqual(azure().requests.take(), [tenants]);
    await vscode.commands.executeCommand('synapse.showEverything');
    assert.deepEqual(await roots(), withWorkspaces);
    assert.equal(reasonForEmptyTree(), '');
  });

  it('is a choice of subscriptions, which costs one request for each tenant that has one', async () => {
    dialogs.tick = ({ items }) => items.filter(({ label }) => label.startsWith('Contoso'));
    await vscode.commands.executeCommand('synapse.selectSubscriptions');
    const [list] = dialogs.lists;
    assert.deepEqual(
      list?.items.map(({ label, picked }) => [label, picked]),
      [
        ['Contoso Production', true],
        ['Contoso Sandbox', true],
        ['Fabrikam Analytics', true],
        ['Fabrikam Billing', true],
        ['Research & <b>"Üser"</b> ../x', true],
      ],
    );
    await childrenOf();
    azure().requests.take();
    await connectAnew();
    // Contoso Sandbox has no workspaces, and stays hidden for that.
    assert.deepEqual(await roots(), ['Contoso Production']);
    assert.deepEqual(azure().requests.take().sort(), [tenants, query]);

    await vscode.commands.executeCommand('synapse.selectSubscriptions');
    assert.deepEqual(
      dialogs.lists[1]?.items.filter(({ picked }) => picked === true).map(({ label }) => label),
      ['Contoso Production', 'Contoso Sandbox'],
    );
  });

  it('keeps what was chosen in a tenant that cannot be read just then', async () => {
    dialogs.tick = ({ items }) => items.filter(({ label }) => /Production|Analytics/.test(label));
    await vscode.commands.executeCommand('synapse.selectSubscriptions');
    azure().faults.add({ route: 'Subscriptions_List', tenant: azure().fabrikam, status: 403, body: {} });
    dialogs.tick = ({ items }) => items.filter(({ label }) => label.startsWith('Research'));
    await vscode.commands.executeCommand('synapse.selectSubscriptions');
    assert.equal(dialogs.lists[1]?.items.length, 3);
    assert.deepEqual(await roots(), ['Fabrikam Analytics', 'Research & <b>"Üser"</b> ../x']);
  });

  it('is everything, also what comes later, when all subscriptions are ticked', async () => {
    dialogs.tick = ({ items }) => items.slice(0, 1);
    await vscode.commands.executeCommand('synapse.selectSubscriptions');
    assert.deepEqual(await roots(), ['Contoso Production']);
    dialogs.tick = ({ items }) => items;
    await vscode.commands.executeCommand('synapse.selectSubscriptions');
    await childrenOf();
    azure().requests.take();
    await vscode.commands.executeCommand('synapse.refresh');
    assert.deepEqual(await roots(), withWorkspaces);
    assert.equal(azure().requests.matching(/subscriptions$/).length, 2);
  });

  it('stays as it is when somebody turns away from the question', async () => {
    await vscode.commands.executeCommand('synapse.selectTenants');
    await vscode.commands.executeCommand('synapse.selectSubscriptions');
    assert.equal(dialogs.lists.length, 2);
    assert.deepEqual(await roots(), withWorkspaces);
  });

  it('shows subscriptions without workspaces only when the setting says so', async () => {
    assert.deepEqual(await roots(), withWorkspaces);
    await using _set = await withSettings({ showEmptySubscriptions: true });
    assert.equal((await roots()).length, 5);
  });

  it('is forgotten by “Sign out”', async () => {
    await untick('selectTenants', 'Fabrikam');
    await vscode.commands.executeCommand('synapse.signOut');
    await connectAnew();
    assert.deepEqual(await roots(), withWorkspaces);
  });

  async function untick(command: 'selectTenants', label: string): Promise<void> {
    dialogs.tick = ({ items }) => items.filter((item) => item.label !== label);
    await vscode.commands.executeCommand(`synapse.${command}`);
  }
});

async function roots(): Promise<string[]> {
  return (await childrenOf()).map(({ node }) => node.label);
}
