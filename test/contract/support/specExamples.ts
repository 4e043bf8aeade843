import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ParameterOrReference } from '../../../scripts/generateApi/openApi.ts';
import { openSpecifications } from '../../../scripts/generateApi/specifications.ts';
import type { OperationRow } from './operationsTable.ts';
import { apiFolder, openApiFolder } from './places.ts';

/** An example of a specification as a request that can be sent, and the replies that it shows. */
export interface SpecExample {
  readonly operationId: string;
  /** File name without its ending. */
  readonly name: string;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Value of the parameter that is the development endpoint, where there is one. */
  readonly endpoint: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body: string | undefined;
  /** Bodies by status; `default` is not among them. */
  readonly replies: ReadonlyMap<number, { readonly body?: unknown }>;
}

interface ExampleFile {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly responses: Readonly<Record<string, { readonly body?: unknown }>>;
}

/** All examples of these operations. */
export function specExamples(rows: readonly OperationRow[]): SpecExample[] {
  if (openApiFolder === undefined) return [];
  const specifications = openSpecifications(openApiFolder);
  return rows.flatMap((row) => {
    // Spark configurations are known from the table alone.
    if (row.examples.length === 0 || !existsSync(path.join(apiFolder, 'specs', row.specFile))) return [];
    const file = row.specFile.replace(/^specification\//, '');
    const { paths, 'x-ms-paths': more } = specifications.document(file);
    const item = { ...paths, ...more }[row.path];
    const operation = item?.[row.method.toLowerCase() as 'get'];
    if (operation === undefined) throw new Error(`${file} has no ${row.method} ${row.path}`);
    const parameters = [...(item?.parameters ?? []), ...(operation.parameters ?? [])].map(
      (value: ParameterOrReference) => specifications.parameter({ value, file }).value,
    );
    return row.examples.map((name) => exampleOf(row, name, parameters));
  });
}

function exampleOf(row: OperationRow, fileName: string, parameters: readonly ParameterOrReference[]): SpecExample {
  const folder = path.dirname(path.join(apiFolder, 'specs', row.specFile));
  const file = JSON.parse(readFileSync(path.join(folder, 'examples', fileName), 'utf8')) as ExampleFile;
  const values = new Map(Object.entries(file.parameters).map(([name, value]) => [plain(name), value]));
  const sent = (place: ParameterOrReference['in']) =>
    parameters.flatMap(({ in: where, name }) => {
      const value = values.get(plain(name));
      return where === place && value !== undefined && value !== null ? [[name, value] as const] : [];
    });
  const filled = row.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(plain(name));
    if (value === undefined) throw new Error(`${fileName}: no value for ${name}`);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams(Object.fromEntries(sent('query').map(([name, value]) => [name, String(value)])));
  if (!query.has('api-version') && !row.path.startsWith('/livyApi/')) query.set('api-version', row.apiVersion);
  const [body] = sent('body');
  return {
    operationId: row.operationId,
    name: fileName.replace(/\.json$/, ''),
    method: row.method,
    target: `${filled}${filled.includes('?') ? '&' : '?'}${query.toString()}`,
    endpoint: values.has('endpoint') ? String(values.get('endpoint')) : undefined,
    headers: Object.fromEntries(sent('header').map(([name, value]) => [name, String(value)])),
    body: body && JSON.stringify(body[1]),
    replies: new Map(
      Object.entries(file.responses)
        .filter(([status]) => status !== 'default')
        .map(([status, reply]) => [Number(status), reply]),
    ),
  };
}

/** Examples write `ifNoneMatch` for `If-None-Match`. */
function plain(name: string): string {
  return name.replaceAll('-', '').toLowerCase();
}

/** The same questions about things that are not there. */
export function examplesOfNothing(rows: readonly OperationRow[]): SpecExample[] {
  const named = rows.filter(({ method, path: template }) => method !== 'PUT' && template.endsWith('}'));
  return specExamples(named).map((example) => ({
    ...example,
    name: `${example.name} of nothing`,
    target: example.target.replace(/[^/]+\?/, 'nothing-like-this?'),
  }));
}
