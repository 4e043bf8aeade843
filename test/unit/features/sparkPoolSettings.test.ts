import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  changed,
  changedPool,
  sameSettings,
  settingsOf,
  type SparkPoolChange,
} from '../../../src/features/sparkPools/sparkPoolSettings.ts';
import { capacityOf, nodeLimits, numberWithin, pauseLimits } from '../../../src/features/sparkPools/sparkPoolLimits.ts';

/** As the service answers it, with everything that a client must not send and something that we do not know. */
const answered = {
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse/workspaces/w/bigDataPools/small',
  name: 'small',
  type: 'Microsoft.Synapse/workspaces/bigDataPools',
  location: 'westeurope',
  tags: { team: 'a' },
  properties: {
    provisioningState: 'Succeeded',
    creationDate: '2024-03-12T07:28:46.976Z',
    lastSucceededTimestamp: '2024-03-12T07:29:35.98Z',
    nodeSize: 'Small',
    nodeCount: 0,
    autoScale: { enabled: true, minNodeCount: 3, maxNodeCount: 10 },
    autoPause: { enabled: true, delayInMinutes: 15 },
    sparkConfigProperties: { configurationType: 'File', filename: 'a.conf', content: 'x 1', time: '2024' },
    libraryRequirements: { filename: 'r.txt', content: 'numpy', time: '2024' },
    customLibraries: [
      { name: 'a.jar', path: 'p', uploadedTimestamp: '2024', provisioningStatus: 'ok', creatorId: '1' },
    ],
    somethingNew: { deep: [1, null] },
  },
};

describe('the settings of a Spark pool', () => {
  it('are read from what the service tells', () => {
    assert.deepEqual(settingsOf(answered), {
      nodeSize: 'Small',
      nodes: { scaling: 'automatic', least: 3, most: 10 },
      pause: 15,
    });
    // Ranges that are switched off are zeros (recording azure-cli.spark_pool).
    const off = {
      nodeSize: 'XLarge',
      nodeCount: 3,
      autoScale: { enabled: false, minNodeCount: 0, maxNodeCount: 0 },
      autoPause: { enabled: false, delayInMinutes: 0 },
    };
    assert.deepEqual(settingsOf({ location: '', properties: off }), {
      nodeSize: 'XLarge',
      nodes: { scaling: 'fixed', count: 3 },
      pause: 'never',
    });
  });

  it('go back whole when one is changed, without what only the service says', () => {
    const { properties, ...rest } = changedPool(answered, { nodeSize: 'Large' });
    assert.deepEqual(rest, { location: 'westeurope', tags: { team: 'a' } });
    assert.deepEqual(properties, {
      nodeSize: 'Large',
      nodeCount: 0,
      autoScale: { enabled: true, minNodeCount: 3, maxNodeCount: 10 },
      autoPause: { enabled: true, delayInMinutes: 15 },
      sparkConfigProperties: { configurationType: 'File', filename: 'a.conf', content: 'x 1' },
      libraryRequirements: { filename: 'r.txt', content: 'numpy' },
      customLibraries: [{ name: 'a.jar', path: 'p' }],
      somethingNew: { deep: [1, null] },
    });
  });

  it('write zeros for what is switched off', () => {
    const { properties } = changedPool(answered, { nodes: { scaling: 'fixed', count: 5 }, pause: 'never' });
    assert.equal(properties?.nodeCount, 5);
    assert.deepEqual(properties.autoScale, { enabled: false, minNodeCount: 0, maxNodeCount: 0 });
    assert.deepEqual(properties.autoPause, { enabled: false, delayInMinutes: 0 });
  });

  it('are after any change what the change says, and otherwise what they were', () => {
    const nodes = fc.oneof(
      fc.record({ scaling: fc.constant('fixed' as const), count: fc.integer({ min: 3, max: 200 }) }),
      fc.record({
        scaling: fc.constant('automatic' as const),
        least: fc.integer({ min: 3, max: 99 }),
        most: fc.integer({ min: 100, max: 200 }),
      }),
    );
    const change = fc.record(
      {
        nodeSize: fc.constantFrom('Small', 'Medium', 'Large'),
        nodes,
        pause: fc.oneof(fc.constant('never' as const), fc.integer({ min: 5, max: 10_080 })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(change, (wanted: SparkPoolChange) => {
        const expected = changed(settingsOf(answered), wanted);
        assert.ok(sameSettings(settingsOf(changedPool(answered, wanted)), expected));
      }),
    );
  });

  it('are not the same when one differs', () => {
    const settings = settingsOf(answered);
    assert.ok(sameSettings(settings, { ...settings, nodes: { most: 10, least: 3, scaling: 'automatic' } }));
    assert.ok(!sameSettings(settings, { ...settings, pause: 16 }));
    assert.ok(!sameSettings(settings, { ...settings, nodes: { scaling: 'fixed', count: 3 } }));
    assert.ok(!sameSettings(settings, { ...settings, nodeSize: undefined }));
  });
});

describe('a number that somebody types', () => {
  it('is taken at both ends of its limits', () => {
    assert.equal(numberWithin('3', nodeLimits), 3);
    assert.equal(numberWithin(' 200 ', nodeLimits), 200);
    assert.equal(numberWithin('10080', pauseLimits), 10_080);
  });

  for (const text of [
    '',
    ' ',
    '2',
    '201',
    '3.5',
    '1e2',
    '0x10',
    '-5',
    '+5',
    '１０',
    '5 nodes',
    '99999999999999999999',
  ]) {
    it(`is refused as “${text}”`, () => {
      assert.equal(numberWithin(text, nodeLimits), undefined);
    });
  }
});

describe('the capacity of a node', () => {
  it('is known for sizes, not for words that every object knows', () => {
    assert.deepEqual(capacityOf('XXLarge'), [64, 432]);
    assert.equal(capacityOf('constructor'), undefined);
    assert.equal(capacityOf('Gigantic'), undefined);
  });
});
