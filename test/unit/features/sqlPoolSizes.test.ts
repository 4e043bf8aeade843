import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sqlPoolSize, sqlPoolSizes } from '../../../src/features/sqlPools/sqlPoolSizes.ts';
import { validateSqlPoolSize } from '../../../emulator/services/resourceManager/validation.ts';

describe('the sizes of a dedicated SQL pool', () => {
  it('are those that the service has, from the smallest to the largest', () => {
    assert.deepEqual(
      sqlPoolSizes.map(({ name }) => name).join(' '),
      'DW100c DW200c DW300c DW400c DW500c DW1000c DW1500c DW2000c DW2500c DW3000c DW5000c DW6000c DW7500c DW10000c DW15000c DW30000c',
    );
    for (const { name } of sqlPoolSizes) assert.equal(validateSqlPoolSize(name), name);
  });

  it('tell nodes and memory as documented', () => {
    assert.deepEqual(sqlPoolSize('DW100c'), { name: 'DW100c', units: 100, computeNodes: 1, memoryInGigabytes: 60 });
    assert.deepEqual(sqlPoolSize('DW30000c'), {
      name: 'DW30000c',
      units: 30_000,
      computeNodes: 60,
      memoryInGigabytes: 18_000,
    });
  });

  it('are found in whatever case the service writes them, and unknown ones are not', () => {
    assert.equal(sqlPoolSize('dw400C')?.name, 'DW400c');
    for (const unknown of [undefined, '', 'DW150c', 'DW400', 'System2']) assert.equal(sqlPoolSize(unknown), undefined);
  });
});
