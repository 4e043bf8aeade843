import type * as vscode from 'vscode';
import type { CommandShell } from '../commands/commands.ts';

/** The shell around all commands. azext-utils (some hundred kilobytes) is loaded when the first command runs. */
export function commandShell(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): CommandShell {
  let loading: Promise<typeof import('./azext.ts')> | undefined;
  return async (id, body) => {
    loading ??= import('./azext.ts').then((azext) => {
      azext.start(context, log);
      return azext;
    });
    const azext = await loading;
    await azext.run(id, body);
  };
}
