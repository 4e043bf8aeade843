import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, itemOf } from './support/explorer.ts';
import { logLines } from './support/logLines.ts';
import { replaceMember } from './support/replaceMember.ts';
import { until } from './support/until.ts';

const research = 'Research & <b>"Üser"</b> ../x';

describe('commands on any resource', () => {
  const azure = emulatedAzure({ cloud: { portal: 'https://portal.example', studio: 'https://studio.example' } });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('copy the name, as it is', async () => {
    await vscode.commands.executeCommand('synapse.copyName', await entryAt(research));
    assert.equal(await vscode.env.clipboard.readText(), research);
  });

  it('copy the resource id, as Azure writes it', async () => {
    const pool = await entryAt(research, 'research-genomics', 'SQL pools', 'GenomeDW');
    await vscode.commands.executeCommand('synapse.copyResourceId', pool);
    assert.match(
      await vscode.env.clipboard.readText(),
      /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/Forschung_\(Zürich\)\.1\/providers\/Microsoft\.Synapse\/workspaces\/research-genomics\/sqlPools\/GenomeDW$/,
    );
  });

  for (const [path, expected] of [
    [['Contoso Production'], { displayName: 'Contoso Production' }],
    [['Contoso Production', 'contoso-sales'], { name: 'contoso-sales', location: 'westeurope' }],
    [
      ['Contoso Production', 'contoso-sales', 'SQL pools', 'SalesArchive'],
      { name: 'SalesArchive', sku: { name: 'DW100c' } },
    ],
    [['Fabrikam Analytics', 'fabrikam-retail', 'Apache Spark pools', 'baskets'], { name: 'baskets' }],
  ] as const) {
    it(`show everything that the service tells about ${path.at(-1) ?? ''}`, async () => {
      await vscode.commands.executeCommand('synapse.showProperties', await entryAt(...path));
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.languageId, 'json');
      const properties = JSON.parse(document.getText()) as Record<string, unknown>;
      assert.partialDeepStrictEqual(properties, expected);
    });
  }

  it('show a role assignment, which lives behind the workspace’s own endpoint', async () => {
    const role = await entryAt('Contoso Production', 'contoso-sales', 'Access control', 'Synapse User');
    const [assignment] = await childrenOf(role);
    assert.ok(assignment);
    await vscode.commands.executeCommand('synapse.showProperties', assignment);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    const { principalId } = assignment.node.data as { readonly principalId: string };
    assert.equal((JSON.parse(text) as { principalId: string }).principalId, principalId);
  });

  it('read the properties anew each time they are shown', async () => {
    const pool = await entryAt('Contoso Production', 'contoso-finance', 'SQL pools', 'FinanceDW');
    const status = (): string | undefined =>
      (JSON.parse(vscode.window.activeTextEditor?.document.getText() ?? '{}') as { properties?: { status?: string } })
        .properties?.status;
    await vscode.commands.executeCommand('synapse.showProperties', pool);
    assert.equal(status(), 'Scaling');
    // What was half-way at the start takes ten times as long as an operation.
    for (let times = 0; times < 10; times++) azure().endOperations();
    azure().requests.take();
    await vscode.commands.executeCommand('synapse.showProperties', pool);
    // The open document shows at once what it had, and then what is true now.
    await until(
      'the document to change',
      () => status() === 'Online' || undefined,
      vscode.workspace.onDidChangeTextDocument,
    );
    assert.equal(azure().requests.matching(/^GET .*\/sqlPools\/FinanceDW$/).length, 1);
  });

  it('say in the document why the properties could not be read', async () => {
    const pool = await entryAt('Fabrikam Analytics', 'fabrikam-logistics', 'SQL pools', 'RoutesDW');
    azure().faults.add({
      path: '/sqlPools/RoutesDW$',
      times: 1,
      status: 404,
      body: { error: { code: 'Gone', message: 'Not\nhere.' } },
    });
    await vscode.commands.executeCommand('synapse.showProperties', pool);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^\/\/ Not here\.\n(\/\/ .*\n)*$/);
    assert.match(text, /Code Gone/);
  });

  it('open the pages of portal and Studio, with odd names escaped', async () => {
    const opened: unknown[] = [];
    using _browser = replaceMember(vscode.env, 'openExternal', (address: unknown) => {
      opened.push(address);
      return Promise.resolve(true);
    });
    const pool = await entryAt(research, 'research-genomics', 'SQL pools', 'GenomeDW');
    const { contextValue = '' } = await itemOf(pool);
    assert.match(contextValue, /;portal;studio;/);
    await vscode.commands.executeCommand('synapse.openInPortal', pool);
    await vscode.commands.executeCommand('synapse.openInStudio', pool);
    const { tenantId, id } = pool.node.resource ?? {};
    assert.ok(tenantId !== undefined && id !== undefined);
    const subscription = id.split('/')[2] ?? '';
    const group = 'Forschung_(Z%C3%BCrich).1';
    const workspace = `/subscriptions/${subscription}/resourceGroups/Forschung_(Zürich).1/providers/Microsoft.Synapse/workspaces/research-genomics`;
    assert.deepEqual(opened.map(String), [
      `https://portal.example/#@${tenantId}/resource/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Synapse/workspaces/research-genomics/sqlPools/GenomeDW`,
      `https://studio.example/?workspace=${encodeURIComponent(workspace)}`,
    ]);
  });

  it('leave a line for each request in the log, and a token in none', () => {
    const lines = logLines();
    const request = lines.find((line) => line.includes('SqlPools_ListByWorkspace')) ?? '';
    assert.match(
      request,
      /^\[info\] GET 127\.0\.0\.1:\d+\/resourceManager\/subscriptions\/.*\/sqlPools\?api-version=[\d-]+ · 200 · \d+ ms · SqlPools_ListByWorkspace · client request id [0-9a-f-]{36} · request id [0-9a-f-]{36}$/,
    );
    // A JSON web token begins with the letters of `{"`.
    assert.deepEqual(
      lines.filter((line) => /eyJ|bearer/i.test(line)),
      [],
    );
  });
});
