import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Group } from '../../../../scripts/generateApi/group.ts';
import { generateFrom, reply } from './fixture.ts';

const text = { type: 'string' };
const thing = { $ref: '#/definitions/Thing' };

/** What there is once for all groups. */
const ofAll = ['catalogue.generated.ts', 'requestSchemas.generated.json'];

describe('models', () => {
  const group = (name: string, file = 'things.json'): Group => ({ name, service: 'synapse', files: [file] });
  const document = {
    paths: {
      '/things': { get: { operationId: 'Things_Get', responses: reply(thing) } },
      '/parts': { get: { operationId: 'Parts_Get', responses: reply({ $ref: '#/definitions/Part' }) } },
    },
    definitions: {
      Thing: { properties: { base: { $ref: '#/definitions/Base' } } },
      Part: { properties: { base: { $ref: '#/definitions/Base' } } },
      Base: { properties: { deep: { $ref: '#/definitions/Deep' } } },
      Deep: { properties: { name: text } },
    },
  };

  it('stay with their group while no other uses them', async () => {
    const files = await generateFrom({ documents: { 'things.json': document } });
    assert.deepEqual([...files.keys()], ['synapse/things.generated.ts', ...ofAll]);
    assert.match(String(files.get('synapse/things.generated.ts')), /export interface Deep/);
  });

  it('go to the models file of the service with all their parts when two groups use them', async () => {
    const files = await generateFrom({
      documents: { 'things.json': document },
      groups: [group('Things'), group('Parts')],
    });
    const models = String(files.get('synapse/models.generated.ts'));
    const own = String(files.get('synapse/things.generated.ts'));
    assert.deepEqual(models.match(/(?<=export interface )\w+/g), ['Base', 'Deep']);
    assert.deepEqual(own.match(/(?<=export interface )\w+/g), ['Thing']);
    assert.match(own, /import type \{ Base \} from '\.\/models\.generated\.ts'/);
    assert.match(own, /export type \{ Base, Deep \} from '\.\/models\.generated\.ts'/);
    assert.doesNotMatch(models, /import/);
  });

  it('are not shared between services', async () => {
    const parts: Group = { ...group('Parts'), service: 'arm' };
    const files = await generateFrom({ documents: { 'things.json': document }, groups: [group('Things'), parts] });
    assert.deepEqual([...files.keys()], ['synapse/things.generated.ts', 'arm/parts.generated.ts', ...ofAll]);
  });

  it('of one name are one when they say the same, and an error when not, until a suffix tells them apart', async () => {
    const other = (Base: object): object => ({
      paths: { '/parts': document.paths['/parts'] },
      definitions: { ...document.definitions, Base },
    });
    const groups = [group('Things'), group('Parts', 'old/parts.json')];
    const same = { 'things.json': document, 'old/parts.json': other(document.definitions.Base) };
    assert.equal((await generateFrom({ documents: same, groups })).size, 3 + ofAll.length);

    const different = { 'things.json': document, 'old/parts.json': other({ properties: { deep: text } }) };
    await assert.rejects(generateFrom({ documents: different, groups }), /Base: .*things\.json.*old\/parts\.json/);
    const files = await generateFrom({ documents: different, groups, modelSuffixes: { 'old/': 'Old' } });
    assert.match(String(files.get('synapse/parts.generated.ts')), /export interface BaseOld/);
  });
});
