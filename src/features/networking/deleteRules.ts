import * as vscode from 'vscode';
import type { Target, Targets } from '../../platform/commands/commandHandler.ts';
import { type Confirmation, confirm } from '../../platform/confirm.ts';
import { isCancellation } from '../../platform/errors/cancellation.ts';
import type { ErrorPresenter } from '../../platform/errors/errorPresenter.ts';
import { plainText } from '../../platform/plainText.ts';
import { withProgress } from '../../platform/progress.ts';
import type { TreeModel } from '../../platform/tree/treeModel.ts';
import type { InWorkspace } from '../explorer/public.ts';
import type { FirewallRule } from './firewallRule.ts';
import { deleteRule } from './firewallRules.ts';
import { rangeWords } from './ruleWords.ts';
import { refreshNetworking } from './treePlaces.ts';

interface DeletionParts {
  readonly model: TreeModel;
  readonly errors: ErrorPresenter;
}

type InRule = InWorkspace & { readonly rule: FirewallRule };

/** Deletes rules one after the other, for Azure changes one firewall at a time. One that fails does not keep the others. */
export async function deleteRules(parts: DeletionParts, { targets, leftOut }: Targets<InRule>): Promise<void> {
  const { model, errors } = parts;
  await confirm(
    deletion(
      targets,
      leftOut.map(({ label }) => label),
    ),
  );
  const deleted: string[] = [];
  const goingOn: string[] = [];
  const notBegun: string[] = [];
  const failures: { name: string; error: unknown }[] = [];
  const [first] = targets;
  const what =
    targets.length === 1 && first
      ? vscode.l10n.t('Deleting firewall rule {0}', first.data.rule.name)
      : vscode.l10n.t('Deleting {0} firewall rules', targets.length);
  await withProgress(what, async (signal, report) => {
    for (const target of targets) {
      const { data } = target;
      const { name } = data.rule;
      if (signal.aborted) {
        notBegun.push(name);
        continue;
      }
      const show = (): void => {
        refreshNetworking(model, data.workspace);
      };
      try {
        await deleteRule(data, data.rule, {
          signal,
          report: (message) => {
            report(targets.length === 1 ? message : `${name}: ${message}`);
          },
          show,
          again: () => deleteRules(parts, { targets: [target], leftOut: [] }),
        });
        deleted.push(name);
      } catch (error) {
        if (isCancellation(error)) goingOn.push(name);
        else failures.push({ name, error });
      } finally {
        show();
      }
    }
  });
  if (deleted.length > 0) say(deletedWords(deleted));
  if (goingOn.length > 0) say(vscode.l10n.t('Azure goes on deleting firewall rule {0}.', goingOn.join(', ')));
  if (notBegun.length > 0) say(vscode.l10n.t('Not deleted: {0}.', notBegun.join(', ')));
  for (const { name, error } of failures) {
    errors.show(vscode.l10n.t('Firewall rule {0} could not be deleted', name), error);
  }
}

function deletion(targets: readonly Target<InRule>[], leftOut: readonly string[]): Confirmation {
  const [first] = targets;
  const rules = targets.map(({ data }) =>
    vscode.l10n.t('{0} ({1}) of workspace {2}', data.rule.name, rangeWords(data.rule), data.workspace.workspaceName),
  );
  return {
    message:
      targets.length === 1 && first
        ? vscode.l10n.t(
            'Delete firewall rule “{0}” of workspace “{1}”?',
            first.data.rule.name,
            first.data.workspace.workspaceName,
          )
        : vscode.l10n.t('Delete {0} firewall rules?', targets.length),
    detail: [
      ...rules,
      vscode.l10n.t(
        'Addresses that no other rule covers are refused from then on. That takes about a minute, and connections that are open may go on.',
      ),
      ...(leftOut.length === 0 ? [] : [vscode.l10n.t('Left alone: {0}', leftOut.join(', '))]),
    ].join('\n'),
    action: vscode.l10n.t('Delete'),
  };
}

function deletedWords(names: readonly string[]): string {
  return names.length === 1
    ? vscode.l10n.t('Firewall rule {0} is deleted.', names.join(''))
    : vscode.l10n.t('Firewall rules are deleted: {0}.', names.join(', '));
}

function say(message: string): void {
  void vscode.window.showInformationMessage(plainText(message));
}
