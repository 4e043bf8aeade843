import type * as vscode from 'vscode';
import type { SynapseExplorer } from './activation.ts';

/**
 * VS Code sends for the extension's state while it loads this module, and its request waits as long as the module takes. So
 * this one is over at once; what activation needs is read while the answer is on its way.
 */
const activation = nextTask().then(() => import('./activation.ts'));

/** Called by VS Code, once. */
export async function activate(context: vscode.ExtensionContext): Promise<SynapseExplorer> {
  const { start } = await activation;
  return start(context);
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
