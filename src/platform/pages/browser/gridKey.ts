import type { GridModel } from './gridModel.ts';

/** Where the keyboard is in a grid. */
export interface GridPlace {
  readonly active: number;
  /** Index of the header that it is on, the column of boxes being the first; undefined on a row. */
  readonly headColumn: number | undefined;
  /** Rows that a page has. */
  readonly page: number;
}

/** What a key does: where it leads, and what is to be done there. */
export interface GridStep {
  /** The row that it goes to; undefined where it stays. */
  readonly active?: number;
  readonly headColumn: number | undefined;
  readonly act?: 'choose' | 'chooseAll' | 'open' | 'sort';
}

/** As much of a `KeyboardEvent` as is looked at. */
export interface GridKeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** @returns undefined for a key that means nothing here */
export function gridKey(
  { key, ctrlKey, metaKey }: GridKeyPress,
  model: GridModel<unknown>,
  place: GridPlace,
): GridStep | undefined {
  const { headColumn } = place;
  if (key === 'a' && (ctrlKey || metaKey)) return { headColumn, act: 'chooseAll' };
  return headColumn === undefined ? rowKey(key, model, place) : headKey(key, model, place, headColumn);
}

function rowKey(key: string, model: GridModel<unknown>, { active, page }: GridPlace): GridStep | undefined {
  const last = model.rows.length - 1;
  const row = model.rows[active];
  const group = row === undefined ? undefined : model.groupOf?.(row);
  if (key === 'ArrowUp' && active <= 0 && model.sort) return { headColumn: 0 };
  if (key === 'ArrowLeft' && model.groupOf && row !== undefined) {
    if (group) return group.open ? { headColumn: undefined, act: 'open' } : undefined;
    return { headColumn: undefined, active: groupAbove(model, active) };
  }
  if (key === 'ArrowRight') return group?.open === false ? { headColumn: undefined, act: 'open' } : undefined;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: last,
  };
  const to = moves[key];
  if (to !== undefined) return { headColumn: undefined, active: Math.max(0, Math.min(last, to)) };
  if (row === undefined) return undefined;
  if (key === ' ') return { headColumn: undefined, act: 'choose' };
  return key === 'Enter' ? { headColumn: undefined, act: 'open' } : undefined;
}

function headKey(key: string, model: GridModel<unknown>, place: GridPlace, column: number): GridStep | undefined {
  const last = model.columns.length;
  if (key === 'ArrowDown') return { headColumn: undefined, active: Math.max(0, place.active) };
  if (key === 'ArrowRight') return { headColumn: Math.min(last, column + 1) };
  if (key === 'ArrowLeft') return { headColumn: Math.max(0, column - 1) };
  if (key === 'Home') return { headColumn: 0 };
  if (key === 'End') return { headColumn: last };
  if (key === ' ' || key === 'Enter') return { headColumn: column, act: column === 0 ? 'chooseAll' : 'sort' };
  return undefined;
}

/** Index of the group that a row is in. */
function groupAbove({ rows, groupOf }: GridModel<unknown>, active: number): number {
  for (let index = active; index > 0; index -= 1) if (groupOf?.(rows[index]) !== undefined) return index;
  return 0;
}
