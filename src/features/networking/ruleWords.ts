import * as vscode from 'vscode';
import { addressCount, type Ipv4Range } from '../../platform/ipv4.ts';
import { breadthOf, type FirewallRule, isBroken, isChanging, rangeOf } from './firewallRule.ts';

/** `203.0.113.7`, or both ends. */
export function rangeWords({ start, end }: Pick<FirewallRule, 'start' | 'end'>): string {
  return start === end ? start : `${start}–${end}`;
}

/** The same for a clipboard: with a hyphen, as firewalls and scripts read ranges. */
export function rangeText({ start, end }: Pick<FirewallRule, 'start' | 'end'>): string {
  return start === end ? start : `${start}-${end}`;
}

/** What stands beside a rule's name: what is remarkable first, because a narrow view cuts the end off, then the range and the state. */
export function ruleWords(rule: FirewallRule): string[] {
  const range = rangeOf(rule);
  const remark = range && breadthWords(range);
  return [
    ...(remark === undefined ? [] : [remark]),
    rangeWords(rule),
    ...(rule.state !== undefined && (isChanging(rule) || isBroken(rule)) ? [rule.state] : []),
  ];
}

/** Calls a range out that lets in more than somebody's own addresses; undefined for others. */
export function breadthWords(range: Ipv4Range): string | undefined {
  switch (breadthOf(range)) {
    case 'everyone':
      return vscode.l10n.t('open to every address on the internet');
    case 'azureServices':
      return vscode.l10n.t('Azure services may connect');
    case 'wide':
      return vscode.l10n.t('wide open: {0} addresses', addressCount(range).toLocaleString(vscode.env.language));
    case 'narrow':
      return undefined;
  }
}

/** What a range that is called out means, for a question before it is made; undefined for others. */
export function breadthWarning(range: Ipv4Range): string | undefined {
  switch (breadthOf(range)) {
    case 'everyone':
      return vscode.l10n.t(
        'Every address on the internet may then reach the workspace’s development and SQL endpoints; only sign-ins and permissions protect it.',
      );
    case 'azureServices':
      return vscode.l10n.t(
        'The range 0.0.0.0 has a meaning of its own: whatever runs in Azure, also for other customers, may then reach the workspace’s endpoints.',
      );
    case 'wide':
      return vscode.l10n.t(
        '{0} addresses may then reach the workspace’s development and SQL endpoints. Few organisations have so many of their own.',
        addressCount(range).toLocaleString(vscode.env.language),
      );
    case 'narrow':
      return undefined;
  }
}

/** Said after every change: the operation ends long before the workspace goes by it. */
export function untilItWorks(): string {
  return vscode.l10n.t('It takes about a minute to work, at times a few.');
}
