import { onNode, onNodes } from '../../platform/commands/commandHandler.ts';
import type { HandlersOf } from '../../platform/commands/commands.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { ErrorKind } from '../../platform/tree/mechanismKinds.ts';
import { addForError } from './addForError.ts';
import { addMyAddress } from './addMyAddress.ts';
import { FirewallRuleKind, type networkingContributions, NetworkingKind } from './contributions.ts';
import { deleteRules } from './deleteRules.ts';
import { addRange, changeRange, copyRange } from './ruleCommands.ts';

export function networkingHandlers({
  model,
  errors,
}: Pick<FeatureParts, 'model' | 'errors'>): HandlersOf<typeof networkingContributions> {
  return {
    'synapse.firewall.addMine': onNode(NetworkingKind, ({ data }) => addMyAddress(model, data)),
    'synapse.firewall.addRange': onNode(NetworkingKind, ({ data }) => addRange(model, data)),
    'synapse.firewall.addForError': onNode(ErrorKind, ({ data, entry }) => addForError(model, data.error, entry)),
    'synapse.firewall.changeRange': onNode(FirewallRuleKind, (target) => changeRange(model, target)),
    'synapse.firewall.delete': onNodes(FirewallRuleKind, (targets) => deleteRules({ model, errors }, targets)),
    'synapse.firewall.copyRange': onNode(FirewallRuleKind, (target) => copyRange(target)),
  };
}
