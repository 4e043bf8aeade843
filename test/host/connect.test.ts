import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, explorerTree } from './support/explorer.ts';
import { replaceMember } from './support/replaceMember.ts';

const sales = ['Contoso Production', 'contoso-sales'] as const;
const server = 'contoso-sales.sql.azuresynapse.net';
const serverless = 'contoso-sales-ondemand.sql.azuresynapse.net';
const mssql = 'ms-mssql.mssql';

describe('endpoints and connection strings', () => {
  let dialogs: Dialogs;
  const azure = emulatedAzure();
  beforeEach(async () => {
    dialogs = new Dialogs();
    await vscode.env.clipboard.writeText('');
  });
  afterEach(() => {
    dialogs[Symbol.dispose]();
  });

  for (const [command, below, expected] of [
    ['synapse.copySqlEndpoint', [], server],
    ['synapse.copySqlEndpoint', ['SQL pools', 'SalesDW'], server],
    ['synapse.copyServerlessSqlEndpoint', [], serverless],
    ['synapse.copyServerlessSqlEndpoint', ['SQL pools', 'Built-in'], serverless],
  ] as const) {
    it(`are copied as Azure tells them: ${[command, ...below].join(' ')}`, async () => {
      await vscode.commands.executeCommand(command, await entryAt(...sales, ...below));
      assert.equal(await vscode.env.clipboard.readText(), expected);
      assert.equal(await dialogs.statusBarMessage(), `Copied: ${expected}`);
    });
  }

  it('are the development endpoint, too', async () => {
    await vscode.commands.executeCommand('synapse.copyDevelopmentEndpoint', await entryAt(...sales));
    assert.equal(
      await vscode.env.clipboard.readText(),
      azure().ready.workspaceEndpoint.replace('{workspace}', 'contoso-sales'),
    );
  });

  it('make a connection string without a secret, for the way to sign in that was chosen', async () => {
    dialogs.choose = () => 'Active Directory Default';
    const command = 'synapse.sql.copyConnectionString';
    await vscode.commands.executeCommand(command, await entryAt(...sales, 'SQL pools', 'SalesDW'));
    assert.equal(
      await vscode.env.clipboard.readText(),
      `Server=tcp:${server},1433;Initial Catalog=SalesDW;Encrypt=True;TrustServerCertificate=False;Connection Timeout=30;Authentication=Active Directory Default;`,
    );
    assert.equal(await dialogs.statusBarMessage(), 'Copied the connection string of SalesDW');
    dialogs.choose = () => 'Active Directory Interactive';
    await vscode.commands.executeCommand(command, await entryAt(...sales, 'SQL pools', 'Built-in'));
    assert.match(
      await vscode.env.clipboard.readText(),
      /^Server=tcp:contoso-sales-ondemand\.sql\..*;Initial Catalog=master;.*=Active Directory Interactive;$/,
    );
  });

  it('copy nothing when somebody turns away', async () => {
    await vscode.commands.executeCommand(
      'synapse.sql.copyConnectionString',
      await entryAt(...sales, 'SQL pools', 'SalesDW'),
    );
    assert.equal(await vscode.env.clipboard.readText(), '');
  });

  it('say so where Azure tells none, or something that is no host', async () => {
    const workspace = await entryAt(...sales);
    const { data } = workspace.node as { data: { workspace: object } };
    const odd = { ...workspace.node, data: { ...data, workspace: { ...data.workspace, sqlEndpoint: 'a;User=sa' } } };
    const { model } = await explorerTree();
    const { node } = workspace;
    model.replace(workspace, odd);
    try {
      await vscode.commands.executeCommand('synapse.copySqlEndpoint', workspace);
      assert.match((await dialogs.message('error')).message, /Azure tells no such endpoint of workspace contoso-sales/);
      assert.equal(await vscode.env.clipboard.readText(), '');
    } finally {
      model.replace(workspace, node);
    }
  });
});

describe('connecting in SQL Server (mssql)', () => {
  let dialogs: Dialogs;
  let opened: vscode.Uri[];
  let installed: boolean;
  let ran: unknown[][];
  let replaced: Disposable[];
  const azure = emulatedAzure();

  beforeEach(() => {
    dialogs = new Dialogs();
    [opened, ran, installed] = [[], [], true];
    const { getExtension } = vscode.extensions;
    const { executeCommand } = vscode.commands;
    replaced = [
      replaceMember(vscode.extensions, 'getExtension', (id: string) =>
        id === mssql ? (installed ? { id } : undefined) : getExtension(id),
      ),
      replaceMember(vscode.env, 'openExternal', (uri: vscode.Uri) => {
        opened.push(uri);
        return Promise.resolve(true);
      }),
      replaceMember(vscode.commands, 'executeCommand', (id: string, ...rest: unknown[]) => {
        if (!/^(workbench\.extensions\.installExtension|extension\.open)$/.test(id)) return executeCommand(id, ...rest);
        ran.push([id, ...rest]);
        return Promise.resolve();
      }),
    ];
  });
  afterEach(() => {
    for (const one of replaced) one[Symbol.dispose]();
    dialogs[Symbol.dispose]();
  });

  it('hands over server, database, tenant and a name, to sign in with Microsoft Entra', async () => {
    await vscode.commands.executeCommand('synapse.sql.connect', await entryAt(...sales, 'SQL pools', 'SalesDW'));
    const [uri] = opened;
    assert.ok(uri);
    assert.equal(uri.scheme, vscode.env.uriScheme);
    assert.equal(uri.authority, mssql);
    assert.equal(uri.path, '/connect');
    assert.deepEqual(Object.fromEntries(new URLSearchParams(uri.query)), {
      server,
      database: 'SalesDW',
      authenticationType: 'AzureMFA',
      profileName: 'contoso-sales/SalesDW',
      tenantId: azure().ready.tenantId,
    });
    assert.deepEqual(dialogs.messages, []);
  });

  it('hands over Built-in with the serverless server', async () => {
    await vscode.commands.executeCommand('synapse.sql.connect', await entryAt(...sales, 'SQL pools', 'Built-in'));
    const query = new URLSearchParams(opened[0]?.query);
    assert.equal(query.get('server'), serverless);
    assert.equal(query.get('database'), 'master');
  });

  it('offers to install what is missing, puts the server into the clipboard, and goes on then', async () => {
    installed = false;
    dialogs.press = () => 'Install';
    await vscode.commands.executeCommand('synapse.sql.connect', await entryAt(...sales, 'SQL pools', 'SalesDW'));
    const { message, buttons } = await dialogs.message('information');
    assert.match(
      message,
      /is not installed\. The server name contoso-sales\.sql\.azuresynapse\.net is in the clipboard/,
    );
    assert.deepEqual(buttons, ['Install', 'Show extension']);
    assert.deepEqual(ran, [['workbench.extensions.installExtension', mssql]]);
    assert.equal(await vscode.env.clipboard.readText(), server);
    assert.equal(opened.length, 1);
  });

  it('shows the extension’s page instead, or does nothing', async () => {
    installed = false;
    const pool = await entryAt(...sales, 'SQL pools', 'SalesDW');
    dialogs.press = () => 'Show extension';
    await vscode.commands.executeCommand('synapse.sql.connect', pool);
    assert.deepEqual(ran, [['extension.open', mssql]]);
    dialogs.press = () => undefined;
    await vscode.commands.executeCommand('synapse.sql.connect', pool);
    assert.equal(ran.length, 1);
    assert.deepEqual(opened, []);
  });

  it('says that a pool is paused, and leads to its resumption', async () => {
    dialogs.press = ({ buttons }) => buttons.find((button) => button === 'Resume…');
    await vscode.commands.executeCommand('synapse.sql.connect', await entryAt(...sales, 'SQL pools', 'SalesArchive'));
    assert.deepEqual(
      dialogs.messages.map(({ message }) => message),
      [
        'SQL pool SalesArchive is paused; nobody can connect until it is resumed.',
        'Resume dedicated SQL pool “SalesArchive” of workspace “contoso-sales”?',
      ],
    );
    assert.deepEqual(opened, []);
  });

  it('says to wait while a pool is changing', async () => {
    await childrenOf(await entryAt(...sales, 'SQL pools'));
    await vscode.commands.executeCommand('synapse.sql.connect', await entryAt(...sales, 'SQL pools', 'SalesNightly'));
    assert.match(
      (await dialogs.message('information')).message,
      /SalesNightly is being changed; connect when it is online/,
    );
    assert.deepEqual(opened, []);
  });
});
