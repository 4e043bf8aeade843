import * as vscode from 'vscode';

/** The tabs that show a file. */
export function tabsOf(uri: vscode.Uri): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputText && isSame(input.uri, uri));
}

/** Whether an editor shows a file, or is about to: VS Code tells of a tab before it asks for what is in it. */
export function isShown(uri: vscode.Uri): boolean {
  return tabsOf(uri).length > 0 || vscode.workspace.textDocuments.some((document) => isSame(document.uri, uri));
}

function isSame(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.toString() === other.toString();
}
