import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { connectionState } from './connectionState.ts';

/** Makes a new connection to the same cloud. Tokens are kept for a minute; a new connection asks for all of them. */
export async function connectAnew(): Promise<void> {
  await vscode.commands.executeCommand('synapse.signIn');
  assert.equal(connectionState(), 'connected');
}
