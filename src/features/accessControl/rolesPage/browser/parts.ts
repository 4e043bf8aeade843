import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { RolesTexts } from '../rolesTexts.ts';

export type Text = (key: keyof RolesTexts, ...values: readonly (string | number)[]) => string;

export interface ButtonOptions {
  readonly disabled?: boolean;
  readonly secondary?: boolean;
  /** For one that opens and closes a part of the page. */
  readonly expanded?: boolean;
}

export function button(
  id: string,
  label: string,
  press: () => unknown,
  { disabled = false, secondary = false, expanded }: ButtonOptions = {},
): TemplateResult {
  return html`<vscode-button
    id=${id}
    ?secondary=${secondary}
    ?disabled=${disabled}
    aria-disabled=${String(disabled)}
    aria-expanded=${expanded === undefined ? nothing : String(expanded)}
    @click=${press}
    >${label}</vscode-button
  >`;
}

/** A button that reads like a link. */
export function link(label: string, press: () => unknown): TemplateResult {
  return html`<button class="link" @click=${press}>${label}</button>`;
}

export function checkBox(
  label: string,
  checked: boolean,
  change: (checked: boolean) => void,
  { disabled = false, title = '' }: { readonly disabled?: boolean; readonly title?: string } = {},
): TemplateResult {
  return html`<label class="check" title=${title || nothing}
    ><input
      type="checkbox"
      ?disabled=${disabled}
      .checked=${live(checked)}
      @change=${(event: Event) => {
        change((event.target as HTMLInputElement).checked);
      }}
    /><span>${label}</span></label
  >`;
}

export function textField(
  id: string,
  label: string,
  value: string,
  change: (value: string) => void,
  placeholder = '',
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type="text"
      autocomplete="off"
      spellcheck="false"
      placeholder=${placeholder || nothing}
      .value=${live(value)}
      @input=${(event: Event) => {
        change((event.target as HTMLInputElement).value);
      }}
    />
  </div>`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function selectField(
  id: string,
  label: string,
  choices: readonly Choice[],
  value: string,
  change: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      .value=${live(value)}
      @change=${(event: Event) => {
        change((event.target as HTMLSelectElement).value);
      }}
    >
      ${choices.map(
        (choice) => html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`,
      )}
    </select>
  </div>`;
}

/** The types of principals, as a person may be asked to choose one. */
export function typeChoices(text: Text): Choice[] {
  return [
    { value: '', label: text('chooseTypePlaceholder') },
    { value: 'User', label: text('type_User') },
    { value: 'Group', label: text('type_Group') },
    { value: 'ServicePrincipal', label: text('type_ServicePrincipal') },
  ];
}

export function typeWords(type: string | undefined, text: Text): string {
  if (type === undefined) return text('type_unknown');
  return type === 'User' || type === 'Group' || type === 'ServicePrincipal' ? text(`type_${type}`) : type;
}

/** Something that opens above the table; Escape closes it. */
export function panel(
  id: string,
  title: string,
  content: TemplateResult,
  { text, close }: { readonly text: Text; readonly close: () => void },
): TemplateResult {
  return html`<section
    class="panel"
    id="panel"
    aria-labelledby=${`${id}-title`}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    }}
  >
    <h2 id=${`${id}-title`}>${title}</h2>
    ${content}
    <p class="links">${link(text('close'), close)}</p>
  </section>`;
}
