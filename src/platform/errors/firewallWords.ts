import * as vscode from 'vscode';
import type { AzureError } from '../../azure/azureError.ts';
import { addressRefusal, isPrivateEndpointRefusal } from './addressRefusal.ts';

/** Words for what a workspace's network settings, or the right to change them, refuse. Undefined for all other errors. */
export function firewallWords(error: AzureError): { summary: string; advice: string } | undefined {
  const refusal = addressRefusal(error);
  if (refusal) {
    return {
      summary:
        refusal.address === undefined
          ? vscode.l10n.t('The firewall does not let this computer’s address in.')
          : vscode.l10n.t('The firewall does not let {0} in.', refusal.address),
      advice: vscode.l10n.t(
        'The workspace lets in only addresses that a rule of its IP firewall covers. Add one, or ask for it; it takes about a minute to work.',
      ),
    };
  }
  if (isPrivateEndpointRefusal(error)) {
    return {
      summary: error.message,
      advice: vscode.l10n.t(
        'This workspace is reached through a private endpoint: connect from its network. A firewall rule does not help.',
      ),
    };
  }
  // The codes of Azure RBAC; what is missing is an Azure role, not one of Synapse.
  if (error.operation.startsWith('IpFirewallRules_') && /^(?:Linked)?AuthorizationFailed$/u.test(error.code ?? '')) {
    return {
      summary: error.message,
      advice: vscode.l10n.t(
        'Firewall rules are changed with the Azure role Owner or Contributor on the workspace, its resource group or its subscription. Synapse roles do not count here.',
      ),
    };
  }
  return undefined;
}
