/**
 * A document of requests as people know them from HTTP files; docs/rest-console.md has its grammar. Paths, values and bodies
 * are as they are written: variables and percent-escapes are resolved when a request is prepared.
 */
export interface HttpDocument {
  readonly variables: readonly Variable[];
  readonly requests: readonly HttpRequest[];
  readonly problems: readonly Problem[];
}

/** `@name = value`; holds for the whole document. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  /** From 0, like all lines here. */
  readonly line: number;
}

export type Pair = readonly [name: string, value: string];

export interface HttpRequest extends RequestText {
  readonly lines: RequestLines;
}

/** What a request says, without where. */
export interface RequestText {
  /** What follows `###`; may be empty. */
  readonly title: string;
  /** What follows `# @operation`, where a path alone would mean another one. */
  readonly operation?: string;
  readonly method: string;
  /** Begins with a slash or a variable. */
  readonly path: string;
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
  readonly body?: string;
  /** `< file`: the body is in a file beside the document. */
  readonly file?: string;
}

export interface RequestLines {
  /** The one with the method. */
  readonly request: number;
  /** By position in `headers`. */
  readonly headers: readonly number[];
  /** The body's first line; one after the last line of the head where there is none. */
  readonly body: number;
  /** The first line that is not the request's any more. */
  readonly end: number;
}

export type ProblemCode =
  /** A text that is no request line, variable or comment where one of these is due. */
  | 'noRequest'
  /** An unknown method. */
  | 'method'
  /** A host in the request line: requests go only to hosts of the connection. */
  | 'host'
  /** A path that begins neither with a slash nor with a variable. */
  | 'path'
  /** A line of the head that is no header. */
  | 'header'
  /** `@…` that is no variable. */
  | 'variable'
  | 'variableTwice'
  | 'unknownVariable'
  | 'unknownOperation'
  /** The path fits no declared operation. */
  | 'noOperation'
  /** It fits operations with other methods, which `about` names. */
  | 'otherMethod'
  /** It does not fit the one that the document names. */
  | 'otherOperation'
  /** A header that the operation does not have, or that only this extension sets. */
  | 'headerRefused'
  | 'missingQuery'
  | 'missingHeader'
  | 'missingBody'
  | 'superfluousBody'
  /** A percent-escape that is none. */
  | 'escape'
  /** A name that cannot stand in a path. */
  | 'name'
  | 'json';

export interface Problem {
  readonly line: number;
  readonly code: ProblemCode;
  /** What the words of the problem name. */
  readonly about: string;
}
