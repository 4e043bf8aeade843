import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { RowView } from '../contract.ts';
import type { FolderModel } from './folderModel.ts';
import type { Text } from './folderView.ts';

/** What can be done with the plan, how it goes, and how it went. */
export function runPart(model: FolderModel, text: Text): TemplateResult {
  return html`${model.isGoing ? progress(model, text) : buttons(model, text)}
    <div aria-live="polite" id="outcome">${outcome(model, text)}</div>`;
}

function buttons(model: FolderModel, text: Text): TemplateResult {
  const { chosen, open } = model;
  const failed = model.inState('failed');
  const notSent = model.inState('notSent');
  return html`${model.needsConfirmation ? confirmation(model, text) : nothing}
    <div class="actions">
      ${
        open.length > 0 || model.run.state === 'idle'
          ? button(
              'apply',
              applyLabel(chosen, text),
              () => model.apply(chosen),
              chosen.length === 0 || !model.isConfirmed,
            )
          : nothing
      }
      ${failed.length > 0 ? retry(model, 'retry', text('retryFailed', failed.length), failed) : nothing}
      ${notSent.length > 0 ? retry(model, 'rest', text('publishRest', notSent.length), notSent) : nothing}
      ${open.length > 0 ? html`<span class="quiet">${text('chosen', chosen.length, open.length)}</span>` : nothing}
    </div>`;
}

function retry(model: FolderModel, id: string, label: string, rows: readonly RowView[]): TemplateResult {
  return button(id, label, () => model.apply(rows), !model.isConfirmed);
}

function button(id: string, label: string, run: () => Promise<void>, disabled: boolean): TemplateResult {
  return html`<vscode-button id=${id} ?disabled=${disabled} aria-disabled=${String(disabled)} @click=${run}
    >${label}</vscode-button
  >`;
}

function applyLabel(chosen: readonly RowView[], text: Text): string {
  const removals = chosen.filter(({ action }) => action === 'remove').length;
  const others = chosen.length - removals;
  if (removals > 0) return others > 0 ? text('applyAndRemove', others, removals) : text('remove', removals);
  return others === 1 ? text('applyOne') : text('apply', others);
}

/** Deleting is confirmed by typing, because a wrong workspace looks much like the right one. */
function confirmation(model: FolderModel, text: Text): TemplateResult {
  const removals = model.chosen.filter(({ action }) => action === 'remove').length;
  return html`<div class="field confirm">
    <label for="confirm">${text('confirmRemoval', model.workspace?.name ?? '', removals)}</label>
    <input
      id="confirm"
      type="text"
      autocomplete="off"
      spellcheck="false"
      .value=${live(model.confirmation)}
      @input=${(event: Event) => {
        model.show({ confirmation: (event.target as HTMLInputElement).value });
      }}
    />
  </div>`;
}

function progress(model: FolderModel, text: Text): TemplateResult {
  const done = model.inState('done').length;
  const failed = model.inState('failed').length;
  const tried = model.rows.filter(({ state }) => state !== 'planned').length;
  const ended = done + failed;
  return html`<div class="note">
    <p>
      <progress max=${tried} value=${ended} aria-label=${text('columnAction')}></progress>
    </p>
    <p>${failed === 0 ? text('progress', ended, tried) : text('progressFailed', ended, tried, failed)}</p>
    ${model.run.state === 'stopping' ? html`<p class="quiet">${text('stopping')}</p>` : nothing}
    <p>
      <vscode-button
        id="stop"
        secondary
        ?disabled=${model.run.state === 'stopping'}
        aria-disabled=${String(model.run.state === 'stopping')}
        @click=${() => model.act(() => model.client.ask('stop', null))}
        >${text('stop')}</vscode-button
      >
    </p>
  </div>`;
}

function outcome(model: FolderModel, text: Text): TemplateResult {
  const { run, problem } = model;
  const kind = model.inState('failed').length > 0 ? 'problem' : 'success';
  const link = (label: string, ask: () => Promise<unknown>): TemplateResult =>
    html`<button class="link" @click=${() => model.act(ask)}>${label}</button>`;
  return html`${
    run.state === 'ended' && run.words !== undefined
      ? html`<div class=${`note ${kind}`}>
          <p><strong>${run.words}</strong></p>
          <p class="links">
            ${run.remedies.map((remedy) => link(remedy, () => model.client.ask('remedy', remedy)))}
            ${link(text('report'), () => model.client.ask('report', null))}
            ${
              model.plan.value?.studio === true
                ? link(text('openStudio'), () => model.client.ask('open', 'studio'))
                : nothing
            }
            ${link(text('showLog'), () => model.client.ask('open', 'log'))}
          </p>
        </div>`
      : nothing
  }${problem === undefined ? nothing : html`<div class="note problem"><p>${problem}</p></div>`}`;
}
