/**
 * What requests may hold, for whoever writes one by hand: names, types, required members and enums of query, headers and
 * body. Written by scripts/generateApi.ts from the public specifications into `requestSchemas.generated.json`; the words
 * are those of JSON Schema as far as they go.
 */
export interface RequestSchemas {
  /** By the operation's name in the catalogue: `SqlPools.pause`. Operations that take nothing are not there. */
  readonly operations: Readonly<Record<string, RequestSchema>>;
  /** The types that `$ref` names. */
  readonly types: Readonly<Record<string, TypeSchema>>;
}

export interface RequestSchema {
  readonly query?: Readonly<Record<string, TypeSchema>>;
  readonly headers?: Readonly<Record<string, TypeSchema>>;
  /** Enums of path parameters. */
  readonly path?: Readonly<Record<string, TypeSchema>>;
  readonly body?: TypeSchema;
  /** Names of what must be there: of query and headers, and `body`. */
  readonly required?: readonly string[];
}

export interface TypeSchema {
  /** Name of one of the types; nothing else stands beside it. */
  readonly $ref?: string;
  /** Absent for "any JSON". `binary` is no JSON at all. */
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'binary';
  readonly enum?: readonly (string | number | boolean)[];
  /** The enum is what is known; other values may come. */
  readonly open?: true;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, TypeSchema>>;
  readonly required?: readonly string[];
  readonly items?: TypeSchema;
  /** Type of all members that are not named; `true` for any. */
  readonly additionalProperties?: TypeSchema | true;
  /** Only the service sets it; harmless in a request. */
  readonly readOnly?: true;
  readonly nullable?: true;
  /** A family: the member `by` says which of the types an object is. */
  readonly kinds?: { readonly by: string; readonly types: Readonly<Record<string, string>> };
}
