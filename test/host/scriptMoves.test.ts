import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { entryAt } from './support/explorer.ts';
import { OtherPerson } from './support/otherPerson.ts';
import { leaveNoDrafts, lensTitles, openScript, replaceText, sales, withoutAutoSave } from './support/scriptEditor.ts';

describe('an open editor of a SQL script', () => {
  const azure = emulatedAzure({ operationTime: 0 });
  withoutAutoSave();
  leaveNoDrafts();
  const other = (): OtherPerson => new OtherPerson(azure(), 'contoso-sales');
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const activePath = (): string => vscode.window.activeTextEditor?.document.uri.path ?? '';

  it('goes along with its unsaved text when the script is moved', async () => {
    const { document } = await openScript(...sales, 'Reports', 'Top customers');
    await replaceText(document, 'SELECT unsaved;');
    using person = new Dialogs();
    person.choose = () => 'Lake/Set-up';
    await vscode.commands.executeCommand('synapse.sqlScript.move', await entryAt(...sales, 'Reports', 'Top customers'));
    assert.deepEqual(person.messages, []);
    assert.match(activePath(), /\/Lake\/Set-up\/Top customers\.sql$/u);
    const moved = vscode.window.activeTextEditor?.document;
    assert.equal(moved?.getText(), 'SELECT unsaved;');
    assert.match((await other().published('Top customers'))?.text ?? '', /"folder":\{"name":"Lake\/Set-up"\}/u);
    assert.ok(await moved.save());
    const { query, text } = (await other().published('Top customers')) ?? {};
    assert.equal(query, 'SELECT unsaved;');
    assert.match(text ?? '', /"folder":\{"name":"Lake\/Set-up"\}/u);
  });

  it('goes along when its folder is changed above the text', async () => {
    const { document } = await openScript(...sales, 'Scratch');
    using person = new Dialogs();
    person.choose = () => 'Reports';
    await vscode.commands.executeCommand('synapse.sqlScript.change', document.uri, 'folder');
    assert.match(activePath(), /\/Reports\/Scratch\.sql$/u);
    const uri = vscode.window.activeTextEditor?.document.uri;
    assert.ok(uri && (await lensTitles(uri)).includes('Folder Reports'));
  });

  it('keeps its address when somebody else moves the script, and publishes into the new folder', async () => {
    const { document } = await openScript(...sales, 'SQL script 1');
    await replaceText(document, 'SELECT mine;');
    await other().publish('SQL script 1', document.getText(), { folder: { name: 'Theirs' } });
    assert.ok(await document.save());
    assert.match((await other().published('SQL script 1'))?.text ?? '', /"folder":\{"name":"Theirs"\}/u);
    assert.ok((await lensTitles(document.uri)).includes('Folder Theirs'));
    using person = new Dialogs();
    person.type = () => 'Renamed';
    await vscode.commands.executeCommand('synapse.refreshNode', await entryAt(...sales));
    await vscode.commands.executeCommand('synapse.sqlScript.rename', await entryAt(...sales, 'Theirs', 'SQL script 1'));
    assert.deepEqual(person.messages, []);
    assert.match(activePath(), /\/Renamed\.sql$/u);
    assert.match((await other().published('Renamed'))?.text ?? '', /"folder":\{"name":"Theirs"\}/u, 'not moved back');
  });

  it('keeps a draft that stands on the same text, whatever else of the script was changed', async () => {
    using person = new Dialogs();
    const { document } = await openScript(...sales, 'Security', 'Grants');
    await vscode.workspace.fs.writeFile(document.uri, Buffer.from('SELECT draft;'));
    person.choose = () => 'Load';
    await vscode.commands.executeCommand('synapse.sqlScript.move', await entryAt(...sales, 'Security', 'Grants'));
    const moved = vscode.window.activeTextEditor?.document;
    assert.match(activePath(), /\/Load\/Grants\.sql$/u);
    assert.equal(moved?.getText(), 'SELECT draft;');
    await vscode.commands.executeCommand('synapse.sqlScript.publishDraft', moved.uri);
    assert.deepEqual(
      person.messages.filter(({ message }) => message.includes('Somebody else')),
      [],
    );
    assert.equal((await other().published('Grants'))?.query, 'SELECT draft;');
  });

  it('shares its unsaved text with a second editor of the same script, and both are published once', async () => {
    const { document } = await openScript(...sales, 'Load', 'load_fact_sales');
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    await replaceText(document, 'SELECT once;');
    azure().requests.take();
    assert.ok(await document.save());
    assert.equal(azure().requests.matching(/^PUT /u).length, 1);
    assert.deepEqual(
      vscode.window.visibleTextEditors
        .filter((editor) => editor.document.uri.toString() === document.uri.toString())
        .map((editor) => editor.document.getText()),
      ['SELECT once;', 'SELECT once;'],
    );
  });

  it('is opened where the script is, though its row still stands where it was', async () => {
    const row = await entryAt(...sales, 'Lake', 'Explore raw orders');
    await other().publish('Explore raw orders', 'SELECT moved;', { folder: { name: 'Load' } });
    await vscode.commands.executeCommand('synapse.sqlScript.open', row);
    assert.match(activePath(), /\/Load\/Explore raw orders\.sql$/u);
    assert.equal(vscode.window.activeTextEditor?.document.getText(), 'SELECT moved;');
  });

  it('is the only file of its script: none in another folder can replace it', async () => {
    const { document } = await openScript(...sales, 'Load', 'Dimensions', 'load_dim_product');
    const elsewhere = document.uri.with({ path: document.uri.path.replace('Load/Dimensions', 'Lake') });
    const { fs } = vscode.workspace;
    const codeOf = (task: Thenable<unknown>): Thenable<string> =>
      task.then(
        () => 'done',
        (error: unknown) => (error as vscode.FileSystemError).code,
      );
    assert.equal(await codeOf(fs.stat(elsewhere)), 'FileNotFound');
    assert.equal(await codeOf(fs.delete(elsewhere)), 'FileNotFound');
    assert.equal(await codeOf(fs.writeFile(elsewhere, Buffer.from('SELECT other;'))), 'FileExists');
    await fs.rename(document.uri, elsewhere, { overwrite: true });
    const { query, text } = (await other().published('load_dim_product')) ?? {};
    assert.equal(query, document.getText());
    assert.match(text ?? '', /"folder":\{"name":"Lake"\}/u);
  });
});
