import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import * as vscode from 'vscode';
import { scriptKey } from '../../src/features/sqlScripts/files/scriptPlace.ts';
import { parseScriptUri } from '../../src/features/sqlScripts/scripts/scriptUri.ts';
import { connectAnew } from './support/connectAnew.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { extensionContext } from './support/extensionContext.ts';
import { OtherPerson } from './support/otherPerson.ts';
import {
  leaveNoDrafts,
  lensTitles,
  openScript,
  pressSave,
  replaceText,
  sales,
  setAutoSave,
  untilSaved,
  untilText,
} from './support/scriptEditor.ts';

const draftLens = 'Draft, not published: publish…';

describe('drafts of SQL scripts', () => {
  const azure = emulatedAzure({ operationTime: 0 });
  const other = (workspace = 'contoso-sales'): OtherPerson => new OtherPerson(azure(), workspace);
  before(() => setAutoSave('afterDelay'));
  after(() => setAutoSave(undefined));
  leaveNoDrafts();
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Types a text and lets auto save take it. */
  async function keepDraft(name: string, text: string): Promise<vscode.TextDocument> {
    const { document } = await openScript(...sales, name);
    await replaceText(document, text);
    await untilSaved(document);
    return document;
  }

  it('are what auto save keeps: nothing is published', async () => {
    using _unseen = new Dialogs();
    azure().requests.take();
    const document = await keepDraft('Scratch', 'SELECT draft;');
    assert.deepEqual(azure().requests.matching(/^PUT /u), []);
    assert.equal((await other().published('Scratch'))?.query, 'SELECT 1;\n');
    assert.deepEqual((await lensTitles(document.uri)).slice(0, 3), [draftLens, 'Compare', 'Discard…']);
  });

  it('are what auto save keeps when another editor gets the focus', async () => {
    using _unseen = new Dialogs();
    await setAutoSave('onFocusChange');
    const { document } = await openScript(...sales, 'SQL script 1');
    await replaceText(document, 'SELECT left;');
    azure().requests.take();
    await openScript(...sales, 'Security', 'Grants');
    await untilSaved(document);
    assert.deepEqual(azure().requests.matching(/^PUT /u), []);
    assert.equal((await lensTitles(document.uri))[0], draftLens);
    await setAutoSave('afterDelay');
  });

  it('show when the script is opened again, and saving publishes them', async () => {
    using _unseen = new Dialogs();
    const { document } = await openScript(...sales, 'Scratch');
    assert.equal(document.getText(), 'SELECT draft;');
    await pressSave();
    assert.equal((await other().published('Scratch'))?.query, 'SELECT draft;');
    assert.ok(!(await lensTitles(document.uri)).includes(draftLens));
  });

  it('never go over what somebody else has published since, unless the user says so', async () => {
    const document = await keepDraft('Scratch', 'SELECT mine;');
    await other().publish('Scratch', 'SELECT theirs;');
    using person = new Dialogs();
    await pressSave();
    const { message, buttons } = await person.message('warning');
    assert.equal(message, 'Somebody else has published “Scratch” since your draft was begun.');
    assert.deepEqual(buttons, ['Compare', 'Overwrite']);
    assert.equal((await other().published('Scratch'))?.query, 'SELECT theirs;');
    assert.equal(document.getText(), 'SELECT mine;');
    person.press = ({ buttons: [first] }) => first;
    await vscode.commands.executeCommand('synapse.sqlScript.publishDraft', document.uri);
    assert.equal((await other().published('Scratch'))?.query, 'SELECT mine;');
  });

  it('are compared with what is published', async () => {
    using _unseen = new Dialogs();
    const document = await keepDraft('Scratch', 'SELECT other;');
    await vscode.commands.executeCommand('synapse.sqlScript.compareDraft', document.uri);
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    assert.ok(input instanceof vscode.TabInputTextDiff);
    const [left, right] = await Promise.all(
      [input.original, input.modified].map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()),
    );
    assert.deepEqual([left, right], ['SELECT mine;', 'SELECT other;']);
    const { permissions } = await vscode.workspace.fs.stat(input.original);
    assert.equal(permissions, vscode.FilePermission.Readonly);
  });

  it('are discarded after a question', async () => {
    using person = new Dialogs();
    const { document } = await openScript(...sales, 'Scratch');
    assert.equal(document.getText(), 'SELECT other;');
    await vscode.commands.executeCommand('synapse.sqlScript.discardDraft', document.uri);
    assert.equal(document.getText(), 'SELECT other;', 'nothing was answered');
    person.press = ({ buttons: [first] }) => first;
    await vscode.commands.executeCommand('synapse.sqlScript.discardDraft', document.uri);
    await untilText(document, 'SELECT mine;');
  });

  it('are what "Save" keeps in a workspace with Git; publishing asks', async () => {
    await setAutoSave('off');
    using person = new Dialogs();
    const path = ['Contoso Production', 'contoso-finance', 'SQL scripts', 'Closing', 'Trial balance'];
    const { document } = await openScript(...path);
    const before = document.getText();
    assert.ok((await lensTitles(document.uri)).includes('Git mode: saving keeps a draft'));
    await replaceText(document, 'SELECT live;');
    await pressSave();
    assert.match((await person.message('information')).message, /kept as a draft: workspace contoso-finance uses Git/u);
    assert.equal((await other('contoso-finance').published('Trial balance'))?.query, before);
    await vscode.commands.executeCommand('synapse.sqlScript.publishDraft', document.uri);
    assert.match(person.messages.at(-1)?.message ?? '', /uses the Git repository .* Go past it\?/u);
    assert.equal((await other('contoso-finance').published('Trial balance'))?.query, before);
    person.press = ({ buttons: [first] }) => first;
    await vscode.commands.executeCommand('synapse.sqlScript.publishDraft', document.uri);
    assert.equal((await other('contoso-finance').published('Trial balance'))?.query, 'SELECT live;');
    await setAutoSave('afterDelay');
  });

  for (const published of [true, false]) {
    it(`are made of what a closed window has ${published ? '' : 'not '}published, and the next one says so`, async () => {
      const { document } = await openScript(...sales, 'Scratch');
      const { uri } = document;
      const text = published ? document.getText() : 'SELECT unfinished;';
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await leaveInJournal(uri, text);
      using person = new Dialogs();
      await connectAnew();
      const { message } = await person.message(published ? 'information' : 'warning');
      assert.match(
        message,
        published ? /^Published before .*: Scratch$/u : /^Not published before .* drafts: Scratch$/u,
      );
      const { document: again } = await openScript(...sales, 'Scratch');
      await untilText(again, text);
    });
  }

  for (const [name, replaces, left] of [
    ['give way to what was being published when the window was closed', 'SELECT draft;', 'SELECT published;'],
    ['that were kept after the publishing began stay', 'SELECT older;', 'SELECT draft;'],
  ] as const) {
    it(name, async () => {
      const { uri } = await keepDraft('Scratch', 'SELECT draft;');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await leaveInJournal(uri, 'SELECT published;', replaces);
      using person = new Dialogs();
      await connectAnew();
      await person.message('warning');
      const { document } = await openScript(...sales, 'Scratch');
      await untilText(document, left);
    });
  }

  /** What the extension leaves on disk when its process ends in the middle of publishing. */
  async function leaveInJournal(uri: vscode.Uri, text: string, replaces?: string): Promise<void> {
    const { pid } = spawnSync(process.execPath, ['--version'], { env: { ELECTRON_RUN_AS_NODE: '1' } });
    const folder = vscode.Uri.joinPath(extensionContext().globalStorageUri, 'sqlScripts', 'journal');
    const address = parseScriptUri(uri);
    assert.ok(address);
    const entry = { uri: uri.toString(), text, replaces, process: String(pid) };
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder, `${scriptKey(address)}.json`),
      new TextEncoder().encode(JSON.stringify(entry)),
    );
  }
});
