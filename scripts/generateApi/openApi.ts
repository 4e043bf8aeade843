/** The part of OpenAPI 2 (with Microsoft's `x-ms-` additions) that the generator reads. */

export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly (string | number | boolean)[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
  readonly discriminator?: string;
  readonly readOnly?: boolean;
  readonly 'x-nullable'?: boolean;
  readonly 'x-ms-enum'?: { readonly modelAsString?: boolean };
  /** What the discriminator of its family says for it, where that is not its name. */
  readonly 'x-ms-discriminator-value'?: string;
}

export interface Parameter extends Schema {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'body' | 'formData';
  readonly schema?: Schema;
}

/** A parameter says `required: true`, a schema lists the names of its required properties. */
export type ParameterOrReference = Omit<Parameter, 'required'> & { readonly required?: boolean };

export interface Reply {
  readonly schema?: Schema;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly 'x-ms-error-response'?: boolean;
}

export interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly ParameterOrReference[];
  readonly responses: Readonly<Record<string, Reply>>;
  readonly 'x-ms-pageable'?: { readonly nextLinkName: string | null; readonly itemName?: string };
  readonly 'x-ms-long-running-operation'?: boolean;
}

export type PathItem = Readonly<Record<string, OperationObject>> & {
  readonly parameters?: readonly ParameterOrReference[];
};

export interface Document {
  readonly info: { readonly version: string };
  readonly 'x-ms-parameterized-host'?: { readonly hostTemplate: string };
  readonly paths?: Readonly<Record<string, PathItem>>;
  /** Paths that differ from another one in a fixed query only (`?comp=appendblock`). */
  readonly 'x-ms-paths'?: Readonly<Record<string, PathItem>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
}
