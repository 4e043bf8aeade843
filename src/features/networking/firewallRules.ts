import * as vscode from 'vscode';
import { IpFirewallRules } from '../../api/synapse/ipFirewallRules.generated.ts';
import type { RunOptions } from '../../azure/restService.ts';
import { isCancellation } from '../../platform/errors/cancellation.ts';
import { formatIpv4, type Ipv4Range } from '../../platform/ipv4.ts';
import { OperationProgress } from '../../platform/operationProgress.ts';
import { plainText } from '../../platform/plainText.ts';
import { withProgress } from '../../platform/progress.ts';
import type { TreeModel } from '../../platform/tree/treeModel.ts';
import type { InWorkspace } from '../explorer/public.ts';
import { type FirewallRule, firewallRule } from './firewallRule.ts';
import { refreshNetworking } from './treePlaces.ts';

/** All rules of the workspace's firewall, as Azure Resource Manager tells them. */
export async function readRules({ connection, workspace }: InWorkspace, signal: AbortSignal): Promise<FirewallRule[]> {
  const rules: FirewallRule[] = [];
  for await (const page of connection.rest.pages(IpFirewallRules.listByWorkspace, workspace, { signal })) {
    rules.push(...page.items.map(firewallRule).filter((rule) => rule !== undefined));
  }
  return rules;
}

export interface RuleChange {
  readonly ruleName: string;
  readonly range: Ipv4Range;
  /** `Add firewall rule {0}`, for the account of changes. */
  readonly title: string;
  /** What is shown while it goes on. */
  readonly progress: string;
}

/**
 * Makes a rule or changes its range, and follows that to its end; "Networking" shows it from the moment that Azure has
 * taken it on.
 *
 * @returns false when the user has stopped waiting; Azure goes on then, and the user has been told so
 * @throws AzureError
 */
export async function writeRule(model: TreeModel, place: InWorkspace, change: RuleChange): Promise<boolean> {
  const { connection, workspace } = place;
  const { ruleName, range, title, progress } = change;
  const show = (): void => {
    refreshNetworking(model, workspace);
  };
  const body = { properties: { startIpAddress: formatIpv4(range.first), endIpAddress: formatIpv4(range.last) } };
  // The same PUT once more does no harm.
  const again = async (): Promise<void> => {
    await writeRule(model, place, change);
  };
  try {
    await withProgress(progress, async (signal, report) => {
      using told = new OperationProgress(1, report);
      await connection.rest.run(
        IpFirewallRules.createOrUpdate,
        { ...workspace, ruleName, body },
        { signal, about: { title, again }, ...following(told, ruleName, show) },
      );
    });
    return true;
  } catch (error) {
    if (!isCancellation(error)) throw error;
    const goesOn = vscode.l10n.t('Azure goes on with firewall rule {0}. The explorer follows it.', ruleName);
    void vscode.window.showInformationMessage(plainText(goesOn));
    return false;
  } finally {
    show();
  }
}

export interface RuleDeletion {
  readonly signal: AbortSignal;
  /** Told how it goes, in words. */
  readonly report: (message: string) => void;
  /** Called when the service has begun. */
  readonly show: () => void;
  /** Asks and deletes once more. */
  readonly again: () => Promise<void>;
}

/** Deletes a rule and follows that to its end. @throws AzureError, or the reason of the signal */
export async function deleteRule(
  { connection, workspace }: InWorkspace,
  rule: FirewallRule,
  { signal, report, show, again }: RuleDeletion,
): Promise<void> {
  using told = new OperationProgress(1, report);
  await connection.rest.run(
    IpFirewallRules.delete,
    { ...workspace, ruleName: rule.name },
    {
      signal,
      about: { title: vscode.l10n.t('Delete firewall rule {0}', rule.name), again },
      ...following(told, rule.name, show),
    },
  );
}

/** Tells how an operation goes, and shows the rows once when the service has begun. */
function following(
  told: OperationProgress,
  ruleName: string,
  show: () => void,
): Pick<RunOptions, 'onState' | 'onThrottled'> {
  let begun = false;
  return {
    onState: (state) => {
      told.state(state);
      if (!begun) show();
      begun = true;
    },
    onThrottled: ({ seconds }) => {
      told.wait(ruleName, seconds);
    },
  };
}
