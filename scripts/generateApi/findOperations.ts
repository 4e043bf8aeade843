import type { Group } from './group.ts';
import type { Document, OperationObject, ParameterOrReference, PathItem, Reply, Schema } from './openApi.ts';
import type { Located, Specifications } from './specifications.ts';

/** An operation as the specification has it, with everything resolved that is not a type. */
export interface FoundOperation {
  readonly id: string;
  readonly plane: 'resourceManager' | 'workspace';
  readonly method: string;
  readonly path: string;
  readonly apiVersion: string | undefined;
  readonly file: string;
  readonly parameters: readonly Located<ParameterOrReference>[];
  /** The declared successful replies, in the order of their status. */
  readonly replies: readonly Reply[];
  readonly pageable: OperationObject['x-ms-pageable'];
  readonly longRunning: boolean;
}

const methods = ['get', 'head', 'put', 'post', 'patch', 'delete'];

/** The operations of a group, in the order of the specification. One that the table names in vain is an error. */
export function findOperations(group: Group, specifications: Specifications): readonly FoundOperation[] {
  const prefixes = group.prefixes ?? [group.name];
  const found = group.files
    .flatMap((file) => operationsOfFile(file, specifications))
    .filter(({ id }) => prefixes.includes(id.split('_')[0] ?? ''))
    .filter(({ id }) => group.only?.includes(id) ?? true);
  const ids = new Set(found.map(({ id }) => id));
  const named = [
    ...(group.only ?? []),
    ...(group.readOnly ?? []),
    ...(group.once ?? []),
    ...Object.keys(group.members ?? {}),
  ];
  const missing = named.filter((id) => !ids.has(id));
  if (missing.length > 0)
    throw new Error(`${group.name}: no operation ${missing.join(', ')} in ${group.files.join(', ')}`);
  if (found.length === 0)
    throw new Error(`${group.name}: no operation ${prefixes.join('_…, ')}_… in ${group.files.join(', ')}`);
  return found.map((operation) => ({ ...operation, path: fillIn(operation.path, group.pathValues ?? {}) }));
}

function fillIn(path: string, values: Readonly<Record<string, string>>): string {
  return path.replace(/\{([^{}]+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

export function operationsOfFile(file: string, specifications: Specifications): readonly FoundOperation[] {
  const document = specifications.document(file);
  const paths: [string, PathItem][] = Object.entries({ ...document.paths, ...document['x-ms-paths'] });
  return paths.flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [describe(file, document, path, item, method, operation, specifications)] : [];
    }),
  );
}

function describe(
  file: string,
  document: Document,
  path: string,
  item: PathItem,
  method: string,
  operation: OperationObject,
  specifications: Specifications,
): FoundOperation {
  const host = document['x-ms-parameterized-host']?.hostTemplate;
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((value) =>
    specifications.parameter({ value, file }),
  );
  return {
    id: operation.operationId,
    plane: host === undefined ? 'resourceManager' : 'workspace',
    method: method.toUpperCase(),
    path: hostPath(host) + tidyPath(path),
    // Azure Resource Manager always wants one, declared or not; Livy has its version in the path.
    apiVersion:
      host === undefined || parameters.some(({ value }) => value.name === 'api-version')
        ? document.info.version
        : undefined,
    file,
    parameters: parameters.filter(({ value }) => value.name !== 'api-version'),
    replies: Object.entries(operation.responses)
      .filter(([status, reply]) => /^2\d\d$/.test(status) && reply['x-ms-error-response'] !== true)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([, reply]) => reply),
    pageable: operation['x-ms-pageable'],
    longRunning: operation['x-ms-long-running-operation'] === true,
  };
}

/** Livy's host template goes on after the host; that part belongs to the path. */
function hostPath(hostTemplate = ''): string {
  return hostTemplate.replace(/^(?:https?:\/\/)?\{?[^/{}]*\}?/, '');
}

/** A query without a value only tells two entries of the specification apart; one with a value is sent. */
function tidyPath(path: string): string {
  const [resource = '', query] = path.split('?');
  return query?.includes('=') ? path : resource;
}

/** Schema of a reply or body that may be absent, with its file. */
export function locate(schema: Schema | undefined, file: string): Located<Schema> | undefined {
  return schema === undefined ? undefined : { value: schema, file };
}
