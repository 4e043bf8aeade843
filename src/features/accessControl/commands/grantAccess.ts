import * as vscode from 'vscode';
import { runWizard, type WizardStep } from '../../../platform/azext/wizard.ts';
import type { Target } from '../../../platform/commands/commandHandler.ts';
import { confirm } from '../../../platform/confirm.ts';
import { plainText } from '../../../platform/plainText.ts';
import { withProgress } from '../../../platform/progress.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { untilItCounts } from '../explorer/words.ts';
import type { CompleteAssignment, Role } from '../model/access.ts';
import { accessOf } from '../roles/accessOf.ts';
import { rolesAt } from '../roles/plan/legalScopes.ts';
import { letsManage } from '../roles/plan/roleWarnings.ts';
import { parseScope } from '../roles/scope.ts';
import { scopeWords } from '../scopes.ts';
import { askPrincipal, type ChosenPrincipal } from './askPrincipal.ts';
import { scopeChoices } from './askScope.ts';
import { placeOf } from './accessTarget.ts';

/** Asks who gets which role where, as far as the row does not say it, and gives it. @throws CancellationError, AzureError */
export async function grantAccess({ data }: Target): Promise<void> {
  const { place, scope, roleId } = placeOf(data);
  const { workspaceName } = place.workspace;
  const where = scope === undefined ? workspaceName : scopeWords(scope, workspaceName);
  const title = vscode.l10n.t('Grant access to {0}', scope === undefined ? where : `${workspaceName}, ${where}`);
  const access = accessOf(place);
  const known = access.roles(new AbortController().signal);
  known.catch(() => undefined);

  const principal = await askPrincipal(place, title);
  const { roles } = await known;
  const draft: { role?: Role; scope?: string } = {};
  const role = roles.find(({ id }) => id === roleId);
  if (role) draft.role = role;
  if (scope !== undefined) draft.scope = scope;
  await runWizard(title, steps(place, draft, roles, role !== undefined, scope));
  if (!draft.role || draft.scope === undefined) throw new vscode.CancellationError();

  const wanted = {
    roleId: draft.role.id,
    principalId: principal.id,
    principalType: principal.type,
    scope: draft.scope,
  };
  const words = grantWords(principal.label, draft.role, scopeWords(draft.scope, workspaceName), workspaceName);
  await confirmManaging(wanted, roles, words.question, principal);
  const outcome = await withProgress(words.progress, () => access.add(wanted, words.title));
  const said = outcome === 'added' ? words.added : words.existed;
  void vscode.window.showInformationMessage(plainText(said));
}

function steps(
  place: InWorkspace,
  draft: { role?: Role; scope?: string },
  roles: readonly Role[],
  roleIsSet: boolean,
  scope: string | undefined,
): WizardStep[] {
  const kind = scope === undefined ? undefined : parseScope(scope)?.kind;
  const fitting = kind === undefined ? roles : rolesAt(roles, kind);
  return [
    {
      when: () => !roleIsSet,
      ask: async (ui) => {
        draft.role = await ui.choose({
          placeholder: vscode.l10n.t('Select a Synapse role'),
          choices: fitting.map((role) => ({
            label: role.name,
            ...(role.description !== '' && { detail: role.description }),
            value: role,
          })),
        });
      },
    },
    {
      when: () => scope === undefined,
      ask: async (ui) => {
        const { role } = draft;
        if (!role) return;
        const choices = await scopeChoices(place, role, new AbortController().signal);
        const placeholder = vscode.l10n.t('Where is {0} to hold?', role.name);
        draft.scope = await ui.choose({ placeholder, choices });
      },
    },
  ];
}

interface GrantWords {
  readonly question: string;
  readonly progress: string;
  /** Of the change, where it is accounted for. */
  readonly title: string;
  readonly added: string;
  readonly existed: string;
}

function grantWords(who: string, { name }: Role, where: string, workspaceName: string): GrantWords {
  return {
    question: vscode.l10n.t('Make “{0}” {1} of workspace “{2}” ({3})?', who, name, workspaceName, where),
    progress: vscode.l10n.t('Granting {0} to {1}', name, who),
    title: vscode.l10n.t('Grant {0} to {1} ({2})', name, who, where),
    added: [
      vscode.l10n.t('“{0}” has the role {1} now ({2}, workspace {3}).', who, name, where, workspaceName),
      untilItCounts(),
    ].join(' '),
    existed: vscode.l10n.t('“{0}” has the role {1} already ({2}, workspace {3}).', who, name, where, workspaceName),
  };
}

/** Who may give roles can give themselves every other one: that deserves a question. */
async function confirmManaging(
  wanted: CompleteAssignment,
  roles: readonly Role[],
  message: string,
  { detail }: ChosenPrincipal,
): Promise<void> {
  if (!letsManage(wanted, roles)) return;
  await confirm({
    message,
    detail: [detail, vscode.l10n.t('Whoever has this role can do everything there, and give and take access.')].join(
      '\n',
    ),
    action: vscode.l10n.t('Grant'),
  });
}
