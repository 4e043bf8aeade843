import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseExact } from '../../src/azure/exactJson.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt } from './support/explorer.ts';
import { OtherPerson } from './support/otherPerson.ts';
import { outlineOf, rowsBelow } from './support/outline.ts';
import { lensTitles, openScript, replaceText, sales, untilText, withoutAutoSave } from './support/scriptEditor.ts';

const outline = `
Lake ;scriptFolder;named;scriptFolder;
  Set-up ;scriptFolder;named;scriptFolder;
    create_external_tables | Built-in · lake ;sqlScript;named;resource;
  Explore raw orders | Built-in · lake ;sqlScript;named;resource;
Load ;scriptFolder;named;scriptFolder;
  Dimensions ;scriptFolder;named;scriptFolder;
    load_dim_customer | SalesDW · SalesDW ;sqlScript;named;resource;
    load_dim_product | SalesDW · SalesDW ;sqlScript;named;resource;
  load_fact_sales | SalesDW · SalesDW ;sqlScript;named;resource;
Reports ;scriptFolder;named;scriptFolder;
  Monthly ;scriptFolder;named;scriptFolder;
    Archive ;scriptFolder;named;scriptFolder;
      Revenue by region (old) | SalesArchive · SalesArchive ;sqlScript;named;resource;
    Revenue by region | SalesDW · SalesDW ;sqlScript;named;resource;
  Top customers | SalesDW · SalesDW ;sqlScript;named;resource;
Security ;scriptFolder;named;scriptFolder;
  Grants | SalesDW · SalesDW ;sqlScript;named;resource;
Scratch ;sqlScript;named;resource;
SQL script 1 | Built-in · master ;sqlScript;named;resource;
`;

describe('SQL scripts', () => {
  const azure = emulatedAzure({ operationTime: 0 });
  withoutAutoSave();
  const other = (): OtherPerson => new OtherPerson(azure(), 'contoso-sales');
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('stand in their folders, with what they connect to, after one request', async () => {
    azure().requests.take();
    const rows = await rowsBelow(await entryAt(...sales), () => true);
    assert.equal(await outlineOf(rows), outline.trim());
    assert.deepEqual(azure().requests.matching(/sqlScripts/u), ['GET /workspaces/contoso-sales/sqlScripts']);
  });

  it('are filtered by name', async () => {
    const section = await entryAt(...sales);
    using person = new Dialogs();
    person.type = () => 'DIM_';
    await vscode.commands.executeCommand('synapse.sqlScript.filter', section);
    const shown = await outlineOf(await rowsBelow(await entryAt(...sales), () => true));
    assert.match(shown, /^Load .*\n {2}Dimensions .*\n {4}load_dim_customer .*\n {4}load_dim_product .*$/u);
    assert.equal(section.node.description, 'filter: DIM_');
    await vscode.commands.executeCommand('synapse.sqlScript.clearFilter', section);
    assert.equal((await rowsBelow(await entryAt(...sales), () => true)).length, outline.trim().split('\n').length);
  });

  it('open as SQL, and saving publishes all that others have put in the document', async () => {
    const before = await other().published('Grants');
    const { document } = await openScript(...sales, 'Security', 'Grants');
    assert.equal(document.languageId, 'sql');
    assert.equal(document.getText(), before?.query);
    await replaceText(document, 'GRANT SELECT;\r\n');
    assert.ok(await document.save());
    const after = await other().published('Grants');
    assert.equal(after?.query, 'GRANT SELECT;\r\n');
    assert.notEqual(after.etag, before?.etag);
    // With the text of all numbers; how a letter is escaped and which of two members is first says nothing.
    const query = /"query":"(?:[^"\\]|\\.)*"|"etag":"[^"]*"/gu;
    const all = (text = ''): unknown => parseExact(text.replace(query, '"gone":0'));
    assert.deepEqual(all(after.text), all(before?.text));
  });

  it('show everything that the service tells about one, whatever it is called', async () => {
    const path = ['Research & <b>"Üser"</b> ../x', 'research-genomics', 'SQL scripts', 'Odd names', "it's 100 % #1?"];
    await vscode.commands.executeCommand('synapse.showProperties', await entryAt(...path));
    const properties = JSON.parse(vscode.window.activeTextEditor?.document.getText() ?? '') as { name: string };
    assert.equal(properties.name, "it's 100 % #1?");
  });

  it('show their connection and properties above the text', async () => {
    const { document } = await openScript(...sales, 'Reports', 'Top customers');
    assert.deepEqual(await lensTitles(document.uri), [
      'SalesDW · SalesDW',
      'Folder Reports',
      'First 5000 rows',
      'Customers by revenue of the last full quarter.',
    ]);
    using person = new Dialogs();
    person.choose = ({ items }) => items.find(({ label }) => label === 'Built-in' || label === 'Connection')?.label;
    person.type = () => 'lake';
    await vscode.commands.executeCommand('synapse.sqlScript.change', document.uri, 'connection');
    const published = await other().published('Top customers');
    assert.match(published?.text ?? '', /"type":"SqlOnDemand"/u);
    assert.match(published?.text ?? '', /"poolName":"Built-in"/u);
    assert.equal((await lensTitles(document.uri))[0], 'Built-in · lake');
  });

  it('can be saved after a property was changed: that is no conflict', async () => {
    const { document } = await openScript(...sales, 'Reports', 'Top customers');
    await replaceText(document, 'SELECT 1;');
    using person = new Dialogs();
    person.type = () => 'New words';
    await vscode.commands.executeCommand('synapse.sqlScript.change', document.uri, 'description');
    assert.ok(await document.save());
    const { text } = (await other().published('Top customers')) ?? {};
    assert.match(text ?? '', /"query":"SELECT 1;"/u);
    assert.match(text ?? '', /"description":"New words"/u);
  });

  it('follow what somebody else publishes, once the list is read anew', async () => {
    const { document } = await openScript(...sales, 'Load', 'load_fact_sales');
    await other().publish('load_fact_sales', 'SELECT 2;');
    await vscode.commands.executeCommand('synapse.refreshNode', await entryAt(...sales));
    await childrenOf(await entryAt(...sales));
    await untilText(document, 'SELECT 2;');
    assert.equal(document.isDirty, false);
  });

  it('are not saved over what somebody else has published, however long it is', async () => {
    const { document } = await openScript(...sales, 'Lake', 'Explore raw orders');
    const same = document.getText().replace('100', '999');
    await replaceText(document, 'SELECT mine;');
    await other().publish('Explore raw orders', same);
    assert.equal(await document.save(), false, 'VS Code offers Compare and Overwrite instead');
    assert.equal((await other().published('Explore raw orders'))?.query, same);
    assert.equal(document.getText(), 'SELECT mine;');
    assert.ok(document.isDirty);
  });

  it('keep a text that could not be published in the editor, and publish it later', async () => {
    const { document } = await openScript(...sales, 'Load', 'Dimensions', 'load_dim_product');
    await replaceText(document, 'SELECT later;');
    azure().faults.add({
      path: '/sqlScripts/load_dim_product$',
      method: 'PUT',
      times: 1,
      status: 403,
      body: { code: 'Forbidden', message: 'You may not.' },
    });
    assert.equal(await document.save(), false);
    assert.ok(document.isDirty);
    assert.equal(document.getText(), 'SELECT later;');
    assert.ok(await document.save());
    assert.equal((await other().published('load_dim_product'))?.query, 'SELECT later;');
  });

  it('are published once though the answer was lost', async () => {
    const { document } = await openScript(...sales, 'Lake', 'Set-up', 'create_external_tables');
    await replaceText(document, 'SELECT once;');
    azure().requests.take();
    azure().faults.add({ path: '/sqlScripts/create_external_tables$', method: 'PUT', times: 1, drop: 'beforeReply' });
    assert.ok(await document.save());
    assert.equal((await other().published('create_external_tables'))?.query, 'SELECT once;');
  });

  it('of somebody who may not write open read-only', async () => {
    const { document } = await openScript('Fabrikam Analytics', 'fabrikam-logistics', 'SQL scripts', 'Routes');
    const { permissions } = await vscode.workspace.fs.stat(document.uri);
    assert.equal(permissions, vscode.FilePermission.Readonly);
  });

  it('tell which file is not there and which may not be read', async () => {
    const { document } = await openScript(...sales, 'Scratch');
    const missing = document.uri.with({ path: document.uri.path.replace('Scratch', 'Nothing') });
    const codeOf = async (uri: vscode.Uri): Promise<string> =>
      vscode.workspace.fs.stat(uri).then(
        () => 'found',
        (error: unknown) => (error as vscode.FileSystemError).code,
      );
    assert.equal(await codeOf(missing), 'FileNotFound');
    for (const [status, code] of [
      [403, 'NoPermissions'],
      [500, 'Unavailable'],
    ] as const) {
      azure().faults.add({
        path: '/sqlScripts/Scratch$',
        times: status === 500 ? 9 : 1,
        status,
        body: { message: 'no' },
      });
      assert.equal(await codeOf(document.uri), code);
      azure().faults.clear();
    }
  });
});
