import * as vscode from 'vscode';
import { TreeEntry } from '../tree/treeEntry.ts';
import { type CommandHandler, onArguments, type Target } from './commandHandler.ts';

/**
 * A command on a file or folder that VS Code names: in the file explorer, above an editor. The palette names none. Where
 * the command also is in the menu of nodes, `runOnNode` takes these.
 */
export function onFile(
  run: (file: vscode.Uri | undefined) => PromiseLike<void> | void,
  runOnNode: (target: Target) => PromiseLike<void> | void = () => undefined,
): CommandHandler {
  return onArguments((subject) => {
    if (!(subject instanceof TreeEntry)) return run(subject instanceof vscode.Uri ? subject : undefined);
    const { node } = subject;
    return runOnNode({ entry: subject, node, data: node.data });
  });
}
