import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';

export interface ComboOption {
  readonly value: string;
  readonly label: string;
  /** A second line. */
  readonly detail?: string;
}

/** Options drawn at once: whoever has more of them types on. */
const MOST_SHOWN = 100;

/**
 * A text field with suggestions, as the ARIA pattern for an editable combobox has it: arrows move, Enter and Tab take,
 * Escape closes. With `free`, what is typed counts as it is; without, only an option does. It draws into the page itself,
 * so that a label finds its field. With `remote`, somebody else finds what fits: it fires `typed` with the text as `detail`,
 * shows the options that it is then given, and begins anew when one was taken. Fires `take` with the value as `detail`
 * (not `change`, which its input fires as well when it is left).
 */
export class ComboBox extends LitElement {
  static override properties: PropertyDeclarations = {
    fieldId: {},
    value: {},
    options: { attribute: false },
    free: { type: Boolean },
    remote: { type: Boolean },
    placeholder: {},
    describedBy: {},
    disabled: { type: Boolean },
    empty: {},
    text: { state: true },
    open: { state: true },
    active: { state: true },
  };
  /** Of the input, for its label. */
  declare fieldId: string;
  declare value: string;
  declare options: readonly ComboOption[];
  declare free: boolean;
  declare remote: boolean;
  declare placeholder: string;
  declare describedBy: string;
  declare disabled: boolean;
  /** Said when nothing fits what was typed. */
  declare empty: string;
  /** What was typed since the value was last taken; undefined shows the value. */
  declare text: string | undefined;
  declare open: boolean;
  declare active: number;

  constructor() {
    super();
    this.fieldId = '';
    this.value = '';
    this.options = [];
    this.free = false;
    this.remote = false;
    this.placeholder = '';
    this.describedBy = '';
    this.disabled = false;
    this.empty = '';
    this.open = false;
    this.active = -1;
  }

  override createRenderRoot(): this {
    return this;
  }

  override render(): TemplateResult {
    const listId = `${this.fieldId}-list`;
    const shown = this.#shown();
    return html`<input
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        id=${this.fieldId}
        aria-autocomplete="list"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-controls=${this.open ? listId : nothing}
        aria-activedescendant=${this.open && this.active >= 0 ? `${listId}-${this.active}` : nothing}
        aria-describedby=${this.describedBy || nothing}
        placeholder=${this.placeholder || nothing}
        ?disabled=${this.disabled}
        .value=${this.text ?? this.#labelOf(this.value)}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
        @click=${this.#show}
        @blur=${this.#onBlur}
      />${this.open && (shown.length > 0 || this.empty !== '') ? this.#list(listId, shown) : nothing}`;
  }

  override updated(): void {
    this.querySelector('li.active')?.scrollIntoView({ block: 'nearest' });
  }

  #list(id: string, shown: readonly ComboOption[]): TemplateResult {
    if (shown.length === 0)
      return html`<ul role="listbox" id=${id} aria-labelledby=${this.fieldId}>
        <li role="option" aria-disabled="true" aria-selected="false">${this.empty}</li>
      </ul>`;
    return html`<ul role="listbox" id=${id} aria-labelledby=${this.fieldId} @mousedown=${keepFocusInField}>
      ${shown.map(
        ({ value, label, detail }, index) =>
          html`<li
            role="option"
            id=${`${id}-${index}`}
            class=${index === this.active ? 'active' : ''}
            aria-selected=${index === this.active ? 'true' : 'false'}
            @click=${() => {
              this.#take(value);
            }}
          >
            ${label}${detail === undefined ? nothing : html`<small>${detail}</small>`}
          </li>`,
      )}
    </ul>`;
  }

  #shown(): ComboOption[] {
    if (this.remote) return this.options.slice(0, MOST_SHOWN);
    const words = (this.text ?? '').toLowerCase().split(/\s+/u);
    return this.options
      .filter(({ label, detail = '' }) => {
        const text = `${label} ${detail}`.toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .slice(0, MOST_SHOWN);
  }

  #labelOf(value: string): string {
    return this.options.find((option) => option.value === value)?.label ?? value;
  }

  readonly #onInput = ({ target }: Event): void => {
    this.text = (target as HTMLInputElement).value;
    this.open = true;
    // What is typed freely is not replaced by a suggestion unless somebody goes to it.
    this.active = this.free ? -1 : 0;
    if (this.free) this.#tell(this.text);
    if (this.remote) this.dispatchEvent(new CustomEvent('typed', { detail: this.text }));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { key, altKey } = event;
    const last = this.#shown().length - 1;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!this.open) this.#show();
      else if (!altKey) this.active = Math.max(0, Math.min(last, this.active + (key === 'ArrowDown' ? 1 : -1)));
    } else if (key === 'Enter' && this.open) {
      event.preventDefault();
      this.#takeActive();
    } else if (key === 'Tab' && this.open) {
      this.#takeActive();
    } else if (key === 'Escape' && this.open) {
      event.stopPropagation();
      this.#close();
    }
  };

  readonly #show = (): void => {
    if (this.disabled || this.open) return;
    this.open = true;
    this.active = this.#shown().findIndex(({ value }) => value === this.value);
  };

  readonly #onBlur = (): void => {
    this.#close();
  };

  #takeActive(): void {
    const option = this.#shown()[this.active];
    if (option) this.#take(option.value);
    else this.#close();
  }

  #take(value: string): void {
    this.#close();
    this.text = undefined;
    if (this.remote) this.dispatchEvent(new CustomEvent('take', { detail: value }));
    else this.#tell(value);
  }

  #tell(value: string): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('take', { detail: value }));
  }

  #close(): void {
    this.open = false;
    this.active = -1;
    // What was looked for elsewhere is still what the options are about.
    if (!this.remote) this.text = undefined;
  }
}

/** A click in the list must not take the focus away from the field, which would close the list before the click counts. */
function keepFocusInField(event: MouseEvent): void {
  event.preventDefault();
}

customElements.define('combo-box', ComboBox);
