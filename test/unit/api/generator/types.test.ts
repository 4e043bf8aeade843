import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answering, exported, generateFrom, reply, things, typeOf } from './fixture.ts';

const text = { type: 'string' };
const reference = (name: string): object => ({ $ref: `#/definitions/${name}` });
const object = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });

describe('generated types', () => {
  it('make properties optional unless required, and read-only ones readonly', async () => {
    const Thing = object(
      { id: { ...text, readOnly: true }, name: text, size: { type: 'integer', format: 'int64' } },
      { required: ['name'] },
    );
    assert.equal(
      await typeOf('Thing', { Thing }),
      'export interface Thing { readonly id?: string; name: string; size?: number; }',
    );
  });

  it('never ask a caller for what only the service sets', async () => {
    const Thing = object({ id: { ...text, readOnly: true } }, { required: ['id'] });
    assert.equal(await typeOf('Thing', { Thing }), 'export interface Thing { readonly id?: string; }');
  });

  it('render dates as text, booleans, nested lists, and "any JSON" as unknown', async () => {
    const Thing = object({
      at: { ...text, format: 'date-time' },
      on: { type: 'boolean' },
      rows: { type: 'array', items: { type: 'array', items: { type: 'number' } } },
      any: { type: 'object' },
      chunk: { ...text, format: 'binary' },
    });
    assert.equal(
      await typeOf('Thing', { Thing }),
      'export interface Thing { at?: string; on?: boolean; rows?: readonly (readonly number[])[]; any?: unknown; ' +
        'chunk?: Uint8Array; }',
    );
  });

  it('add null where the specification says so, also beside a reference', async () => {
    const Thing = object({
      note: { ...text, 'x-nullable': true },
      part: { ...reference('Part'), 'x-nullable': true },
      parts: { type: 'array', items: reference('Part') },
    });
    const Part = object({ a: text });
    assert.equal(
      await typeOf('Thing', { Thing, Part }),
      'export interface Thing { note?: string | null; part?: Part | null; parts?: readonly Part[]; }',
    );
  });

  it('quote names that are no identifiers', async () => {
    const Thing = object({ '@odata.type': text, $top: { type: 'integer' } });
    assert.equal(await typeOf('Thing', { Thing }), "export interface Thing { '@odata.type'?: string; $top?: number; }");
  });

  it('extend what allOf names', async () => {
    const definitions = {
      Resource: object({ id: text }),
      Thing: object({ properties: object({ a: text }) }, { allOf: [reference('Resource')] }),
    };
    assert.equal(
      await typeOf('Thing', definitions),
      'export interface Thing extends Resource { properties?: { a?: string }; }',
    );
  });

  it('are another name for their only base when they add nothing', async () => {
    const definitions = { Resource: object({ id: text }), Thing: { allOf: [reference('Resource')] } };
    assert.equal(await typeOf('Thing', definitions), 'export type Thing = Resource;');
  });

  it('repeat the base where they say something else about one of its properties', async () => {
    const definitions = {
      Resource: object({ kind: text, id: text }),
      Thing: object({ kind: { type: 'integer' } }, { allOf: [reference('Resource')], required: ['id'] }),
    };
    assert.equal(await typeOf('Thing', definitions), 'export interface Thing { kind?: number; id: string; }');
  });

  it('have an index signature where additional properties are declared', async () => {
    const Thing = object({ a: text }, { additionalProperties: { type: 'object' } });
    assert.equal(await typeOf('Thing', { Thing }), 'export interface Thing { a?: string; [name: string]: unknown; }');
  });

  it('are records where nothing but additional properties is declared', async () => {
    const Thing = object({ tags: { type: 'object', additionalProperties: text } });
    assert.equal(await typeOf('Thing', { Thing }), 'export interface Thing { tags?: Record<string, string>; }');
    assert.equal(
      await typeOf('Thing', {
        Thing: { type: 'object', additionalProperties: reference('Part') },
        Part: object({ a: text }),
      }),
      'export type Thing = Record<string, Part>;',
    );
  });

  it('are open at the base of a polymorphic family', async () => {
    const Thing = object({ type: text }, { discriminator: 'type', required: ['type'] });
    assert.equal(await typeOf('Thing', { Thing }), 'export interface Thing { type: string; [name: string]: unknown; }');
  });

  it('may refer to themselves', async () => {
    const Thing = object({ details: { type: 'array', items: reference('Thing') }, inner: reference('Other') });
    const Other = object({ back: reference('Thing') });
    const definitions = { Thing, Other };
    assert.equal(
      await typeOf('Thing', definitions),
      'export interface Thing { details?: readonly Thing[]; inner?: Other; }',
    );
    assert.equal(await typeOf('Other', definitions), 'export interface Other { back?: Thing; }');
  });

  it('carry no prose', async () => {
    const Thing = object({ a: { ...text, description: 'Words', title: 'Words' } }, { description: 'Words' });
    const files = await generateFrom({ documents: { 'things.json': answering({ Thing }) } });
    assert.doesNotMatch([...files.values()].join(''), /Words/);
  });

  it('come from other files, relative to the file that names them', async () => {
    const files = await generateFrom({
      documents: {
        'synapse/things.json': answering({
          Thing: object({ part: { $ref: '../common/types.json#/definitions/Part' } }),
        }),
        'common/types.json': {
          definitions: { Part: object({ piece: { $ref: './deep/more.json#/definitions/Piece~1Of' } }) },
        },
        'common/deep/more.json': { definitions: { 'Piece/Of': object({ a: text }) } },
      },
      groups: [{ ...things, files: ['synapse/things.json'] }],
    });
    const generated = files.get('synapse/things.generated.ts');
    assert.equal(exported(generated, 'Thing'), 'export interface Thing { part?: Part; }');
    assert.equal(exported(generated, 'Part'), 'export interface Part { piece?: PieceOf; }');
  });

  it('name both ends of a reference that leads nowhere', async () => {
    await assert.rejects(typeOf('Thing', { Thing: object({ a: reference('Gone') }) }), /things\.json.*Gone/);
    const Thing = object({ a: { $ref: 'gone.json#/definitions/A' } });
    await assert.rejects(typeOf('Thing', { Thing }), /gone\.json/);
  });
});

describe('enums', () => {
  const kind = { ...text, enum: ['A', 'B'], 'x-ms-enum': { modelAsString: false } };
  const patch = (body: object): object => ({
    paths: {
      '/things': {
        patch: {
          operationId: 'Things_Update',
          parameters: [
            { name: 'body', in: 'body', required: true, schema: body },
            { name: 'mode', in: 'query', ...kind },
          ],
          responses: reply(),
        },
      },
    },
  });

  it('take other values in answers, even where the specification closes them', async () => {
    const Thing = object({ kind, kinds: { type: 'array', items: kind } });
    assert.equal(
      await typeOf('Thing', { Thing }),
      "export interface Thing { kind?: 'A' | 'B' | (string & {}); kinds?: readonly ('A' | 'B' | (string & {}))[]; }",
    );
  });

  it('stay closed in what only requests carry', async () => {
    const files = await generateFrom({
      documents: { 'things.json': { ...patch(reference('Patch')), definitions: { Patch: object({ kind }) } } },
    });
    const generated = files.get('synapse/things.generated.ts');
    assert.equal(exported(generated, 'Patch'), "export interface Patch { kind?: 'A' | 'B'; }");
    assert.match(exported(generated, 'Things'), /query: \{ mode\?: 'A' \| 'B' \}/);
  });

  it('are open in requests where the specification says that more may come', async () => {
    const open = { ...kind, 'x-ms-enum': { modelAsString: true } };
    const files = await generateFrom({
      documents: { 'things.json': { ...patch(reference('Patch')), definitions: { Patch: object({ kind: open }) } } },
    });
    assert.match(exported(files.get('synapse/things.generated.ts'), 'Patch'), /'B' \| \(string & \{\}\)/);
  });
});
