import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '../../../../platform/pages/browser/dataGrid.ts';
import type { GridModel } from '../../../../platform/pages/browser/gridModel.ts';
import { workspaceCautions, workspaceField } from '../../publishing/browser/workspaceField.ts';
import { tidyFolder } from '../../publishing/words.ts';
import type { RowView } from '../contract.ts';
import type { FolderTexts } from '../folderTexts.ts';
import type { FolderModel } from './folderModel.ts';
import { runPart } from './folderRunView.ts';

export type Text = (key: keyof FolderTexts, ...values: readonly (string | number)[]) => string;

/** The whole page. */
export function folderView(model: FolderModel, text: Text): TemplateResult {
  return html`<h1>${text('title')}</h1>
    <p class="quiet">${text('source', model.folder)}</p>
    <div class="fields">
      ${workspaceField({
        workspaces: model.workspaces,
        workspace: model.workspace,
        disabled: model.isGoing,
        text,
        choose: (workspace) => {
          model.choosePlace({ workspace });
        },
        open: (link) => void model.act(() => model.client.ask('open', link)),
        readAgain: () => void model.readWorkspaces(),
      })}
      ${belowField(model, text)}
    </div>
    ${workspaceCautions(model.workspace, model.plan.value?.mayWrite, text)} ${planPart(model, text)}`;
}

function belowField(model: FolderModel, text: Text): TemplateResult {
  return html`<div class="field">
    <label for="below">${text('below')}</label>
    <input
      id="below"
      type="text"
      list="folders"
      spellcheck="false"
      autocomplete="off"
      aria-describedby="below-help"
      ?disabled=${model.isGoing}
      .value=${live(model.form.below)}
      @change=${(event: Event) => {
        model.choosePlace({ below: tidyFolder((event.target as HTMLInputElement).value) });
      }}
    />
    <p class="help" id="below-help">${text('belowHelp')}</p>
  </div>`;
}

function planPart(model: FolderModel, text: Text): TemplateResult | typeof nothing {
  const { plan, workspace } = model;
  if (plan.problem !== undefined) {
    return html`<div class="note problem" role="alert">
      <p>${plan.problem}</p>
      <p>${again(model, text)}</p>
    </div>`;
  }
  if (plan.going) {
    const words = model.filesRead === 0 ? text('planning') : text('reading', model.filesRead);
    return html`<p role="status">${words}</p>`;
  }
  if (!plan.value || !workspace) return nothing;
  const { rows } = model;
  const count = (action: RowView['action']): number => rows.filter((row) => row.action === action).length;
  const files = rows.length - count('remove');
  return html`<h2 id="plan">${text('plan')}</h2>
    <p role="status">
      ${
        files === 0
          ? text('noFiles')
          : text('summary', count('create'), count('change'), count('remove'), count('unchanged'), count('refused'))
      }
      ${
        files > 0 && model.open.length === 0 && model.run.state === 'idle' && count('refused') === 0
          ? html`<br /><strong>${text('nothingToDo')}</strong>`
          : nothing
      }
    </p>
    ${bar(model, text)}
    <data-grid
      .model=${gridModel(model, text)}
      @choose=${({ detail }: CustomEvent<{ keys: readonly string[]; chosen: boolean }>) => {
        model.chooseRows(detail.keys, detail.chosen);
      }}
      @open=${({ detail }: CustomEvent<string>) => void model.act(() => model.client.ask('difference', detail))}
    ></data-grid>
    ${runPart(model, text)}
    <p class="links">${again(model, text)}</p>`;
}

function again(model: FolderModel, text: Text): TemplateResult {
  return html`<button class="link" ?disabled=${model.isGoing} @click=${() => model.makePlan()}>
    ${text('makePlan')}
  </button>`;
}

function bar(model: FolderModel, text: Text): TemplateResult {
  const check = (label: string, checked: boolean, change: (checked: boolean) => void): TemplateResult =>
    html`<label class="check"
      ><input
        type="checkbox"
        ?disabled=${model.isGoing}
        .checked=${live(checked)}
        @change=${(event: Event) => {
          change((event.target as HTMLInputElement).checked);
        }}
      />${label}</label
    >`;
  return html`<div class="bar">
    <div class="field">
      <label for="filter">${text('filter')}</label>
      <input
        id="filter"
        type="text"
        autocomplete="off"
        placeholder=${text('filterPlaceholder')}
        .value=${live(model.filter)}
        @input=${(event: Event) => {
          model.show({ filter: (event.target as HTMLInputElement).value });
        }}
      />
    </div>
    ${check(text('showUnchanged'), model.showUnchanged, (showUnchanged) => {
      model.show({ showUnchanged });
    })}
    ${
      model.extras === 0
        ? nothing
        : check(text('removeExtras', model.extras), model.form.removeExtras, (removeExtras) => {
            model.chooseExtras(removeExtras);
          })
    }
  </div>`;
}

function gridModel(model: FolderModel, text: Text): GridModel<RowView> {
  return {
    label: text('plan'),
    help: text('gridHelp'),
    rows: model.shown,
    keyOf: ({ key }) => key,
    isChosen: (row) => model.isChosen(row),
    canChoose: (row) => model.canChoose(row),
    chosenLabel: text('columnChosen'),
    chooseAllLabel: text('chooseAll'),
    columns: [
      { id: 'action', label: text('columnAction'), width: '8em', text: (row) => stateOf(row, text), tone },
      { id: 'name', label: text('columnName'), share: 3, text: ({ name }) => name },
      { id: 'folder', label: text('columnFolder'), share: 2, text: ({ folder }) => folder || text('top') },
      { id: 'file', label: text('columnFile'), share: 3, text: ({ file = '' }) => file },
      {
        id: 'details',
        label: text('columnDetails'),
        share: 4,
        text: ({ reasons, words }) => words ?? reasons.join('; '),
      },
    ],
  };
}

/** What would be done with a row; once it is tried, how far it is. */
function stateOf({ action, state }: RowView, text: Text): string {
  return state === 'planned' ? text(`action_${action}`) : text(`state_${state}`);
}

function tone({ action, state }: RowView): string {
  if (state === 'failed' || action === 'refused') return 'bad';
  if (state === 'done') return 'good';
  return action === 'unchanged' || state === 'notSent' ? 'quiet' : '';
}
