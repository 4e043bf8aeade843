import { onlyReads } from '../../../azure/retry.ts';
import type { KnownOperation } from '../requests/operationCatalogue.ts';

/** What people call what a method does. */
const methodWords: Readonly<Record<string, string>> = {
  GET: 'get read show list',
  HEAD: 'check exists',
  PUT: 'put create add set replace write update',
  POST: 'post',
  PATCH: 'patch update change scale tags',
  DELETE: 'delete remove drop',
};

const texts = new WeakMap<KnownOperation, string>();

/** Whether an operation has all the words, in whatever order: in its group, id, path, or in what people call it. */
export function isFound(known: KnownOperation, search: string): boolean {
  const text = textOf(known);
  return search
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

function textOf(known: KnownOperation): string {
  const made = texts.get(known);
  if (made !== undefined) return made;
  const { group, verb, name, operation } = known;
  const text = [
    group,
    verb,
    name,
    operation.id,
    operation.method,
    operation.path,
    methodWords[operation.method] ?? '',
    onlyReads(operation.method, operation) ? 'read' : 'write change',
    operation.longRunning ? 'long-running' : '',
  ]
    .join(' ')
    .toLowerCase();
  texts.set(known, text);
  return text;
}
