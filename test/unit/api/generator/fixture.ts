import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from '../../../../scripts/generateApi/generate.ts';
import type { Group } from '../../../../scripts/generateApi/group.ts';
import type { KnownEnds } from '../../../../scripts/generateApi/longRunning.ts';
import { openSpecifications } from '../../../../scripts/generateApi/specifications.ts';

/** A folder of its own for one test; removed when the `using` block ends. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'generate-api-'));
  return {
    path: folder,
    [Symbol.dispose]: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Fixture {
  /** OpenAPI documents by file name; `info` and `paths` may be left out. */
  readonly documents: Readonly<Record<string, object>>;
  readonly groups?: readonly Group[];
  readonly ends?: KnownEnds;
  readonly modelSuffixes?: Readonly<Record<string, string>>;
}

export const things: Group = { name: 'Things', service: 'synapse', files: ['things.json'] };

/** Runs the generator over hand-made documents: path below `src/api` → text. */
export async function generateFrom(fixture: Fixture): Promise<ReadonlyMap<string, string>> {
  using folder = temporaryFolder();
  for (const [file, document] of Object.entries(fixture.documents)) {
    const fullPath = path.join(folder.path, file);
    mkdirSync(path.dirname(fullPath), { recursive: true });
    writeFileSync(fullPath, JSON.stringify({ info: { version: '2021-06-01' }, paths: {}, ...document }));
  }
  const { groups = [things], ends = {}, modelSuffixes = {} } = fixture;
  return await generate({ specifications: openSpecifications(folder.path), groups, ends, modelSuffixes });
}

/** One operation `Things_Get` that answers `Thing`, and the definitions. */
export function answering(definitions: Readonly<Record<string, object>>): object {
  return {
    paths: {
      '/things/{name}': { get: { operationId: 'Things_Get', responses: reply({ $ref: '#/definitions/Thing' }) } },
    },
    definitions,
  };
}

export function reply(schema?: object): object {
  return { 200: schema ? { schema } : {}, default: { schema: { type: 'string' } } };
}

export const text = { type: 'string' };
const definitions = {
  Thing: { type: 'object', properties: { name: text } },
  ThingList: {
    type: 'object',
    properties: { value: { type: 'array', items: { $ref: '#/definitions/Thing' } }, nextLink: text },
  },
};
/** Schemas of what `declare` knows: a thing, and a page of things. */
export const thing = { $ref: '#/definitions/Thing' };
export const list = { $ref: '#/definitions/ThingList' };

interface Extra {
  readonly group?: Partial<Group>;
  readonly ends?: KnownEnds;
  readonly document?: object;
}

/** The generated const of operations by path and method, on one line. */
export async function declare(paths: object, { group = {}, ends = {}, document = {} }: Extra = {}): Promise<string> {
  const files = await generateFrom({
    documents: { 'things.json': { paths, definitions, ...document } },
    groups: [{ ...things, ...group }],
    ends,
  });
  return exported(files.get('synapse/things.generated.ts'), 'Things');
}

/** The generated declaration of one exported type, on one line. */
export async function typeOf(name: string, definitions: Readonly<Record<string, object>>): Promise<string> {
  const files = await generateFrom({ documents: { 'things.json': answering(definitions) } });
  return exported(files.get('synapse/things.generated.ts'), name);
}

export function exported(text: string | undefined, name: string): string {
  const found = text?.match(new RegExp(`export (?:interface|type|const) ${name} [\\s\\S]*?(?=\\n\\nexport|$)`))?.[0];
  if (found === undefined) throw new Error(`No ${name} in:\n${String(text)}`);
  return found.replace(/\s+/g, ' ').trim();
}
