import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { entryAt } from './explorer.ts';
import { extensionContext } from './extensionContext.ts';
import { until } from './until.ts';

export const sales = ['Contoso Production', 'contoso-sales', 'SQL scripts'] as const;

/** Opens a script from its row, as a click does. */
export async function openScript(...path: readonly string[]): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('synapse.sqlScript.open', await entryAt(...path));
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor, 'no editor');
  assert.equal(editor.document.uri.scheme, 'synapse-sql');
  return editor;
}

/** Puts a text in place of the document's. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Waits until a document has a text. */
export async function untilText(document: vscode.TextDocument, text: string): Promise<void> {
  await until(
    `the text ${text} (it is ${document.getText()})`,
    () => document.getText() === text || undefined,
    vscode.workspace.onDidChangeTextDocument,
  );
}

/** What the lenses above a script say. */
export async function lensTitles(uri: vscode.Uri): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
  return lenses.map(({ command }) => command?.title ?? '');
}

/** VS Code in a browser saves by itself, a second after a change. */
export function withoutAutoSave(): void {
  before('switch auto save off', () => setAutoSave('off'));
  after('leave auto save as it was', () => setAutoSave(undefined));
}

export async function setAutoSave(value: 'off' | 'afterDelay' | 'onFocusChange' | undefined): Promise<void> {
  const files = vscode.workspace.getConfiguration('files');
  await files.update('autoSave', value, vscode.ConfigurationTarget.Global);
  await files.update('autoSaveDelay', value === 'afterDelay' ? 50 : undefined, vscode.ConfigurationTarget.Global);
}

/** Other tests begin without drafts, as a person does. */
export function leaveNoDrafts(): void {
  after('take away the drafts', async () => {
    const drafts = vscode.Uri.joinPath(extensionContext().globalStorageUri, 'sqlScripts', 'drafts');
    await vscode.workspace.fs.delete(drafts, { recursive: true });
  });
}

/** What Ctrl+S does; VS Code saves also where nothing is unsaved. */
export async function pressSave(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.save');
}

/** Waits until an event of VS Code has made something true. */
export async function untilSaved(document: vscode.TextDocument): Promise<void> {
  await until('the document to be saved', () => !document.isDirty || undefined, vscode.workspace.onDidSaveTextDocument);
}
