import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, itemOf } from './support/explorer.ts';

const access = ['Contoso Production', 'contoso-sales', 'Access control'] as const;
const name = '[Quit](command:workbench.action.quit) $(warning)';
const action = 'Microsoft.Synapse/workspaces/[x](command:workbench.action.quit)/read';

describe('role definitions with markup in their texts', () => {
  const azure = emulatedAzure();
  afterEach(async () => {
    azure().faults.clear();
    await vscode.commands.executeCommand('synapse.refresh');
  });

  it('are shown as text, in rows, hovers and the list of what they allow', async () => {
    azure().faults.add({
      path: '/roleDefinitions',
      status: 200,
      body: [
        {
          id: '6e4bf58a-b8e1-4cc3-bbf9-d73143322b78',
          name,
          description: '<img src=x onerror=alert(1)> [Quit](command:workbench.action.quit)',
          isBuiltIn: true,
          permissions: [{ dataActions: [action] }],
          scopes: ['workspaces/{workspaceName}'],
        },
      ],
    });
    await vscode.commands.executeCommand('synapse.refresh');
    const rows = await childrenOf(await entryAt(...access));
    const role = rows.find(({ node }) => node.label === name);
    assert.ok(role, rows.map(({ node }) => node.label).join());
    const { tooltip, label } = await itemOf(role);
    // Of a hover, VS Code reads Markdown only where it is given a MarkdownString.
    assert.equal(typeof tooltip, 'string');
    assert.match(String(tooltip), /<img src=x onerror=alert\(1\)>/u);
    assert.equal(typeof label, 'string');
    using dialogs = new Dialogs();
    await vscode.commands.executeCommand('synapse.accessControl.explainRole', role);
    const [list] = dialogs.lists;
    assert.equal(list?.items.length, 1);
    assert.doesNotMatch(JSON.stringify(list.items), /\$\(warning\)|\]\(command:/u);
  });
});
