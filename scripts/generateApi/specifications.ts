import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Document, ParameterOrReference, Schema } from './openApi.ts';

/** Something of a specification with the file that it stands in, because its references are relative to that file. */
export interface Located<T> {
  readonly value: T;
  readonly file: string;
}

/** A named definition. `key` tells definitions of the same name in different files apart. */
export interface Definition extends Located<Schema> {
  readonly key: string;
  readonly name: string;
}

export interface Specifications {
  document(file: string): Document;
  parameter(located: Located<ParameterOrReference>): Located<ParameterOrReference>;
  /** The definition that a `$ref` names; `undefined` where the schema is no reference. */
  definition(located: Located<Schema>): Definition | undefined;
}

/** The specifications folder: `../shared/api` beside the project, or SYNAPSE_API_DIR. */
export function specificationsFolder(): string {
  const project = path.resolve(import.meta.dirname, '..', '..');
  return path.resolve(project, process.env.SYNAPSE_API_DIR ?? '../shared/api');
}

/** Where the OpenAPI files are in it; file names in the generator are relative to that. `undefined`: there are none. */
export function specificationRoot(folder: string): string | undefined {
  const root = path.join(folder, 'specs', 'specification');
  return existsSync(root) ? root : undefined;
}

/** Opens the OpenAPI files of a folder; each is read once. Missing files and references are errors that name both ends. */
export function openSpecifications(root: string): Specifications {
  const documents = new Map<string, Document>();

  const document = (file: string): Document => {
    const known = documents.get(file);
    if (known) return known;
    const fullPath = path.join(root, file);
    if (!existsSync(fullPath)) throw new Error(`Specification file missing: ${file}`);
    const read = JSON.parse(readFileSync(fullPath, 'utf8')) as Document;
    documents.set(file, read);
    return read;
  };

  const follow = (
    reference: string,
    from: string,
  ): Located<unknown> & { readonly key: string; readonly name: string } => {
    const [target = '', pointer = ''] = reference.split('#');
    const file = target === '' ? from : path.posix.join(path.posix.dirname(from), target);
    const names = pointer.split('/').slice(1).map(unescapePointer);
    let value: unknown = document(file);
    for (const name of names) {
      value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
    }
    if (value === undefined) throw new Error(`${from} refers to ${reference}, which does not exist`);
    return { value, file, key: `${file}#${pointer}`, name: names.at(-1) ?? '' };
  };

  return {
    document,
    parameter: (located) => {
      if (located.value.$ref === undefined) return located;
      const { value, file } = follow(located.value.$ref, located.file);
      return { value: value as ParameterOrReference, file };
    },
    definition: (located) => {
      if (located.value.$ref === undefined) return undefined;
      const { value, ...place } = follow(located.value.$ref, located.file);
      return { value: value as Schema, ...place };
    },
  };
}

/** A part of a JSON pointer in a URL's fragment (RFC 6901). */
function unescapePointer(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}
