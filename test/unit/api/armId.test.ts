import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { armIdKey, formatArmId, parseArmId, sameArmId, type ArmId } from '../../../src/api/armId.ts';

const poolId =
  '/subscriptions/0b1f6471-1bf0-4dda-aec3-111122223333/resourceGroups/rg-Data/providers/Microsoft.Synapse' +
  '/workspaces/contoso-ws/sqlPools/sales';

/** Names as Azure allows them and worse, but none that could leave a segment. */
const segment = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => !/^\.{1,2}$|[/\\?#%\p{Cc}]/u.test(text) && text.toLowerCase() !== 'providers');
const armId: fc.Arbitrary<ArmId> = fc.oneof(
  fc.record(
    { subscriptionId: segment, resourceGroupName: segment, resources: fc.constant([]) },
    { requiredKeys: ['subscriptionId', 'resources'] },
  ),
  fc.record(
    {
      subscriptionId: segment,
      resourceGroupName: segment,
      provider: segment,
      resources: fc.array(fc.record({ type: segment, name: segment }), { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ['subscriptionId', 'provider', 'resources'] },
  ),
);

describe('parseArmId', () => {
  it('takes a SQL pool apart', () => {
    assert.deepEqual(parseArmId(poolId), {
      subscriptionId: '0b1f6471-1bf0-4dda-aec3-111122223333',
      resourceGroupName: 'rg-Data',
      provider: 'Microsoft.Synapse',
      resources: [
        { type: 'workspaces', name: 'contoso-ws' },
        { type: 'sqlPools', name: 'sales' },
      ],
    });
  });

  it('accepts any case in keywords, a missing leading slash and a trailing one', () => {
    const parsed = parseArmId('SUBSCRIPTIONS/s/resourcegroups/g/');
    assert.deepEqual(parsed, { subscriptionId: 's', resourceGroupName: 'g', resources: [] });
  });

  it('knows resources without a resource group', () => {
    const parsed = parseArmId('/subscriptions/s/providers/Microsoft.Synapse/locations/westeurope');
    assert.deepEqual(parsed?.resources, [{ type: 'locations', name: 'westeurope' }]);
    assert.equal(parsed.resourceGroupName, undefined);
  });

  for (const text of [
    '',
    '/',
    '/subscriptions',
    '/subscriptions/',
    '/tenants/t',
    '/subscriptions/s/resourceGroups',
    '/subscriptions/s/resourceGroups/g/workspaces/w',
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse',
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse/workspaces',
    '/subscriptions/s/providers/A/b/c/providers/Microsoft.Authorization/roleAssignments/r',
    '/subscriptions/s/resourceGroups/../providers/Microsoft.Synapse/workspaces/w',
    '/subscriptions/s/resourceGroups/%2e%2e',
    '/subscriptions/s?api-version=1',
    '/subscriptions/s//resourceGroups/g',
  ]) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.equal(parseArmId(text), undefined);
    });
  }

  it('never throws, and answers only what can be formatted again', () => {
    const piece = fc.oneof(
      fc.constantFrom('subscriptions', 'resourceGroups', 'providers', '..', '.', '', '%2e', 'a?b'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = `/${pieces.join('/')}`;
        const parsed = parseArmId(text);
        if (parsed) assert.equal(sameArmId(formatArmId(parsed), text), true);
      }),
    );
  });
});

describe('formatArmId', () => {
  it('gives back what parseArmId took apart', () => {
    fc.assert(
      fc.property(armId, (id) => {
        // fast-check's records have no prototype.
        assert.deepEqual(parseArmId(formatArmId(id)), JSON.parse(JSON.stringify(id)));
      }),
    );
  });

  it('gives an id whose path in a URL has exactly its segments', () => {
    fc.assert(
      fc.property(armId, (id) => {
        const text = formatArmId(id);
        const url = new URL(encodeURI(text), 'https://example.test');
        assert.equal(decodeURI(url.pathname), text);
        assert.equal(url.search + url.hash, '');
      }),
    );
  });

  it('refuses a name that would leave its segment, wherever it stands', () => {
    const bad = fc.oneof(
      fc.constantFrom('', '.', '..', '%2e%2e', '\ud800'),
      fc
        .tuple(fc.string(), fc.constantFrom('/', '\\', '?', '#', '%', '\n', '\u0000', '\u007f'), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(bad, (name) => {
        const workspace = { type: 'workspaces', name: 'w' };
        const id: ArmId = { subscriptionId: 's', resourceGroupName: 'g', provider: 'P', resources: [workspace] };
        const broken: ArmId[] = [
          { ...id, subscriptionId: name },
          { ...id, resourceGroupName: name },
          { ...id, provider: name },
          { ...id, resources: [{ type: name, name: 'w' }] },
          { ...id, resources: [workspace, { type: 'sqlPools', name }] },
        ];
        for (const each of broken) assert.throws(() => formatArmId(each), TypeError);
      }),
    );
  });
});

describe('sameArmId', () => {
  it('disregards case and outer slashes', () => {
    assert.equal(sameArmId(poolId, `${poolId.toUpperCase().slice(1)}/`), true);
    assert.equal(armIdKey(poolId), armIdKey(poolId.toLowerCase()));
  });

  it('tells a pool from its workspace and from another pool', () => {
    assert.equal(sameArmId(poolId, poolId.replace('/sqlPools/sales', '')), false);
    assert.equal(sameArmId(poolId, `${poolId}2`), false);
  });
});
