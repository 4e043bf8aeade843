import { html, nothing, type TemplateResult } from 'lit';
import type { GridModel, GridSort } from './gridModel.ts';

export interface GridHeadOptions {
  /** Of the grid. */
  readonly id: string;
  /** The style that sets the columns. */
  readonly grid: string;
  /** Index of the header that the keyboard is on. */
  readonly active: number | undefined;
  readonly chooseAll: () => void;
  readonly sort: (column: string) => void;
}

/** The row of headers, which stays in sight. */
export function gridHead(model: GridModel<unknown>, options: GridHeadOptions): TemplateResult {
  const { id, grid, active } = options;
  const classOf = (index: number): string => (index === active ? 'active' : '');
  return html`<div class="head" role="row" aria-rowindex="1" .style=${grid}>
    <div role="columnheader" id=${`${id}-head-0`} class=${classOf(0)} aria-colindex="1">
      ${allBox(model, options.chooseAll)}
    </div>
    ${model.columns.map(({ id: column, label }, index) => {
      const order = model.sort && orderOf(model.sort, column);
      return html`<div
        role="columnheader"
        id=${`${id}-head-${index + 1}`}
        class=${[classOf(index + 1), order ?? ''].join(' ')}
        aria-colindex=${index + 2}
        aria-sort=${order ?? nothing}
        title=${label}
        @click=${() => {
          options.sort(column);
        }}
      >
        ${label}
      </div>`;
    })}
  </div>`;
}

/** The order that somebody asks for with a column: its rows upwards, and when that is so already, downwards. */
export function sortedBy(sort: GridSort, column: string): GridSort {
  return { column, descending: sort.column === column && !sort.descending };
}

function orderOf({ column, descending }: GridSort, id: string): 'ascending' | 'descending' | 'none' {
  if (column !== id) return 'none';
  return descending ? 'descending' : 'ascending';
}

/** Chooses all rows that are shown, or none. */
function allBox(model: GridModel<unknown>, chooseAll: () => void): TemplateResult {
  const choosable = model.rows.filter(model.canChoose);
  if (choosable.length === 0) return html`<span class="spoken">${model.chosenLabel}</span>`;
  return html`<input
    type="checkbox"
    tabindex="-1"
    aria-label=${model.chooseAllLabel}
    .checked=${choosable.every(model.isChosen)}
    @change=${chooseAll}
  />`;
}
