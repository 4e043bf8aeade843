import * as vscode from 'vscode';
import type { FeatureParts } from '../../../platform/featureParts.ts';
import { FormDrafts } from '../../../platform/pages/formDrafts.ts';
import { PagePanels } from '../../../platform/pages/pagePanels.ts';
import * as z from 'zod/mini';
import type { InWorkspace } from '../../explorer/public.ts';
import { gapRemedies, gapWords } from '../people/gapWords.ts';
import type { AtScope } from '../public.ts';
import { parseScope } from '../roles/scope.ts';
import { addForm, draft, type InputOfRoles, type RolesContract, rolesContract } from './contract.ts';
import { rolesPageType } from './contributions.ts';
import type { KeptRoles } from './desk/deskParts.ts';
import { RolesDesk } from './desk/rolesDesk.ts';
import { RolesPlace } from './rolesPlace.ts';
import { RolesPageSession, showReport } from './rolesSession.ts';
import { rolesTexts } from './rolesTexts.ts';
import { rolesWords } from './rolesWords.ts';

type RolesPagesParts = Pick<FeatureParts, 'connections' | 'errors' | 'log'> & {
  readonly context: Pick<FeatureParts['context'], 'extensionUri' | 'workspaceState'>;
};

/** The pages of role assignments: one for each workspace, and one for each item of it. */
export class RolesPages implements vscode.Disposable {
  readonly #parts: RolesPagesParts;
  readonly #panels: PagePanels<RolesContract>;
  readonly #kept: FormDrafts<KeptRoles>;
  /** Desks that work on although their page was closed. */
  readonly #going = new Map<string, RolesDesk>();

  constructor(parts: RolesPagesParts) {
    this.#parts = parts;
    this.#kept = new FormDrafts<KeptRoles>(
      parts.context.workspaceState,
      'accessControl.roleDrafts',
      z.strictObject({ draft, form: addForm }),
    );
    this.#panels = new PagePanels<RolesContract>(
      { extensionUri: parts.context.extensionUri, errors: parts.errors },
      {
        viewType: rolesPageType,
        contract: rolesContract,
        file: 'rolesPage',
        icon: 'roles',
        texts: rolesTexts,
        titleOf: ({ name, item }) => vscode.l10n.t('Roles: {0}', item === undefined ? name : `${item.name} (${name})`),
        keyOf: keyOfInput,
        session: (input, page) => this.#session(input, page),
      },
    );
  }

  /** Opens the page of a workspace, or of the item that a node stands for. */
  show({ workspace, accessScope }: InWorkspace & Partial<AtScope>): void {
    const { id, workspaceName, tenantId, accountId } = workspace;
    const name = accessScope === undefined ? undefined : parseScope(accessScope)?.item;
    const item = accessScope === undefined || name === undefined ? undefined : { scope: accessScope, name };
    this.#panels.show({
      workspace: id,
      name: workspaceName,
      tenantId,
      ...(accountId !== undefined && { accountId }),
      ...(item && { item }),
    });
  }

  readonly restore = (panel: vscode.WebviewPanel, state: unknown): void => {
    this.#panels.restore(panel, state);
  };

  dispose(): void {
    this.#panels.dispose();
  }

  #session(input: InputOfRoles, page: ConstructorParameters<typeof RolesPageSession>[1]): RolesPageSession {
    const { connections, log } = this.#parts;
    const key = keyOfInput(input);
    const desk = this.#going.get(key) ?? this.#desk(input);
    this.#going.delete(key);
    const onClosed = (): void => {
      if (desk.run.isGoing) this.#workOn(key, desk, input.name);
      else desk.dispose();
    };
    const words = rolesWords(input.name);
    return new RolesPageSession({ desk, input, words, connections, log, onClosed }, page);
  }

  #desk(input: InputOfRoles): RolesDesk {
    const { connections, errors } = this.#parts;
    const key = keyOfInput(input);
    return new RolesDesk({
      input,
      place: new RolesPlace(connections, input).open,
      words: rolesWords(input.name),
      explain: (what, error) => errors.explain(what, error),
      explainGap: (gap) => {
        const { current } = connections;
        return { words: gapWords(gap), remedies: current ? gapRemedies(gap, current) : [] };
      },
      kept: this.#kept.of(key),
      keep: (kept) => this.#kept.keep(key, kept),
    });
  }

  /** What was begun is finished without its page, and its end is told where people look. */
  #workOn(key: string, desk: RolesDesk, workspaceName: string): void {
    this.#going.set(key, desk);
    desk.tell = (name) => {
      const { words = vscode.l10n.t('Nothing was sent.') } = desk.run.view;
      if (name !== 'run' || desk.run.isGoing) return;
      this.#going.delete(key);
      const report = vscode.l10n.t('Show report');
      void vscode.window
        .showInformationMessage(vscode.l10n.t('Role assignments of {0}. {1}', workspaceName, words), report)
        .then((answer) => (answer === report ? showReport(desk, workspaceName) : undefined));
      desk.dispose();
    };
  }
}

function keyOfInput({ workspace, tenantId, accountId, item }: InputOfRoles): string {
  return JSON.stringify([workspace.toLowerCase(), tenantId, accountId, item?.scope.toLowerCase()]);
}
