import * as vscode from 'vscode';
import type { RegisterFeature } from '../../platform/featureParts.ts';
import { addressRefusal } from '../../platform/errors/addressRefusal.ts';
import { FirewallRuleKind, networkingContributions } from './contributions.ts';

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
  return commands.register(networkingContributions, async () =>
    (await import('./handlers.ts')).networkingHandlers({ model, errors }),
  );
};
