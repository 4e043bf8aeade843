import * as vscode from 'vscode';
import type { Target } from '../../platform/commands/commandHandler.ts';
import { plainText } from '../../platform/plainText.ts';
import type { TreeModel } from '../../platform/tree/treeModel.ts';
import type { InWorkspace } from '../explorer/public.ts';
import type { FirewallRule } from './firewallRule.ts';
import { readRules, writeRule } from './firewallRules.ts';
import { askRange, askRuleName } from './ruleQuestions.ts';
import { rangeText, untilItWorks } from './ruleWords.ts';

type InRule = InWorkspace & { readonly rule: FirewallRule };

/** Asks for a range and a name, and makes the rule. */
export async function addRange(model: TreeModel, place: InWorkspace): Promise<void> {
  const { workspaceName } = place.workspace;
  // The names are read while the user types the range.
  const names = readRules(place, new AbortController().signal).then((rules) => rules.map(({ name }) => name));
  names.catch(() => undefined);
  const title = vscode.l10n.t('Add firewall rule to workspace {0}', workspaceName);
  const range = await askRange(title);
  const ruleName = await askRuleName(
    { title, prompt: vscode.l10n.t('Name of the rule; it cannot be changed') },
    await names,
  );
  const made = await writeRule(model, place, {
    ruleName,
    range,
    title: vscode.l10n.t('Add firewall rule {0}', ruleName),
    progress: vscode.l10n.t('Adding firewall rule {0}', ruleName),
  });
  if (made) say(vscode.l10n.t('Firewall rule {0} is there. {1}', ruleName, untilItWorks()));
}

/** Asks for the new range of a rule. */
export async function changeRange(model: TreeModel, { data }: Target<InRule>): Promise<void> {
  const { name } = data.rule;
  const title = vscode.l10n.t('Change range of firewall rule {0} (its name cannot be changed)', name);
  const range = await askRange(title, data.rule);
  const changed = await writeRule(model, data, {
    ruleName: name,
    range,
    title: vscode.l10n.t('Change range of firewall rule {0}', name),
    progress: vscode.l10n.t('Changing firewall rule {0}', name),
  });
  if (changed) say(vscode.l10n.t('Firewall rule {0} is changed. {1}', name, untilItWorks()));
}

export async function copyRange({ data }: Target<InRule>): Promise<void> {
  await vscode.env.clipboard.writeText(rangeText(data.rule));
}

function say(message: string): void {
  void vscode.window.showInformationMessage(plainText(message));
}
