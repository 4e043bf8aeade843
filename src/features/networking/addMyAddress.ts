import * as vscode from 'vscode';
import { confirm } from '../../platform/confirm.ts';
import type { AddressRefusal } from '../../platform/errors/addressRefusal.ts';
import { covers, parseIpv4 } from '../../platform/ipv4.ts';
import { plainText } from '../../platform/plainText.ts';
import { withProgress } from '../../platform/progress.ts';
import type { TreeModel } from '../../platform/tree/treeModel.ts';
import type { InWorkspace } from '../explorer/public.ts';
import { lookAtFirewall } from './callerAddress.ts';
import { type FirewallRule, isBroken, isChanging, rangeOf } from './firewallRule.ts';
import { readRules, writeRule } from './firewallRules.ts';
import { ownRuleName } from './ruleName.ts';
import { askAddress, askRuleName } from './ruleQuestions.ts';
import { untilItWorks } from './ruleWords.ts';
import { waitForFirewall } from './waitForFirewall.ts';

/**
 * Makes a rule for this computer's address as the service sees it, and waits until it works.
 *
 * @param refused what a refusal has told already; without it the workspace is asked
 * @throws CancellationError when the user turns away
 */
export async function addMyAddress(model: TreeModel, place: InWorkspace, refused?: AddressRefusal): Promise<void> {
  const { workspaceName, publicNetworkAccess } = place.workspace;
  const look = refused?.address === undefined ? await askWorkspace(place) : refused;
  if (look === 'letIn') {
    say(vscode.l10n.t('The firewall of workspace {0} lets this computer’s address in already.', workspaceName));
    return;
  }
  if (!publicNetworkAccess) await confirmWithoutEffect(workspaceName);
  const title = vscode.l10n.t('Add my IP address to the firewall of workspace {0}', workspaceName);
  const seen = look === 'unknown' ? undefined : look.address;
  const address =
    seen ??
    (await askAddress(
      title,
      vscode.l10n.t('Azure did not tell your address. Enter it as others on the internet see it.'),
    ));
  const rules = await readRules(place, new AbortController().signal);
  const covering = ruleFor(rules, address);
  if (covering) {
    const known = vscode.l10n.t(
      'Firewall rule {0} is there for {1} already. {2}',
      covering.name,
      address,
      untilItWorks(),
    );
    await waitForFirewall(model, place, address, known);
    return;
  }
  const names = rules.map(({ name }) => name);
  const ruleName = await askRuleName(
    {
      title,
      prompt: seen
        ? vscode.l10n.t('Name of the rule for {0}, your address as Azure sees it', address)
        : vscode.l10n.t('Name of the rule for {0}', address),
      value: ownRuleName(new Date(), names),
    },
    names,
  );
  const number = parseIpv4(address);
  if (number === undefined) return;
  const made = await writeRule(model, place, {
    ruleName,
    range: { first: number, last: number },
    title: vscode.l10n.t('Add firewall rule {0} for {1}', ruleName, address),
    progress: vscode.l10n.t('Adding firewall rule {0} for {1}', ruleName, address),
  });
  if (!made) return;
  const news = vscode.l10n.t('Firewall rule {0} is there. {1}', ruleName, untilItWorks());
  await waitForFirewall(model, place, address, news);
}

function askWorkspace(place: InWorkspace) {
  const title = vscode.l10n.t('Asking workspace {0} which address it sees', place.workspace.workspaceName);
  return withProgress(title, (signal) => lookAtFirewall(place, signal));
}

async function confirmWithoutEffect(workspaceName: string): Promise<void> {
  await confirm({
    message: vscode.l10n.t('Add a rule to the firewall of workspace “{0}”?', workspaceName),
    detail: vscode.l10n.t(
      'Public network access of this workspace is off: only private endpoints lead to it, and firewall rules have no effect until it is on.',
    ),
    action: vscode.l10n.t('Add anyway'),
  });
}

/** A rule that covers the address and stands, or will stand in a moment. */
function ruleFor(rules: readonly FirewallRule[], address: string): FirewallRule | undefined {
  const number = parseIpv4(address);
  if (number === undefined) return undefined;
  return rules.find((rule) => {
    const range = rangeOf(rule);
    const stands = !isBroken(rule) && (!isChanging(rule) || rule.state === 'Provisioning');
    return range !== undefined && stands && covers(range, number);
  });
}

function say(message: string): void {
  void vscode.window.showInformationMessage(plainText(message));
}
