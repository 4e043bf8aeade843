import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { workspaceCautions, workspaceField } from '../../publishing/browser/workspaceField.ts';
import { forbids, nameRemark, type NameRemark } from '../publishForm.ts';
import type { PublishTexts } from '../publishTexts.ts';
import type { PublishModel } from './publishModel.ts';
import { outcome } from './publishOutcome.ts';

/** The serverless pool's own name, in every language. */
const builtIn = 'Built-in';

export type Text = (key: keyof PublishTexts, ...values: readonly (string | number)[]) => string;

const remarks: Readonly<Record<NameRemark, keyof PublishTexts>> = {
  empty: 'nameEmpty',
  dots: 'nameDots',
  control: 'nameControl',
  long: 'nameLong',
  unusual: 'nameUnusual',
};

/** The whole page. */
export function publishView(model: PublishModel, text: Text): TemplateResult {
  return html`<h1>${text('title')}</h1>
    <p class="quiet">${text('source', model.source)}</p>
    ${workspaceField({
      workspaces: model.workspaces,
      workspace: model.workspace,
      text,
      choose: (workspace) => {
        model.choose({ workspace });
      },
      open: (link) => void model.act(() => model.client.ask('open', link)),
      readAgain: () => void model.readAgain(),
    })}
    ${workspaceCautions(model.workspace, model.look.value?.mayWrite, text)} ${nameField(model, text)}
    ${folderField(model, text)}
    <div class="fields">${poolField(model, text)} ${databaseField(model, text)}</div>
    ${descriptionField(model, text)} ${limitField(model, text)}
    <div class="outlook" role="status" id="outlook">${outlook(model, text)}</div>
    <div class="actions">
      <vscode-button
        id="publish"
        aria-describedby="outlook"
        ?disabled=${!model.canPublish}
        aria-disabled=${String(!model.canPublish)}
        @click=${() => model.act(() => model.client.ask('publish', model.form))}
        >${text('publish')}</vscode-button
      >
      <vscode-button
        secondary
        ?disabled=${model.look.value?.published === undefined}
        aria-disabled=${String(model.look.value?.published === undefined)}
        @click=${() => model.act(() => model.client.ask('difference', model.form))}
        >${text('difference')}</vscode-button
      >
    </div>
    ${outcome(model, text)}`;
}

function nameField(model: PublishModel, text: Text): TemplateResult {
  const remark = nameRemark(model.form.name);
  return html`<div class="field">
    <label for="name">${text('name')}</label>
    <input
      id="name"
      type="text"
      spellcheck="false"
      autocomplete="off"
      data-first-focus
      aria-invalid=${forbids(remark) ? 'true' : 'false'}
      aria-describedby="name-remark"
      .value=${live(model.form.name)}
      @input=${(event: Event) => {
        model.choose({ name: valueOf(event) });
      }}
    />
    <div id="name-remark" aria-live="polite">
      ${
        remark === undefined
          ? nothing
          : html`<p class=${forbids(remark) ? 'problem' : 'caution'}>${text(remarks[remark])}</p>`
      }
    </div>
  </div>`;
}

function folderField(model: PublishModel, text: Text): TemplateResult {
  return html`<div class="field">
    <label for="folder">${text('folder')}</label>
    <combo-box
      data-field="folder"
      free
      .fieldId=${'folder'}
      .value=${model.facts.folder}
      .options=${(model.look.value?.folders ?? []).map((folder) => ({ value: folder, label: folder }))}
      .describedBy=${'folder-help'}
      @take=${({ detail }: CustomEvent<string>) => {
        model.choose({ folder: detail });
      }}
    ></combo-box>
    <p class="help" id="folder-help">${text('folderHelp')}</p>
  </div>`;
}

function poolField(model: PublishModel, text: Text): TemplateResult {
  const pools = model.look.value?.pools ?? [];
  return html`<div class="field">
    <label for="pool">${text('pool')}</label>
    <combo-box
      data-field="pool"
      free
      .fieldId=${'pool'}
      .value=${model.facts.pool}
      .options=${[
        { value: builtIn, label: builtIn, detail: text('serverless') },
        ...pools.map((pool) => ({ value: pool, label: pool, detail: text('dedicated') })),
      ]}
      @take=${({ detail }: CustomEvent<string>) => {
        // A dedicated pool has one database, of its own name.
        model.choose(pools.includes(detail) ? { pool: detail, database: detail } : { pool: detail });
      }}
    ></combo-box>
  </div>`;
}

function databaseField(model: PublishModel, text: Text): TemplateResult {
  return html`<div class="field">
    <label for="database">${text('database')}</label>
    <input
      id="database"
      type="text"
      spellcheck="false"
      autocomplete="off"
      .value=${live(model.facts.database)}
      @input=${(event: Event) => {
        model.choose({ database: valueOf(event) });
      }}
    />
  </div>`;
}

function descriptionField(model: PublishModel, text: Text): TemplateResult {
  return html`<div class="field">
    <label for="description">${text('description')}</label>
    <textarea
      id="description"
      rows="3"
      .value=${live(model.facts.description)}
      @input=${(event: Event) => {
        model.choose({ description: valueOf(event) });
      }}
    ></textarea>
  </div>`;
}

function limitField(model: PublishModel, text: Text): TemplateResult {
  const { resultLimit } = model.facts;
  const all = resultLimit === -1;
  const wrong = !all && resultLimit !== undefined && resultLimit < 1;
  return html`<div class="field">
    <label for="limit">${text('resultLimit')}</label>
    <div class="rows">
      <input
        id="limit"
        type="number"
        min="1"
        step="1"
        ?disabled=${all}
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby="limit-remark"
        .value=${live(all || resultLimit === undefined ? '' : String(resultLimit))}
        @change=${(event: Event) => {
          model.choose({ resultLimit: Math.trunc(Number(valueOf(event))) || 0 });
        }}
      />
      <label class="check">
        <input
          type="checkbox"
          .checked=${live(all)}
          @change=${(event: Event) => {
            model.choose({ resultLimit: (event.target as HTMLInputElement).checked ? -1 : 5000 });
          }}
        />${text('allRows')}
      </label>
    </div>
    <div id="limit-remark" aria-live="polite">
      ${wrong ? html`<p class="problem">${text('rowsProblem')}</p>` : nothing}
    </div>
  </div>`;
}

/** What publishing would do. */
function outlook({ look, workspace, form, unchanged }: PublishModel, text: Text): TemplateResult | typeof nothing {
  if (look.problem !== undefined) return html`<p class="problem">${look.problem}</p>`;
  if (workspace === undefined || forbids(nameRemark(form.name))) return nothing;
  if (look.value === undefined || look.going) return html`<p>${text('looking')}</p>`;
  const { published } = look.value;
  if (published === undefined) return html`<p>${text('creates', form.name, workspace.name)}</p>`;
  if (unchanged) return html`<p>${text('unchanged', published.name, workspace.name)}</p>`;
  const key = published.sameText ? 'sameText' : published.sameEndings ? 'replaces' : 'onlyEndings';
  return html`<p><strong>${text(key, published.name, workspace.name)}</strong></p>
    <p class="quiet">${text('untouched')}</p>`;
}

function valueOf({ target }: Event): string {
  return (target as HTMLInputElement | HTMLTextAreaElement).value;
}
