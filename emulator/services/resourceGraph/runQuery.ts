import { isObject } from '../requestBody.ts';
import type { Condition, PropertyPath, Step } from './kqlParser.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Runs the steps of a query over a table, one after the other. */
export function runQuery(rows: readonly Row[], steps: readonly Step[]): readonly Row[] {
  return steps.reduce(runStep, rows);
}

function runStep(rows: readonly Row[], step: Step): readonly Row[] {
  switch (step.kind) {
    case 'where':
      return rows.filter((row) => step.conditions.every((condition) => holds(row, condition)));
    case 'project':
      return rows.map((row) =>
        Object.fromEntries(step.columns.map(({ name, path }) => [name, valueAt(row, path) ?? null])),
      );
    case 'order':
      return rows.toSorted((a, b) => {
        for (const { path, descending } of step.keys) {
          const order = compare(valueAt(a, path), valueAt(b, path));
          if (order !== 0) return descending ? -order : order;
        }
        return 0;
      });
    case 'limit':
      return rows.slice(0, step.count);
    case 'count':
      return [{ Count: rows.length }];
  }
}

function holds(row: Row, { path, values, ignoresCase, negated }: Condition): boolean {
  const fold = (text: string): string => (ignoresCase ? text.toLowerCase() : text);
  const actual = valueAt(row, path);
  const equal = typeof actual === 'string' && values.some((value) => fold(value) === fold(actual));
  return equal !== negated;
}

function valueAt(row: Row, path: PropertyPath): unknown {
  return path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), row);
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [sortText(a), sortText(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Absent values come before all others. */
function sortText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
