import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { replaceMember } from './replaceMember.ts';

let handler: vscode.UriHandler | undefined;

/** Notes who takes the links that people open in VS Code. To be called before the extension is activated. */
export function watchLinks(): void {
  const { registerUriHandler } = vscode.window;
  replaceMember(vscode.window, 'registerUriHandler', (registered: vscode.UriHandler) => {
    handler = registered;
    return registerUriHandler(registered);
  });
}

/** Opens a link as VS Code does once the person has agreed to it, and waits until it has been followed. */
export async function openLink(link: string): Promise<void> {
  assert.ok(handler, 'Nobody takes links.');
  await handler.handleUri(vscode.Uri.parse(link, true));
}
