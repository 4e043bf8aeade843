import type { Pair, RequestText } from '../document/httpDocument.ts';
import type { DocumentText } from '../document/printDocument.ts';
import { fixedQuery, matchOperation, templateSegments } from '../requests/matchOperation.ts';
import { type KnownOperation, knownOperations, knownTypes } from '../requests/operationCatalogue.ts';
import { skeletonOf } from '../schema/skeleton.ts';

export interface DocumentPlace {
  /** Name of the workspace that the request goes to. */
  readonly workspace?: string;
  /** Of a request that goes to no workspace, where there are several tenants. */
  readonly tenant?: string;
  /** The workspace's own path parameters, which `{{workspaceId}}` stands for. */
  readonly inWorkspace?: Readonly<Record<'subscriptionId' | 'resourceGroupName' | 'workspaceName', string>>;
}

const workspaceTemplate = templateSegments(
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Synapse/workspaces/{workspaceName}',
);

/**
 * A document with one request of an operation: the path with what is known, `{{variables}}` for what is not, what the query
 * must have, and a body to begin with.
 */
export function documentFor(
  known: KnownOperation,
  parameters: Readonly<Record<string, string>>,
  place: DocumentPlace,
): DocumentText {
  return {
    variables: [
      ...(place.workspace === undefined ? [] : [{ name: 'workspace', value: place.workspace }]),
      ...(place.workspace !== undefined || place.tenant === undefined ? [] : [{ name: 'tenant', value: place.tenant }]),
    ],
    requests: [requestFor(known, parameters, place)],
  };
}

function requestFor(
  known: KnownOperation,
  parameters: Readonly<Record<string, string>>,
  place: DocumentPlace,
): RequestText {
  const { operation, request, group, verb } = known;
  const template = templateSegments(operation.path);
  const inWorkspace = isInWorkspace(template, parameters, place);
  const segments = inWorkspace ? template.slice(workspaceTemplate.length) : template;
  const filled = segments.map((segment) => filledSegment(segment, parameters, operation.wholePaths ?? []));
  const required = (request.required ?? []).filter((name) => request.query?.[name] !== undefined);
  const query: Pair[] = [
    ...fixedQuery(operation),
    ...(operation.apiVersion === undefined ? [] : [['api-version', operation.apiVersion] as const]),
    ...required.map((name): Pair => [name, String(skeletonOf(request.query?.[name] ?? {}, knownTypes))]),
  ];
  const headers = (request.required ?? []).flatMap((name): Pair[] =>
    request.headers?.[name] === undefined ? [] : [[name, String(skeletonOf(request.headers[name], knownTypes))]],
  );
  const needsBody =
    request.body !== undefined && (request.required?.includes('body') === true || operation.method !== 'DELETE');
  const body = needsBody ? bodyFor(known) : undefined;
  return {
    title: `${group}: ${verb} (${operation.id})`,
    ...(isMeant(known, parameters) ? {} : { operation: known.name }),
    method: operation.method,
    path: `${inWorkspace ? '{{workspaceId}}' : ''}${filled.map((segment) => `/${segment}`).join('')}`,
    query,
    headers: body === undefined ? headers : [...headers, ['Content-Type', contentTypeOf(known)]],
    ...body,
  };
}

function bodyFor({ request }: KnownOperation): Pick<RequestText, 'body' | 'file'> | undefined {
  if (request.body === undefined) return undefined;
  if (request.body.type === 'binary') return { file: 'file-beside-this-document' };
  return { body: JSON.stringify(skeletonOf(request.body, knownTypes), undefined, 2) };
}

function contentTypeOf({ request }: KnownOperation): string {
  return request.body?.type === 'binary' ? 'application/octet-stream' : 'application/json';
}

function isInWorkspace(
  template: readonly string[],
  parameters: Readonly<Record<string, string>>,
  { inWorkspace }: DocumentPlace,
): boolean {
  return (
    inWorkspace !== undefined &&
    workspaceTemplate.every((segment, index) => template[index]?.toLowerCase() === segment.toLowerCase()) &&
    Object.entries(inWorkspace).every(([name, value]) => parameters[name]?.toLowerCase() === value.toLowerCase())
  );
}

function filledSegment(
  segment: string,
  parameters: Readonly<Record<string, string>>,
  wholePaths: readonly string[],
): string {
  const name = /^\{([^{}]+)\}$/u.exec(segment)?.[1];
  if (name === undefined) return segment;
  const value = parameters[name];
  if (value === undefined || value === '') return `{{${name}}}`;
  const parts = wholePaths.includes(name) ? value.replace(/^\//u, '').split('/') : [value];
  return parts.map(encodeURIComponent).join('/');
}

/** Whether method and path alone lead back to the operation. */
function isMeant(known: KnownOperation, parameters: Readonly<Record<string, string>>): boolean {
  const { operation } = known;
  const whole = operation.wholePaths ?? [];
  const segments = templateSegments(operation.path).flatMap((segment) => {
    const name = /^\{([^{}]+)\}$/u.exec(segment)?.[1];
    if (name === undefined) return [segment];
    const value = parameters[name] ?? 'any';
    return whole.includes(name) ? value.replace(/^\//u, '').split('/') : [value];
  });
  return matchOperation(knownOperations, operation.method, segments, fixedQuery(operation))?.known === known;
}
