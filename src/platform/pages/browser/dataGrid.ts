import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { gridHead, sortedBy } from './gridHead.ts';
import { gridKey } from './gridKey.ts';
import type { GridModel } from './gridModel.ts';
import { gridRow } from './gridRow.ts';

/** Rows that are drawn above and below of what is seen, so that scrolling shows no gap. */
const SPARE = 8;

/**
 * An ARIA grid of our own: thousands of rows stay smooth because only visible ones are drawn, and a screen reader still
 * hears how many there are. One stop for Tab; arrows, Page and Home/End move, Space chooses, Enter opens. Fires `choose`
 * (detail: keys and whether chosen) and `open` (detail: key). Where rows can be sorted, the header is one row up from the
 * first; it fires `sort` (detail: the order asked for). Where they stand in groups, it is a tree grid of two levels, and
 * fires `toggle` (detail: the group's key and whether it is to be open). Where it is narrow, as in a page at 200 %, a row
 * takes several lines, two columns in each, so that nothing has to be scrolled aside.
 *
 * Styles are set as properties: the policy of the document forbids the attribute, also to lit's styleMap at first.
 */
export class DataGrid extends LitElement {
  static override properties: PropertyDeclarations = {
    gridId: {},
    model: { attribute: false },
    active: { state: true },
    headColumn: { state: true },
    top: { state: true },
    visible: { state: true },
    rowHeight: { state: true },
  };
  /** Begins the ids of its elements; each grid of a page needs one of its own. */
  declare gridId: string;
  declare model: GridModel<unknown> | undefined;
  /** Index of the row that the keyboard is on. */
  declare active: number;
  /** Index of the header that the keyboard is on, the column of boxes being the first; undefined: on a row. */
  declare headColumn: number | undefined;
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
    this.gridId = 'grid';
    this.active = 0;
    this.headColumn = undefined;
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

  /** The keyboard stays on its row when others come, go, or change places. */
  override willUpdate(changed: PropertyValues<this>): void {
    const before: unknown = changed.get('model');
    const { model, active } = this;
    if (!model || before === undefined) return;
    const { rows, keyOf } = before as GridModel<unknown>;
    const row = rows[active];
    if (rows === model.rows || row === undefined || active === 0) return;
    const key = keyOf(row);
    const now = model.rows[active];
    if (now !== undefined && model.keyOf(now) === key) return;
    const index = model.rows.findIndex((each) => model.keyOf(each) === key);
    this.active = index === -1 ? Math.max(0, Math.min(active, model.rows.length - 1)) : index;
  }

  override updated(changed: PropertyValues<this>): void {
    const scroller = this.querySelector('.grid');
    // Rows that are higher or lower now, in a narrower page, stay in sight.
    if (scroller && changed.has('rowHeight')) scroller.scrollTop = this.top * this.rowHeight;
    this.#measure();
  }

  override render(): TemplateResult | typeof nothing {
    const { model, gridId: id, headColumn } = this;
    if (!model) return nothing;
    const { rows, columns } = model;
    const active = Math.min(this.active, rows.length - 1);
    const first = Math.max(0, Math.min(this.top, rows.length - this.visible) - SPARE);
    const last = Math.min(rows.length, this.top + this.visible + SPARE);
    const widths = columns.map(({ share, width = 'auto' }) =>
      share === undefined ? width : `minmax(6em, ${String(share)}fr)`,
    );
    const grid = `--columns: 2.2em ${widths.join(' ')}; --lines: ${String(Math.ceil(columns.length / 2))}`;
    const activeRow = active >= first && active < last ? `${id}-row-${active}` : nothing;
    return html`<p class="spoken" id=${`${id}-help`}>${model.help}</p>
      <div
        class="grid"
        role=${model.groupOf ? 'treegrid' : 'grid'}
        tabindex="0"
        aria-label=${model.label}
        aria-describedby=${`${id}-help`}
        aria-multiselectable="true"
        aria-rowcount=${rows.length + 1}
        aria-colcount=${columns.length + 1}
        aria-activedescendant=${headColumn === undefined ? activeRow : `${id}-head-${headColumn}`}
        @keydown=${this.#onKey}
        @scroll=${this.#onScroll}
      >
        ${gridHead(model, {
          id,
          grid,
          active: headColumn,
          chooseAll: () => {
            this.#chooseAll();
          },
          sort: (column) => {
            this.#sort(column);
          },
        })}
        <div class="room" role="presentation" .style=${`height: ${String(rows.length * this.rowHeight)}px`}>
          ${rows.slice(first, last).map((row, offset) => this.#row(row, first + offset, active, grid))}
        </div>
      </div>`;
  }

  #row(row: unknown, index: number, active: number, grid: string): TemplateResult | typeof nothing {
    const { model } = this;
    if (!model) return nothing;
    return gridRow(model, row, {
      id: this.gridId,
      index,
      isActive: index === active && this.headColumn === undefined,
      style: `${grid}; top: ${String(index * this.rowHeight)}px`,
      goTo: () => {
        this.active = index;
        this.headColumn = undefined;
      },
      choose: (chosen) => {
        this.#tell('choose', { keys: [model.keyOf(row)], chosen });
      },
      open: () => {
        this.#open(row);
      },
    });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { model } = this;
    if (!model || event.target !== event.currentTarget) return;
    const { active, headColumn } = this;
    const row = model.rows[active];
    const step = gridKey(event, model, { active, headColumn, page: Math.max(1, this.visible - 1) });
    if (step === undefined) return;
    event.preventDefault();
    this.headColumn = step.headColumn;
    if (step.active !== undefined) this.#moveTo(step.active);
    void this.#bringIntoSight();
    if (step.act === 'chooseAll') this.#chooseAll();
    else if (step.act === 'sort') this.#sort(model.columns[(headColumn ?? 0) - 1]?.id ?? '');
    else if (row === undefined) return;
    else if (step.act === 'choose') {
      if (model.canChoose(row)) this.#tell('choose', { keys: [model.keyOf(row)], chosen: !model.isChosen(row) });
    } else if (step.act === 'open') this.#open(row);
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

  /** In a window that is lower than the grid, the page has to be scrolled as well. */
  async #bringIntoSight(): Promise<void> {
    await this.updateComplete;
    this.querySelector(this.headColumn === undefined ? '.row.active' : '.head')?.scrollIntoView({ block: 'nearest' });
  }

  #measure(): void {
    // As high as a row, whatever the row shows that the keyboard is on.
    const height = this.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0;
    const room = this.querySelector('.grid')?.clientHeight ?? 0;
    if (height > 0) this.rowHeight = height;
    if (room > 0) this.visible = Math.ceil(room / this.rowHeight);
  }

  /** Chooses all rows that are shown, or none. */
  #chooseAll(): void {
    const { rows = [], canChoose = () => false, isChosen = () => false, keyOf = String } = this.model ?? {};
    const choosable = rows.filter(canChoose);
    this.#tell('choose', { keys: choosable.map(keyOf), chosen: !choosable.every(isChosen) });
  }

  #sort(column: string): void {
    const { sort } = this.model ?? {};
    if (sort) this.#tell('sort', sortedBy(sort, column));
  }

  #open(row: unknown): void {
    const { model } = this;
    const group = model?.groupOf?.(row);
    const key = model?.keyOf(row);
    if (group) this.#tell('toggle', { key, open: !group.open });
    else this.#tell('open', key);
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('data-grid', DataGrid);
