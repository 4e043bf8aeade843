import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import type { PublishLink } from '../contract.ts';
import type { PublishTexts } from '../publishTexts.ts';
import type { PublishModel } from './publishModel.ts';
import type { Text } from './publishView.ts';

const linkTexts: Readonly<Record<PublishLink, keyof PublishTexts>> = {
  script: 'openScript',
  studio: 'openStudio',
  log: 'showLog',
  signIn: 'signIn',
  sample: 'openSample',
};

/** How publishing goes, or went: progress with Cancel, links, or the reason with what helps. Read out as it changes. */
export function outcome(model: PublishModel, text: Text): TemplateResult {
  return html`<div aria-live="polite" id="outcome">${state(model, text)}${problem(model)}</div>`;
}

function state(model: PublishModel, text: Text): TemplateResult | typeof nothing {
  const { publishing } = model;
  switch (publishing.state) {
    case 'idle':
      return nothing;
    case 'going':
      return html`<div class="note">
        <p class="going">
          <vscode-progress-ring aria-label=${text('publishing')}></vscode-progress-ring>
          <span>${publishing.words}</span>
        </p>
        ${publishing.accepted ? html`<p class="quiet">${text('goesOn')}</p>` : nothing}
        <p>
          <vscode-button id="stop" secondary @click=${() => model.act(() => model.client.ask('stop', null))}
            >${text('stop')}</vscode-button
          >
        </p>
      </div>`;
    case 'done':
      return html`<div class="note success">
        <p><strong>${publishing.words}</strong></p>
        <p class="links">${publishing.links.map((link) => linkButton(model, link, text))}</p>
      </div>`;
    case 'failed':
      return html`<div class="note problem">
        <p><strong>${publishing.words}</strong></p>
        <p class="links">
          ${publishing.remedies.map(
            (remedy) =>
              html`<button class="link" @click=${() => model.act(() => model.client.ask('remedy', remedy))}>
                ${remedy}
              </button>`,
          )}
          ${linkButton(model, 'log', text)}
        </p>
      </div>`;
  }
}

function linkButton(model: PublishModel, link: PublishLink, text: Text): TemplateResult {
  return html`<button class="link" @click=${() => model.act(() => model.client.ask('open', link))}>
    ${text(linkTexts[link])}
  </button>`;
}

function problem({ problem: words }: PublishModel): TemplateResult | typeof nothing {
  return words === undefined ? nothing : html`<div class="note problem"><p>${words}</p></div>`;
}
