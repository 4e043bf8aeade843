import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt } from './support/explorer.ts';
import { OtherPerson } from './support/otherPerson.ts';
import { replaceMember } from './support/replaceMember.ts';
import { leaveNoDrafts, lensTitles, openScript, replaceText, sales, withoutAutoSave } from './support/scriptEditor.ts';
import { until } from './support/until.ts';

const { Directory, File } = vscode.FileType;

describe('the file system of SQL scripts', () => {
  const azure = emulatedAzure({ operationTime: 0 });
  withoutAutoSave();
  leaveNoDrafts();
  const other = (): OtherPerson => new OtherPerson(azure(), 'contoso-sales');
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** The folder that holds all scripts of the workspace, or one in it. */
  async function folder(name = ''): Promise<vscode.Uri> {
    const { document } = await openScript(...sales, 'Scratch');
    return document.uri.with({ path: document.uri.path.replace(/\/[^/]*$/u, name === '' ? '' : `/${name}`) });
  }

  async function codeOf(task: Thenable<unknown>): Promise<string> {
    return task.then(
      () => 'done',
      (error: unknown) => (error as vscode.FileSystemError).code,
    );
  }

  it('lists a workspace as folders and files', async () => {
    const top = await vscode.workspace.fs.readDirectory(await folder());
    assert.deepEqual(new Map(top).get('Reports'), Directory);
    assert.deepEqual(new Map(top).get('SQL script 1.sql'), File);
    assert.deepEqual((await vscode.workspace.fs.readDirectory(await folder('Reports/Monthly'))).sort(), [
      ['Archive', Directory],
      ['Revenue by region.sql', File],
    ]);
  });

  for (const name of [
    'A [link](command:quit) *in* markdown',
    "it's 100 % #1?",
    '%2e%2e%2fencoded',
    '陈美的查询 🧬',
    'Folder with odd segments',
    'Begins with a byte order mark',
    'load_variants',
  ]) {
    it(`publishes “${name}” with what was added, and everything else as it was`, async () => {
      const genomics = new OtherPerson(azure(), 'research-genomics');
      const section = await entryAt('Research & <b>"Üser"</b> ../x', 'research-genomics', 'SQL scripts');
      const { id, tenantId } = (section.node.data as { workspace: { id: string; tenantId: string } }).workspace;
      const before = await genomics.published(name);
      await vscode.commands.executeCommand('synapse.sqlScript.open', { id: `${id}/sqlscripts/${name}`, tenantId });
      const document = vscode.window.activeTextEditor?.document ?? assert.fail('no editor');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, 'SELECT N’added’;');
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.ok(await document.save());
      const after = await genomics.published(name);
      assert.equal(after?.query, `${before?.query ?? ''}SELECT N’added’;`);
      const withoutQuery = ({ text = '' }: { text?: string } = {}): string =>
        text.replace(/"query":"(?:[^"\\]|\\.)*"|"etag":"[^"]*"/gu, '');
      assert.equal(withoutQuery(after), withoutQuery(before));
    });
  }

  it('tells files from folders, and keeps folders as they are', async () => {
    const { fs } = vscode.workspace;
    const reports = await folder('Reports');
    const script = await folder('Scratch.sql');
    assert.equal(await codeOf(fs.readDirectory(script)), 'FileNotADirectory');
    assert.equal(await codeOf(fs.delete(reports, { recursive: true })), 'NoPermissions');
    assert.equal(await codeOf(fs.rename(reports, await folder('Other'))), 'FileExists');
    assert.equal(await codeOf(fs.stat(script.with({ query: '' }))), 'FileNotFound');
    assert.ok(await other().published('Top customers'));
  });

  it('marks an open file as deleted once a refresh finds its script gone', async () => {
    await other().publish('Short-lived', 'SELECT 1;');
    await vscode.commands.executeCommand('synapse.refreshNode', await entryAt(...sales));
    await childrenOf(await entryAt(...sales));
    const { document } = await openScript(...sales, 'Short-lived');
    const events: vscode.FileChangeEvent[] = [];
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(document.uri.with({ path: path.posix.dirname(document.uri.path) }), '*'),
    );
    const deleted = new vscode.EventEmitter<void>();
    watcher.onDidDelete((uri) => {
      events.push({ type: vscode.FileChangeType.Deleted, uri });
      deleted.fire();
    });
    await other().delete('Short-lived');
    await vscode.commands.executeCommand('synapse.refreshNode', await entryAt(...sales));
    await childrenOf(await entryAt(...sales));
    await until('the deletion to be told', () => (events.length > 0 ? true : undefined), deleted.event);
    assert.equal(events[0]?.uri.path, document.uri.path);
    assert.equal(document.getText(), 'SELECT 1;', 'the text stays in its editor');
    watcher.dispose();
  });

  it('shows how long Azure asks to wait while it publishes', async () => {
    const { document } = await openScript(...sales, 'Scratch');
    await replaceText(document, 'SELECT throttled;');
    azure().faults.add({ path: '/sqlScripts/Scratch$', method: 'PUT', times: 1, fault: 'throttle', seconds: 6 });
    using person = new Dialogs();
    const saved = document.save();
    const { messages } = await person.progresses(/^Publish SQL script Scratch$/u);
    assert.ok(await saved);
    assert.match(messages.join('\n'), /^Azure asks to wait for [67] seconds$/u);
    assert.equal((await other().published('Scratch'))?.query, 'SELECT throttled;');
  });

  it('publishes only what a person saves: a tool’s text becomes a draft, and is offered', async () => {
    const { document } = await openScript(...sales, 'Scratch');
    const before = document.getText();
    using person = new Dialogs();
    azure().requests.take();
    await vscode.workspace.fs.writeFile(document.uri, Buffer.from('SELECT of_a_tool;'));
    assert.deepEqual(azure().requests.matching(/^PUT /u), []);
    assert.equal((await other().published('Scratch'))?.query, before);
    const { message, buttons } = await person.says(/kept as a draft/u);
    assert.equal(message, '“Scratch” was written, but not by “Save”: it is kept as a draft.');
    assert.deepEqual(buttons, ['Publish…']);
    assert.equal((await lensTitles(document.uri))[0], 'Draft, not published: publish…');
  });

  it('takes a save past all listeners for nobody’s wish, also right after a person’s save', async () => {
    const { document } = await openScript(...sales, 'SQL script 1');
    await replaceText(document, 'SELECT by_a_person;');
    assert.ok(await document.save());
    await replaceText(document, 'SELECT unheard;');
    using person = new Dialogs();
    await vscode.commands.executeCommand('workbench.action.files.saveWithoutFormatting');
    await person.says(/“SQL script 1” was written, but not by “Save”/u);
    assert.equal((await other().published('SQL script 1'))?.query, 'SELECT by_a_person;');
  });

  it('drops a draft as soon as its text is what is published', async () => {
    using _unseen = new Dialogs();
    const { document } = await openScript(...sales, 'Security', 'Grants');
    await vscode.workspace.fs.writeFile(document.uri, Buffer.from('SELECT same;'));
    assert.equal((await lensTitles(document.uri))[0], 'Draft, not published: publish…');
    await other().publish('Grants', 'SELECT same;');
    await vscode.workspace.fs.stat(document.uri);
    assert.ok(!(await lensTitles(document.uri)).includes('Draft, not published: publish…'));
  });

  it('compares what is published with a file of this computer', async () => {
    const file = vscode.Uri.file(path.join(mkdtempSync(path.join(tmpdir(), 'compare-')), 'mine.sql'));
    writeFileSync(file.fsPath, 'SELECT mine;\r\n');
    using _file = replaceMember(vscode.window, 'showOpenDialog', () => Promise.resolve([file]));
    await vscode.commands.executeCommand(
      'synapse.sqlScript.compareWithFile',
      await entryAt(...sales, 'Reports', 'Top customers'),
    );
    const { input, label } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.equal(label, 'Top customers (published) ↔ mine.sql');
    const published = await vscode.workspace.openTextDocument(input.original);
    assert.equal(published.getText(), (await other().published('Top customers'))?.query);
    assert.equal(input.modified.toString(), file.toString());
  });
});
