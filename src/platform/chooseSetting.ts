import * as vscode from 'vscode';

/** How the values of a setting are offered, in their order: what each is called, and its icon's id. */
export type SettingChoices<Value extends string> = Readonly<Record<Value, readonly [label: string, icon: string]>>;

export interface SettingQuestion<Value extends string> {
  /** Its name without `synapse.`. */
  readonly setting: string;
  readonly placeHolder: string;
  readonly choices: SettingChoices<Value>;
  /** The value that counts now. */
  readonly current: Value;
}

/** Asks which value a setting is to have, and keeps it. Nothing changes when the user turns away. */
export async function chooseSetting<Value extends string>(question: SettingQuestion<Value>): Promise<void> {
  const { setting, placeHolder, choices, current } = question;
  const items = Object.entries<readonly [label: string, icon: string]>(choices).map(([value, [label, icon]]) => ({
    label,
    ...(value === current && { description: vscode.l10n.t('current') }),
    iconPath: new vscode.ThemeIcon(icon),
    value,
  }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder });
  if (chosen) await setHere(setting, chosen.value);
}

/** Changes a setting where it was set last: a workspace's own value would hide one for the user. */
export async function setHere(setting: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('synapse');
  const inWorkspace = settings.inspect(setting)?.workspaceValue !== undefined;
  const where = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings.update(setting, value, where);
}
