import {
  callWithTelemetryAndErrorHandling,
  registerUIExtensionVariables,
  type IAzExtOutputChannel,
} from '@microsoft/vscode-azext-utils';
import type * as vscode from 'vscode';

export { openUrl } from '@microsoft/vscode-azext-utils';

/**
 * Only this file and `azureWizard.ts` import @microsoft/vscode-azext-utils. The library is large, so they are themselves
 * imported only when a command runs for the first time; see `commandShell.ts` and `wizard.ts`.
 */
export function start(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): void {
  registerUIExtensionVariables({ context, outputChannel: asAzextChannel(log) });
}

/** Runs a command inside the library's wrapper: what it raises is masked there, and comes back to us to be shown. */
export async function run(id: string, body: () => Promise<void>): Promise<void> {
  await callWithTelemetryAndErrorHandling(id, async (action) => {
    action.errorHandling.suppressDisplay = true;
    action.errorHandling.rethrow = true;
    action.telemetry.suppressAll = true;
    await body();
  });
}

function asAzextChannel(log: vscode.LogOutputChannel): IAzExtOutputChannel {
  return new Proxy(log, {
    get: (channel, member) =>
      member === 'appendLog'
        ? (value: string) => {
            channel.info(value);
          }
        : (Reflect.get(channel, member, channel) as unknown),
  }) as vscode.LogOutputChannel & IAzExtOutputChannel;
}
