import * as vscode from 'vscode';

/**
 * The file that a request names as its body. It must lie beside the document or below: a document cannot send what is anywhere
 * on the computer.
 *
 * @throws Error in words for people
 */
export async function readBodyFile(document: vscode.Uri, file: string): Promise<Uint8Array> {
  if (document.scheme === 'untitled') {
    throw new Error(vscode.l10n.t('“{0}” is looked for beside the document: save the document first.', file));
  }
  const parts = file.replace(/^\.\//u, '').split('/');
  if (/^[/\\]|^[a-z]:|\\/iu.test(file) || parts.includes('..') || parts.includes('')) {
    throw new Error(vscode.l10n.t('“{0}” is not in the document’s folder; only files there are sent.', file));
  }
  try {
    return await vscode.workspace.fs.readFile(vscode.Uri.joinPath(document, '..', ...parts));
  } catch {
    throw new Error(vscode.l10n.t('There is no file “{0}” in the document’s folder.', file));
  }
}
