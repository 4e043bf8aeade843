import { locate, type FoundOperation } from './findOperations.ts';
import type { Group } from './group.ts';
import type { ResolvedEnd } from './longRunning.ts';
import type { ParameterOrReference, Schema } from './openApi.ts';
import type { Paging } from '../../src/azure/operation.ts';
import { renderType, sameFile, type TypeContext } from './renderType.ts';
import type { Located, Specifications } from './specifications.ts';

/** What a declaration carries as types, still as schemas; `'nothing'` where a reply has no body. */
export interface OperationShape {
  readonly body?: { readonly schema: Located<Schema>; readonly required: boolean };
  readonly query: readonly Located<ParameterOrReference>[];
  readonly headers: readonly Located<ParameterOrReference>[];
  /** The bodies that a success may have; several where the status decides. Empty for paged operations. */
  readonly results: readonly (Located<Schema> | 'nothing')[];
  readonly item?: Located<Schema> | 'row';
  readonly pages?: Paging;
}

/** Headers that the service layer sets itself. */
const ownHeaders = ['accept', 'content-type', 'x-ms-client-request-id', 'x-ms-continuation'];

export function shapeOf(
  operation: FoundOperation,
  group: Group,
  end: ResolvedEnd | undefined,
  specifications: Specifications,
): OperationShape {
  const parameters = operation.parameters;
  const unsupported = parameters.find(({ value }) => value.in === 'formData');
  if (unsupported) throw new Error(`${operation.id}: form field ${unsupported.value.name} is not supported`);
  const query = parameters.filter(({ value }) => value.in === 'query' && !fixedQuery(operation.path).has(value.name));
  const body = parameters.find(({ value }) => value.in === 'body');
  const bodySchema = body && locate(body.value.schema, body.file);
  const paging = pagingOf(operation, group, specifications);
  return {
    ...(body && bodySchema ? { body: { schema: bodySchema, required: body.value.required === true } } : {}),
    query,
    headers: parameters.filter(({ value }) => value.in === 'header' && !ownHeaders.includes(value.name.toLowerCase())),
    results: paging ? [] : resultsOf(operation, end),
    ...paging,
  };
}

/** Names of the query parameters that the path template itself brings (`?comp=appendblock`). */
function fixedQuery(path: string): URLSearchParams {
  return new URLSearchParams(path.split('?')[1] ?? '');
}

function resultsOf(operation: FoundOperation, end: ResolvedEnd | undefined): (Located<Schema> | 'nothing')[] {
  if (end) {
    // However it ends, one reply is left to read; the first one that has a body says which.
    const reply = end.resultOf?.replies.find(({ schema }) => schema !== undefined);
    return [locate(reply?.schema, operation.file) ?? 'nothing'];
  }
  return operation.replies.map(({ schema }) => locate(schema, operation.file) ?? 'nothing');
}

function pagingOf(
  operation: FoundOperation,
  group: Group,
  specifications: Specifications,
): { readonly item: Located<Schema> | 'row'; readonly pages: Paging } | undefined {
  if (group.skipTokenItems !== undefined) {
    return { item: 'row', pages: { by: 'skipToken', items: group.skipTokenItems } };
  }
  const reply = operation.replies[0];
  if (!operation.pageable || !reply) return undefined;
  const items = operation.pageable.itemName ?? 'value';
  const item = itemSchema(locate(reply.schema, operation.file), items, specifications);
  if (!item) throw new Error(`${operation.id}: its reply has no list "${items}"`);
  const property = operation.pageable.nextLinkName;
  if (property !== null) return { item, pages: { by: 'nextLink', items, property } };
  const header = Object.keys(reply.headers ?? {}).find((name) => name.toLowerCase() === 'x-ms-continuation');
  // Declared pageable without any link: the whole list comes at once, as a plain result.
  return header === undefined ? undefined : { item, pages: { by: 'continuationHeader', items, header } };
}

function itemSchema(
  page: Located<Schema> | undefined,
  items: string,
  specifications: Specifications,
): Located<Schema> | undefined {
  if (!page) return undefined;
  const definition = specifications.definition(page);
  if (definition) return itemSchema(definition, items, specifications);
  const list = page.value.properties?.[items];
  if (!list) return undefined;
  const located = sameFile(page, list);
  const resolved = specifications.definition(located) ?? located;
  return resolved.value.items ? sameFile(resolved, resolved.value.items) : undefined;
}

/** The type argument of `operation<…>()`. */
export function renderShape(shape: OperationShape, results: TypeContext, requests: TypeContext): string {
  const members: string[] = [];
  if (shape.item === 'row') members.push('item: Record<string, unknown>;');
  else if (shape.item) members.push(`item: ${renderType(shape.item, results)};`);
  else members.push(`result: ${renderResults(shape.results, results)};`);
  if (shape.body) {
    members.push(`body: ${renderType(shape.body.schema, requests)}${shape.body.required ? '' : ' | undefined'};`);
  }
  if (shape.query.length > 0) members.push(`query: ${renderParameters(shape.query, requests)};`);
  if (shape.headers.length > 0) members.push(`headers: ${renderParameters(shape.headers, requests)};`);
  return `{ ${members.join(' ')} }`;
}

function renderResults(results: OperationShape['results'], context: TypeContext): string {
  const types = results.map((result) => (result === 'nothing' ? 'undefined' : renderType(result, context)));
  return [...new Set(types)]
    .sort((one, other) => Number(one === 'undefined') - Number(other === 'undefined'))
    .join(' | ');
}

function renderParameters(parameters: readonly Located<ParameterOrReference>[], context: TypeContext): string {
  const members = parameters.map((parameter) => {
    const { required, ...schema } = parameter.value;
    const type = renderType({ value: schema, file: parameter.file }, context);
    return `${JSON.stringify(schema.name)}${required === true ? '' : '?'}: ${type};`;
  });
  return `{ ${members.join(' ')} }`;
}
