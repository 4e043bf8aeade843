import { html, nothing, type TemplateResult } from 'lit';
import type { GridModel } from './gridModel.ts';

export interface GridRowOptions {
  /** Of the grid. */
  readonly id: string;
  readonly index: number;
  readonly isActive: boolean;
  /** Where the row and its cells stand. */
  readonly style: string;
  readonly goTo: () => void;
  readonly choose: (chosen: boolean) => void;
  readonly open: () => void;
}

export function gridRow(model: GridModel<unknown>, row: unknown, options: GridRowOptions): TemplateResult {
  const { id, index, isActive, style, goTo, choose, open } = options;
  const can = model.canChoose(row);
  const chosen = can && model.isChosen(row);
  const group = model.groupOf?.(row);
  const level = group ? 1 : 2;
  return html`<div
    id=${`${id}-row-${index}`}
    role="row"
    class=${['row', isActive ? 'active' : '', group ? 'group' : ''].join(' ')}
    aria-rowindex=${index + 2}
    aria-level=${model.groupOf ? level : nothing}
    aria-expanded=${group ? String(group.open) : nothing}
    aria-selected=${can ? String(chosen) : nothing}
    .style=${style}
    @click=${goTo}
    @dblclick=${() => {
      if (!group) open();
    }}
  >
    <div
      role="gridcell"
      aria-colindex="1"
      @click=${() => {
        if (can) choose(!chosen);
      }}
    >
      ${can ? html`<span class=${chosen ? 'box on' : 'box'} aria-hidden="true"></span>` : nothing}
    </div>
    ${group ? groupCell(group.label, group.open, model.columns.length, open) : cells(model, row)}
  </div>`;
}

function cells({ columns }: GridModel<unknown>, row: unknown): TemplateResult[] {
  return columns.map(({ text, tone, note }, column) => {
    const words = text(row);
    const more = note?.(row) ?? '';
    const title = more === '' ? words : `${words} ${more}`;
    return html`<div role="gridcell" aria-colindex=${column + 2} class=${tone?.(row) ?? ''} title=${title}>
      ${words}${more === '' ? nothing : html`<span class="spoken"> ${more}</span>`}
    </div>`;
  });
}

/** The group's name, over all columns. */
function groupCell(label: string, isOpen: boolean, columns: number, toggle: () => void): TemplateResult {
  return html`<div
    role="gridcell"
    class=${isOpen ? 'name open' : 'name'}
    aria-colindex="2"
    aria-colspan=${columns}
    title=${label}
    @click=${toggle}
  >
    ${label}
  </div>`;
}
