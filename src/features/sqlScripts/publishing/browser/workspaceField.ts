import { html, nothing, type TemplateResult } from 'lit';
import '../../../../platform/pages/browser/comboBox.ts';
import type { WorkspaceChoice } from '../workspaceChoice.ts';
import type { Reading } from '../../../../platform/pages/browser/reading.ts';

/** The texts that both pages have. */
type TextKey =
  | 'workspace'
  | 'workspacePlaceholder'
  | 'loadingWorkspaces'
  | 'noWorkspace'
  | 'signIn'
  | 'openSample'
  | 'retry'
  | 'gitTitle'
  | 'gitWarning'
  | 'mayNotWrite';

export interface WorkspaceFieldOptions {
  readonly workspaces: Reading<readonly WorkspaceChoice[]>;
  readonly workspace: WorkspaceChoice | undefined;
  readonly disabled?: boolean;
  readonly text: (key: TextKey, ...values: readonly (string | number)[]) => string;
  readonly choose: (id: string) => void;
  readonly open: (link: 'signIn' | 'sample') => void;
  readonly readAgain: () => void;
}

/** The field that asks for the workspace. */
export function workspaceField(options: WorkspaceFieldOptions): TemplateResult {
  const { workspaces, workspace, disabled = false, text, choose } = options;
  const choices = (workspaces.value ?? []).map(({ id, name, where }) => ({ value: id, label: name, detail: where }));
  return html`<div class="field">
    <label for="workspace">${text('workspace')}</label>
    <combo-box
      .fieldId=${'workspace'}
      .value=${workspace?.id ?? ''}
      .options=${choices}
      .disabled=${disabled}
      .placeholder=${text(workspaces.going ? 'loadingWorkspaces' : 'workspacePlaceholder')}
      .empty=${text(workspaces.going ? 'loadingWorkspaces' : 'noWorkspace')}
      .describedBy=${'workspace-help'}
      @take=${({ detail }: CustomEvent<string>) => {
        choose(detail);
      }}
    ></combo-box>
    <p class="help" id="workspace-help">${workspace?.where ?? ''}</p>
    ${workspaces.problem === undefined ? nothing : problem(options, workspaces.problem)}
  </div>`;
}

/** What to know about a workspace before anything is published there. */
export function workspaceCautions(
  workspace: WorkspaceChoice | undefined,
  mayWrite: 'yes' | 'no' | 'unknown' | undefined,
  text: WorkspaceFieldOptions['text'],
): TemplateResult {
  const repository = workspace?.repository;
  return html`${
    repository === undefined
      ? nothing
      : html`<div class="note caution" role="note">
          <p><strong>${text('gitTitle', repository)}</strong></p>
          <p>${text('gitWarning')}</p>
        </div>`
  }${mayWrite === 'no' ? html`<div class="note problem" role="note"><p>${text('mayNotWrite')}</p></div>` : nothing}`;
}

function problem({ text, open, readAgain }: WorkspaceFieldOptions, words: string): TemplateResult {
  const link = (label: TextKey, run: () => void): TemplateResult =>
    html`<button class="link" @click=${run}>${text(label)}</button>`;
  return html`<div class="note problem" role="alert">
    <p>${words}</p>
    <p>
      ${link('signIn', () => {
        open('signIn');
      })}
      ·
      ${link('openSample', () => {
        open('sample');
      })}
      · ${link('retry', readAgain)}
    </p>
  </div>`;
}
