import * as vscode from 'vscode';

/**
 * Sets settings of the extension, by their names without `synapse.`.
 * @returns what puts back how they were
 */
export async function withSettings(values: Readonly<Record<string, unknown>>): Promise<AsyncDisposable> {
  const settings = vscode.workspace.getConfiguration('synapse');
  const before = Object.keys(values).map((name) => [name, settings.inspect(name)?.globalValue] as const);
  await update(Object.entries(values));
  return {
    [Symbol.asyncDispose]: () => update(before),
  };
}

async function update(values: readonly (readonly [name: string, value: unknown])[]): Promise<void> {
  for (const [name, value] of values) {
    await vscode.workspace.getConfiguration('synapse').update(name, value, vscode.ConfigurationTarget.Global);
  }
}
