import * as vscode from 'vscode';
import { onNode, onNodes } from '../../platform/commands/commandHandler.ts';
import type { RegisterFeature } from '../../platform/featureParts.ts';
import { addressRefusal } from '../../platform/errors/addressRefusal.ts';
import { ErrorKind } from '../../platform/tree/mechanismKinds.ts';
import { FirewallRuleKind, NetworkingKind, networkingContributions } from './contributions.ts';

/** The IP firewall's commands, and the way out of its refusals wherever an error shows. */
export const registerNetworking: RegisterFeature = ({ model, commands, picker, errors }) => {
  picker.ask({
    kind: FirewallRuleKind,
    placeholder: vscode.l10n.t('Select a firewall rule'),
    none: vscode.l10n.t('This workspace has no firewall rule in a state that allows it.'),
  });
  errors.offer({
    label: vscode.l10n.t('Add firewall rule…'),
    fits: (error) => addressRefusal(error) !== undefined,
    run: async (error) => {
      const { addForError } = await import('./addForError.ts');
      await addForError(model, error);
    },
  });
  return commands.register(networkingContributions, {
    'synapse.firewall.addMine': onNode(NetworkingKind, async ({ data }) => {
      const { addMyAddress } = await import('./addMyAddress.ts');
      await addMyAddress(model, data);
    }),
    'synapse.firewall.addRange': onNode(NetworkingKind, async ({ data }) => {
      const { addRange } = await import('./ruleCommands.ts');
      await addRange(model, data);
    }),
    'synapse.firewall.addForError': onNode(ErrorKind, async ({ data, entry }) => {
      const { addForError } = await import('./addForError.ts');
      await addForError(model, data.error, entry);
    }),
    'synapse.firewall.changeRange': onNode(FirewallRuleKind, async (target) => {
      const { changeRange } = await import('./ruleCommands.ts');
      await changeRange(model, target);
    }),
    'synapse.firewall.delete': onNodes(FirewallRuleKind, async (targets) => {
      const { deleteRules } = await import('./deleteRules.ts');
      await deleteRules({ model, errors }, targets);
    }),
    'synapse.firewall.copyRange': onNode(FirewallRuleKind, async (target) => {
      const { copyRange } = await import('./ruleCommands.ts');
      await copyRange(target);
    }),
  });
};
