import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';

export interface GridColumn<Row> {
  readonly id: string;
  readonly label: string;
  /** Share of the width that is left, as CSS `fr`; absent: as wide as `width` says. */
  readonly share?: number;
  /** As a CSS length. */
  readonly width?: string;
  readonly text: (row: Row) => string;
  /** Of the cell's text, for colours that a style sheet knows; never the only sign of a state. */
  readonly tone?: (row: Row) => string;
}

/** What the grid shows and may do with rows. */
export interface GridModel<Row> {
  readonly label: string;
  readonly help: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly isChosen: (row: Row) => boolean;
  /** Rows that can be chosen have a box. */
  readonly canChoose: (row: Row) => boolean;
  /** Of the column with the boxes. */
  readonly chosenLabel: string;
  readonly chooseAllLabel: string;
}

/** Rows that are drawn above and below of what is seen, so that scrolling shows no gap. */
const SPARE = 8;

/**
 * An ARIA grid of our own: thousands of rows stay smooth because only visible ones are drawn, and a screen reader still
 * hears how many there are. One stop for Tab; arrows, Page and Home/End move, Space chooses, Enter opens. Fires `choose`
 * (detail: keys and whether chosen) and `open` (detail: key).
 *
 * Styles are set as properties: the policy of the document forbids the attribute, also to lit's styleMap at first.
 */
export class DataGrid extends LitElement {
  static override properties: PropertyDeclarations = {
    model: { attribute: false },
    active: { state: true },
    top: { state: true },
    visible: { state: true },
    rowHeight: { state: true },
  };
  declare model: GridModel<unknown> | undefined;
  /** Index of the row that the keyboard is on. */
  declare active: number;
  /** Index of the first row that is seen, and how many are. */
  declare top: number;
  declare visible: number;
  /** In pixels, as it was drawn: the size of the font and the zoom decide. */
  declare rowHeight: number;
  readonly #sizes = new ResizeObserver(() => {
    this.#measure();
  });

  constructor() {
    super();
    this.active = 0;
    this.top = 0;
    this.visible = 30;
    this.rowHeight = 26;
  }

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  override updated(): void {
    this.#measure();
  }

  override render(): TemplateResult | typeof nothing {
    const { model } = this;
    if (!model) return nothing;
    const { rows, columns } = model;
    const active = Math.min(this.active, rows.length - 1);
    const first = Math.max(0, Math.min(this.top, rows.length - this.visible) - SPARE);
    const last = Math.min(rows.length, this.top + this.visible + SPARE);
    const grid = `2.2em ${columns.map(({ share, width }) => (share === undefined ? (width ?? 'auto') : `minmax(0, ${String(share)}fr)`)).join(' ')}`;
    return html`<p class="spoken" id="grid-help">${model.help}</p>
      <div
        class="grid"
        role="grid"
        tabindex="0"
        aria-label=${model.label}
        aria-describedby="grid-help"
        aria-multiselectable="true"
        aria-rowcount=${rows.length + 1}
        aria-colcount=${columns.length + 1}
        aria-activedescendant=${active >= first && active < last ? `row-${active}` : nothing}
        @keydown=${this.#onKey}
        @scroll=${this.#onScroll}
      >
        <div class="head" role="row" aria-rowindex="1" .style=${`grid-template-columns: ${grid}`}>
          <div role="columnheader" aria-colindex="1">${this.#allBox(model)}</div>
          ${columns.map(
            ({ label }, index) =>
              html`<div role="columnheader" aria-colindex=${index + 2} title=${label}>${label}</div>`,
          )}
        </div>
        <div class="room" role="presentation" .style=${`height: ${String(rows.length * this.rowHeight)}px`}>
          ${rows.slice(first, last).map((row, offset) => this.#row(model, row, first + offset, active, grid))}
        </div>
      </div>`;
  }

  #row(model: GridModel<unknown>, row: unknown, index: number, active: number, grid: string): TemplateResult {
    const key = model.keyOf(row);
    const can = model.canChoose(row);
    const chosen = can && model.isChosen(row);
    return html`<div
      id=${`row-${index}`}
      role="row"
      class=${index === active ? 'row active' : 'row'}
      aria-rowindex=${index + 2}
      aria-selected=${can ? String(chosen) : nothing}
      .style=${`grid-template-columns: ${grid}; top: ${String(index * this.rowHeight)}px`}
      @click=${() => {
        this.active = index;
      }}
      @dblclick=${() => {
        this.#open(key);
      }}
    >
      <div role="gridcell" aria-colindex="1" @click=${() => can && this.#choose([key], !chosen)}>
        ${can ? html`<span class=${chosen ? 'box on' : 'box'} aria-hidden="true"></span>` : nothing}
      </div>
      ${model.columns.map(({ text, tone }, column) => {
        const words = text(row);
        return html`<div role="gridcell" aria-colindex=${column + 2} class=${tone?.(row) ?? ''} title=${words}>
          ${words}
        </div>`;
      })}
    </div>`;
  }

  /** Chooses all rows that are shown, or none. */
  #allBox(model: GridModel<unknown>): TemplateResult {
    const choosable = model.rows.filter(model.canChoose);
    if (choosable.length === 0) return html`<span class="spoken">${model.chosenLabel}</span>`;
    const all = choosable.every(model.isChosen);
    return html`<input
      type="checkbox"
      tabindex="-1"
      aria-label=${model.chooseAllLabel}
      .checked=${all}
      @change=${() => {
        this.#choose(choosable.map(model.keyOf), !all);
      }}
    />`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { model } = this;
    if (!model || event.target !== event.currentTarget) return;
    const last = model.rows.length - 1;
    const page = Math.max(1, this.visible - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    const row = model.rows[this.active];
    if (to !== undefined) this.#moveTo(Math.max(0, Math.min(last, to)));
    else if (event.key === ' ' && row !== undefined) {
      if (model.canChoose(row)) this.#choose([model.keyOf(row)], !model.isChosen(row));
    } else if (event.key === 'Enter' && row !== undefined) this.#open(model.keyOf(row));
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      const choosable = model.rows.filter(model.canChoose);
      this.#choose(choosable.map(model.keyOf), !choosable.every(model.isChosen));
    } else return;
    event.preventDefault();
  };

  readonly #onScroll = ({ currentTarget }: Event): void => {
    this.top = Math.floor((currentTarget as HTMLElement).scrollTop / this.rowHeight);
  };

  #moveTo(index: number): void {
    this.active = index;
    const scroller = this.querySelector('.grid');
    if (!scroller) return;
    const head = this.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0;
    const above = index * this.rowHeight;
    const room = scroller.clientHeight - head;
    if (above < scroller.scrollTop) scroller.scrollTop = above;
    else if (above + this.rowHeight > scroller.scrollTop + room) scroller.scrollTop = above + this.rowHeight - room;
  }

  #measure(): void {
    const height = this.querySelector<HTMLElement>('.row')?.offsetHeight ?? 0;
    const room = this.querySelector('.grid')?.clientHeight ?? 0;
    if (height > 0) this.rowHeight = height;
    if (room > 0) this.visible = Math.ceil(room / this.rowHeight);
  }

  #choose(keys: readonly string[], chosen: boolean): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { keys, chosen } }));
  }

  #open(key: string): void {
    this.dispatchEvent(new CustomEvent('open', { detail: key }));
  }
}

customElements.define('data-grid', DataGrid);
