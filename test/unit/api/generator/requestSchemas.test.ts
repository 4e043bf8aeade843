import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { RequestSchemas } from '../../../../src/api/requestSchema.ts';
import { generateFrom, text } from './fixture.ts';

it('what requests may hold is written with names, types, what is required, kinds and enums, and without prose', async () => {
  const prose = { description: 'Prose of the specification' };
  const definitions = {
    Base: {
      type: 'object',
      ...prose,
      properties: { type: text, id: { ...text, readOnly: true } },
      required: ['type'],
      discriminator: 'type',
    },
    Blue: {
      'x-ms-discriminator-value': 'B',
      allOf: [{ $ref: '#/definitions/Base' }],
      properties: { size: { ...text, enum: ['S', 'L'], 'x-ms-enum': { modelAsString: true } } },
      required: ['size', 'id'],
    },
  };
  const put = {
    operationId: 'Things_Put',
    parameters: [
      { name: 'name', in: 'path', required: true, ...text },
      { name: 'force', in: 'query', type: 'boolean', ...prose },
      { name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/Base' } },
    ],
    responses: { 200: {} },
  };
  const files = await generateFrom({
    documents: { 'things.json': { paths: { '/things/{name}': { put } }, definitions } },
  });
  const written = String(files.get('requestSchemas.generated.json'));
  assert.doesNotMatch(written, /Prose/);
  const { operations, types } = JSON.parse(written) as RequestSchemas;
  assert.deepEqual(operations['Things.put'], {
    query: { force: { type: 'boolean' } },
    body: { $ref: 'Base' },
    required: ['body'],
  });
  assert.deepEqual(types['Base']?.kinds, { by: 'type', types: { B: 'Blue' } });
  assert.deepEqual(types['Blue'], {
    type: 'object',
    properties: { type: text, id: { ...text, readOnly: true }, size: { ...text, enum: ['S', 'L'], open: true } },
    required: ['type', 'size'],
  });
  assert.match(
    String(files.get('catalogue.generated.ts')),
    /import \{ Things \} from '\.\/synapse\/things\.generated\.ts'/,
  );
});
