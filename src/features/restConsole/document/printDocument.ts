import type { Pair, RequestText, Variable } from './httpDocument.ts';

/** What a document says; `parseDocument` reads the same out of what this writes. */
export interface DocumentText {
  readonly variables: readonly Pick<Variable, 'name' | 'value'>[];
  readonly requests: readonly RequestText[];
}

/** A document as text, ending in a line break. */
export function printDocument({ variables, requests }: DocumentText): string {
  const head = variables.map(({ name, value }) => `@${name} = ${value}`.trimEnd());
  const parts = [...(head.length > 0 ? [head.join('\n')] : []), ...requests.map(printRequest)];
  return `${parts.join('\n\n')}\n`;
}

function printRequest({ title, operation, method, path, query, headers, body, file }: RequestText): string {
  const [first, ...more] = query.map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  const content = file === undefined ? body : `< ${file}`;
  return [
    `### ${title}`.trimEnd(),
    ...(operation === undefined ? [] : [`# @operation ${operation}`]),
    `${method} ${path}${first === undefined ? '' : `?${first}`}`,
    ...more.map((pair) => `  &${pair}`),
    ...headers.map(([name, value]: Pair) => `${name}: ${value}`.trimEnd()),
    ...(content === undefined ? [] : ['', content]),
  ].join('\n');
}
