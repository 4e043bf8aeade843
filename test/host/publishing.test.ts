import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { entryAt } from './support/explorer.ts';
import { replaceMember } from './support/replaceMember.ts';
import { until } from './support/until.ts';

const sales = ['Contoso Production', 'contoso-sales', 'SQL scripts'] as const;

describe('publishing and downloading', () => {
  const azure = emulatedAzure();
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'synapse-download-'));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Downloads what is below a row into the folder, and answers the question about files that differ. */
  async function download(answer?: string, ...row: readonly string[]): Promise<Dialogs> {
    using dialogs = new Dialogs();
    dialogs.press = ({ buttons }) => buttons.find((button) => button === answer);
    using _dialog = replaceMember(vscode.window, 'showOpenDialog', () => Promise.resolve([vscode.Uri.file(folder)]));
    await vscode.commands.executeCommand(
      'synapse.sqlScript.downloadFolder',
      await entryAt(...(row.length === 0 ? sales : row)),
    );
    return dialogs;
  }

  const fileOf = (name: string): string => path.join(folder, name);
  const topCustomers = 'Reports/Top customers.sql';

  it('writes every script as a file, and beside them what a file cannot hold', async () => {
    azure().requests.take();
    await download();
    assert.match(readFileSync(fileOf(topCustomers), 'utf8'), /^-- Customers by revenue/);
    assert.match(readFileSync(fileOf('Reports/Monthly/Archive/Revenue by region (old).sql'), 'utf8'), /\r\n/);
    const { scripts } = JSON.parse(readFileSync(fileOf('.synapse/scripts.json'), 'utf8')) as {
      scripts: Record<string, object>;
    };
    assert.deepEqual(scripts[topCustomers], {
      connection: { poolName: 'SalesDW', databaseName: 'SalesDW' },
      description: 'Customers by revenue of the last full quarter.',
      resultLimit: 5000,
    });
    assert.equal(azure().requests.matching(/^GET .*\/sqlScripts/).length, 1);
  });

  it('leaves the path of a folder out that is downloaded by itself', async () => {
    await download(undefined, ...sales, 'Reports');
    assert.ok(existsSync(fileOf('Top customers.sql')) && existsSync(fileOf('Monthly/Revenue by region.sql')));
    assert.ok(!existsSync(fileOf('Scratch.sql')));
  });

  it('never overwrites what differs without asking, and keeps a file’s encoding', async () => {
    await download();
    const mine = Buffer.from('\ufeffSELECT ’mine’;', 'utf16le');
    writeFileSync(fileOf(topCustomers), mine);
    const skipping = await download('Skip these');
    assert.match(skipping.messages[0]?.message ?? '', /^1 local files differ/);
    assert.equal(skipping.messages[0]?.detail, topCustomers);
    assert.deepEqual(readFileSync(fileOf(topCustomers)), mine);
    await download(undefined);
    assert.deepEqual(readFileSync(fileOf(topCustomers)), mine);
    await download('Overwrite');
    assert.match(readFileSync(fileOf(topCustomers)).toString('utf16le'), /^\ufeff-- Customers by revenue/);
  });

  it('asks before it changes what somebody has written into the sidecar', async () => {
    await download();
    const sidecar = fileOf('.synapse/scripts.json');
    const changed = readFileSync(sidecar, 'utf8').replace('Customers by revenue of the last full quarter.', 'Mine');
    writeFileSync(sidecar, changed);
    const dialogs = await download('Skip these');
    assert.equal(dialogs.messages[0]?.detail, topCustomers);
    assert.equal(readFileSync(sidecar, 'utf8'), changed);
  });

  it('says what is wrong with a sidecar, and touches nothing', async () => {
    await vscode.workspace.fs.createDirectory(vscode.Uri.file(fileOf('.synapse')));
    writeFileSync(fileOf('.synapse/scripts.json'), '{"version":1,"scripts":{"a.sql":{"pool":"x"}}}');
    const dialogs = await download();
    const { message } = dialogs.messages.find(({ level }) => level === 'error') ?? assert.fail('no error is shown');
    assert.match(message, /scripts\.json cannot be understood: scripts › a\.sql/);
    assert.ok(!existsSync(fileOf(topCustomers)));
  });

  it('opens one page for each source, whether a file, a script or a folder', async () => {
    const file = vscode.Uri.file(fileOf('Orders.sql'));
    writeFileSync(file.fsPath, 'SELECT 1;');
    await vscode.commands.executeCommand('synapse.sqlScript.publish', file);
    await vscode.commands.executeCommand('synapse.sqlScript.publish', file);
    await vscode.commands.executeCommand('synapse.sqlScript.publish', await entryAt(...sales, 'Scratch'));
    await vscode.commands.executeCommand('synapse.sqlScript.publishFolder', vscode.Uri.file(folder));
    const pages = await until('three pages', () => (pagesOpen().length >= 3 ? pagesOpen() : undefined), anyTab);
    assert.deepEqual(
      pages.sort(),
      ['Publish Orders.sql', 'Publish Scratch.sql', `Publish ${path.basename(folder)}`].sort(),
    );
  });

  for (const kind of ['A file…', 'A folder…']) {
    it(`asks what is to be published to a script folder, and opens its page: ${kind}`, async () => {
      const file = vscode.Uri.file(fileOf('Here.sql'));
      writeFileSync(file.fsPath, 'SELECT 1;');
      const source = kind === 'A file…' ? file : vscode.Uri.file(folder);
      using person = new Dialogs();
      person.choose = () => kind;
      using _dialog = replaceMember(vscode.window, 'showOpenDialog', () => Promise.resolve([source]));
      await vscode.commands.executeCommand('synapse.sqlScript.publishHere', await entryAt(...sales, 'Reports'));
      const [page] = await until('a page', () => (pagesOpen().length > 0 ? pagesOpen() : undefined), anyTab);
      assert.equal(page, `Publish ${path.basename(source.fsPath)}`);
    });
  }

  const anyTab: vscode.Event<unknown> = (listener) => vscode.window.tabGroups.onDidChangeTabs(listener);
  function pagesOpen(): string[] {
    return vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview)
      .map(({ label }) => label);
  }
});
