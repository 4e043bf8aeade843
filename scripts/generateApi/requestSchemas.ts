import type { RequestSchema, TypeSchema } from '../../src/api/requestSchema.ts';
import { handWrittenRequests } from './handWritten.ts';
import type { ParameterOrReference, Schema } from './openApi.ts';
import type { ReadGroup } from './readGroup.ts';
import { RequestTypes } from './requestTypes.ts';
import type { Definition, Located, Specifications } from './specifications.ts';

export const requestSchemasFile = 'requestSchemas.generated.json';

/** `src/api/requestSchemas.generated.json`: a line for each operation that takes something, and for each type. */
export function renderRequestSchemas(
  groups: readonly ReadGroup[],
  specifications: Specifications,
  nameOf: (definition: Definition) => string,
): string {
  const types = new RequestTypes(specifications, nameOf);
  const operations = new Map<string, RequestSchema>();
  for (const { group, declarations } of groups) {
    for (const { member, operation, shape } of declarations) {
      const named = (of: readonly Located<ParameterOrReference>[]): Record<string, TypeSchema> =>
        Object.fromEntries(of.map((parameter) => [parameter.value.name, types.of(withoutRequired(parameter))]));
      const query = named(shape.query);
      const headers = named(shape.headers);
      const path = named(operation.parameters.filter(({ value }) => value.in === 'path' && value.enum !== undefined));
      const required = [...shape.query, ...shape.headers]
        .filter(({ value }) => value.required === true)
        .map(({ value }) => value.name);
      const schema: RequestSchema = {
        ...(filled(query) && { query }),
        ...(filled(headers) && { headers }),
        ...(filled(path) && { path }),
        ...(shape.body && { body: types.of(shape.body.schema) }),
        ...((required.length > 0 || shape.body?.required === true) && {
          required: [...required, ...(shape.body?.required === true ? ['body'] : [])],
        }),
      };
      if (filled(schema)) operations.set(`${group.name}.${member}`, schema);
    }
  }
  for (const [name, schema] of Object.entries(handWrittenRequests)) operations.set(name, schema);
  const lines = (of: ReadonlyMap<string, unknown>): string =>
    [...of]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',\n');
  return `{\n  "operations": {\n${lines(operations)}\n  },\n  "types": {\n${lines(types.types)}\n  }\n}\n`;
}

function withoutRequired({ value: { required: _required, ...schema }, file }: Located<ParameterOrReference>): {
  readonly value: Schema;
  readonly file: string;
} {
  return { value: schema, file };
}

function filled(value: object): boolean {
  return Object.keys(value).length > 0;
}
