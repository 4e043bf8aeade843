import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt } from './support/explorer.ts';
import { extensionContext } from './support/extensionContext.ts';
import { OtherPerson } from './support/otherPerson.ts';
import { replaceMember } from './support/replaceMember.ts';
import { lensTitles, openScript, replaceText, sales, withoutAutoSave } from './support/scriptEditor.ts';

describe('commands on SQL scripts', () => {
  const azure = emulatedAzure({ operationTime: 0 });
  const other = (): OtherPerson => new OtherPerson(azure(), 'contoso-sales');
  withoutAutoSave();
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const names = async (...path: readonly string[]): Promise<string[]> =>
    (await childrenOf(await entryAt(...sales, ...path))).map(({ node }) => node.label);

  it('begin one as an empty draft, which the first save publishes as Studio does', async () => {
    using person = new Dialogs();
    person.type = () => 'Größe & Co';
    azure().requests.take();
    await vscode.commands.executeCommand('synapse.sqlScript.new', await entryAt(...sales, 'Reports'));
    assert.deepEqual(azure().requests.matching(/^PUT /u), []);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'sql');
    assert.deepEqual(await lensTitles(document.uri), ['Not published yet: publish…', 'Discard…']);
    await replaceText(document, 'SELECT N’Größe’;');
    assert.ok(await document.save());
    const { text } = (await other().published('Größe & Co')) ?? {};
    assert.match(text ?? '', /"folder":\{"name":"Reports"\}/u);
    assert.match(text ?? '', /"poolName":"Built-in"/u);
    assert.ok((await names('Reports')).includes('Größe & Co'));
    assert.equal((await lensTitles(document.uri))[0], 'Built-in · master');
  });

  it('leave nothing of one that was closed without a word', async () => {
    using person = new Dialogs();
    person.type = () => 'Never mind';
    await vscode.commands.executeCommand('synapse.sqlScript.new', await entryAt(...sales));
    const drafts = path.join(extensionContext().globalStorageUri.fsPath, 'sqlScripts', 'drafts');
    assert.equal(readdirSync(drafts).length, 1);
    const watcher = watch(drafts);
    const gone = once(watcher, 'change');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await gone;
    watcher.close();
    await vscode.commands.executeCommand('synapse.sqlScript.showDrafts');
    assert.equal((await person.message('information')).message, 'There are no drafts of SQL scripts.');
    assert.equal(await other().published('Never mind'), undefined);
  });

  it('close the editor of one that was begun and is discarded', async () => {
    using person = new Dialogs();
    person.type = () => 'Never mind';
    await vscode.commands.executeCommand('synapse.sqlScript.new', await entryAt(...sales));
    const document = vscode.window.activeTextEditor?.document ?? assert.fail('no editor');
    await replaceText(document, 'SELECT nothing;');
    person.press = ({ buttons: [first] }) => first;
    await vscode.commands.executeCommand('synapse.sqlScript.discardDraft', document.uri);
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs),
      [],
    );
    assert.equal(await other().published('Never mind'), undefined);
  });

  it('begin none where the caller may publish none, and name the roles that would', async () => {
    using person = new Dialogs();
    const section = ['Fabrikam Analytics', 'fabrikam-logistics', 'SQL scripts'];
    await vscode.commands.executeCommand('synapse.sqlScript.new', await entryAt(...section));
    const { message } = await person.message('error');
    assert.match(message, /workspace fabrikam-logistics\. One of these roles is needed: Synapse Artifact Publisher, /u);
    assert.deepEqual(person.inputs, []);
  });

  it('name the right that is missing and the roles that bring it', async () => {
    using person = new Dialogs();
    person.press = ({ buttons: [first] }) => first;
    const row = await entryAt('Fabrikam Analytics', 'fabrikam-logistics', 'SQL scripts', 'Routes');
    await vscode.commands.executeCommand('synapse.sqlScript.delete', row, [row]);
    const { message } = await person.message('error');
    assert.match(message, /Required permission: Action: Microsoft\.Synapse\/workspaces\/sqlScripts\/delete/u);
    assert.match(message, /One of these roles is needed: Synapse Artifact Publisher, Synapse Contributor, /u);
  });

  it('refuse to begin what somebody else has created in the meantime', async () => {
    await other().publish('Theirs', 'SELECT theirs;');
    using person = new Dialogs();
    person.type = () => 'theirs';
    await vscode.commands.executeCommand('synapse.sqlScript.new', await entryAt(...sales));
    assert.match((await person.message('error')).message, /There is a script “Theirs” already/u);
    assert.equal((await other().published('Theirs'))?.query, 'SELECT theirs;');
  });

  it('duplicate all that the document holds', async () => {
    using person = new Dialogs();
    person.type = () => 'Grants again';
    await vscode.commands.executeCommand('synapse.sqlScript.duplicate', await entryAt(...sales, 'Security', 'Grants'));
    const copy = await other().published('Grants again');
    assert.match(copy?.text ?? '', /"ticket":12345678901234567890/u);
    assert.match(copy?.text ?? '', /"schemaVersion":1\.0/u);
  });

  it('rename, and the open editor goes along with its unsaved text', async () => {
    const { document } = await openScript(...sales, 'Theirs');
    await replaceText(document, 'SELECT unsaved;');
    using person = new Dialogs();
    person.type = () => 'Ours, all of them';
    await vscode.commands.executeCommand('synapse.sqlScript.rename', await entryAt(...sales, 'Theirs'));
    assert.deepEqual(person.messages, []);
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.uri.path ?? '', /\/Ours, all of them\.sql$/u);
    assert.equal(editor?.document.getText(), 'SELECT unsaved;');
    assert.equal(await other().published('Theirs'), undefined);
    assert.ok(await editor.document.save());
    assert.equal((await other().published('Ours, all of them'))?.query, 'SELECT unsaved;');
  });

  it('move several at once, and say what was left out', async () => {
    const rows = await Promise.all([
      entryAt(...sales, 'Scratch'),
      entryAt(...sales, 'SQL script 1'),
      entryAt(...sales, 'Load'),
    ]);
    using person = new Dialogs();
    person.choose = () => 'Reports/Monthly';
    await vscode.commands.executeCommand('synapse.sqlScript.move', rows[0], rows);
    assert.match(person.messages[0]?.message ?? '', /^Left out, because they are no SQL scripts: “Load”$/u);
    assert.deepEqual(await names('Reports', 'Monthly'), ['Archive', 'Revenue by region', 'Scratch', 'SQL script 1']);
    assert.match((await other().published('Scratch'))?.text ?? '', /"folder":\{"name":"Reports\/Monthly"\}/u);
  });

  it('delete several after a question that names them', async () => {
    const rows = await Promise.all([
      entryAt(...sales, 'Reports', 'Monthly', 'Scratch'),
      entryAt(...sales, 'Reports', 'Monthly', 'SQL script 1'),
    ]);
    using person = new Dialogs();
    await vscode.commands.executeCommand('synapse.sqlScript.delete', rows[0], rows);
    assert.deepEqual(
      person.messages.map(({ message, detail }) => [message, detail?.split('\n')[0]]),
      [['Delete 2 SQL scripts?', '“Scratch”, “SQL script 1”']],
    );
    assert.ok(await other().published('Scratch'));
    person.press = ({ buttons: [first] }) => first;
    await vscode.commands.executeCommand('synapse.sqlScript.delete', rows[0], rows);
    assert.equal(await other().published('Scratch'), undefined);
    assert.deepEqual(await names('Reports', 'Monthly'), ['Archive', 'Revenue by region']);
  });

  it('open what a link names, whatever it is called, and nothing else', async () => {
    const { node } = await entryAt('Research & <b>"Üser"</b> ../x', 'research-genomics', 'SQL scripts', 'Odd names');
    const { workspace } = node.data as { workspace: { id: string; tenantId: string } };
    const { tenantId } = workspace;
    for (const name of ["it's 100 % #1?", '%2e%2e%2fencoded', 'Ünïcode & <b>"quotes"</b> ..x']) {
      const id = `${workspace.id}/sqlscripts/${name}`;
      await vscode.commands.executeCommand('synapse.sqlScript.open', { id, tenantId });
      assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /SELECT 1 AS one/u);
    }
    using person = new Dialogs();
    for (const id of [
      workspace.id,
      `${workspace.id}/sqlPools/x`,
      `${workspace.id}/x/y/sqlScripts/z`,
      '/sqlScripts/x',
    ]) {
      await vscode.commands.executeCommand('synapse.sqlScript.open', { id, tenantId });
    }
    assert.equal(person.messages.filter(({ message }) => message.includes('names no SQL script')).length, 4);
  });

  it('download several, each under a file name of its own', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'scripts-'));
    using _folder = replaceMember(vscode.window, 'showOpenDialog', () => Promise.resolve([vscode.Uri.file(folder)]));
    using person = new Dialogs();
    const odd = await entryAt('Research & <b>"Üser"</b> ../x', 'research-genomics', 'SQL scripts', 'Odd names');
    const rows = await childrenOf(odd);
    await vscode.commands.executeCommand('synapse.sqlScript.download', rows[0], rows);
    assert.equal(person.messages[0]?.message, `${rows.length} SQL scripts are downloaded.`);
    const files = readdirSync(folder);
    assert.equal(files.length, rows.length);
    assert.ok(files.includes('Ünïcode & _b__quotes___b_ ..x.sql'), files.join('\n'));
    assert.match(readFileSync(path.join(folder, '_CON.sql'), 'utf8'), /^-- CON\n/u);
    await vscode.commands.executeCommand('synapse.sqlScript.download', rows[0], rows);
    assert.equal(person.messages.at(-1)?.message, `Overwrite ${rows.length} files?`);
  });
});
