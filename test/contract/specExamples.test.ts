import assert from 'node:assert/strict';
import { before, describe, it, test } from 'node:test';
import { askExample, type AskedExample, type Difference } from './support/askExamples.ts';
import { Contract } from './support/contract.ts';
import { describeDeviation, readDeviations, type Deviation } from './support/deviations.ts';
import { judgeTraffic } from './support/judgeTraffic.ts';
import { endpointDifferences } from './support/endpointDifferences.ts';
import { managementDifferences } from './support/managementDifferences.ts';
import { endpointRows, managementRows, type OperationRow } from './support/operationsTable.ts';
import { openApiFolder, withoutSpecifications } from './support/places.ts';
import { examplesOfNothing, specExamples } from './support/specExamples.ts';

interface Plane {
  readonly rows: () => readonly OperationRow[];
  readonly differences: readonly Difference[];
}

const planes: Readonly<Record<string, Plane>> = {
  management: { rows: managementRows, differences: managementDifferences },
  endpoint: { rows: endpointRows, differences: endpointDifferences },
};

const deviations = readDeviations();
const needed = new Set<Deviation>();

/**
 * Each example request of the specifications, sent as it stands to the emulator's sample `spec-examples`: the reply has a
 * status that the example lists and the shape that it shows, and keeps to the specification.
 */
for (const [name, { rows, differences }] of Object.entries(planes)) {
  describe(`examples of the plane ${name}`, { skip: withoutSpecifications }, () => {
    let asked: readonly AskedExample[];

    before(async () => {
      const all: AskedExample[] = [];
      for (const example of specExamples(rows())) all.push(await askExample(example));
      asked = all;
    });

    it('are answered with the status and the shape that they show', (t) => {
      const operations = new Set(asked.map(({ example }) => example.operationId));
      const used = new Set<Difference>();
      const wrong = asked.flatMap(({ example, differences: found }) =>
        found.flatMap((what) => {
          const known = differences.find((each) => each.operation === example.operationId && each.what === what);
          if (known === undefined) return [`${example.operationId} (${example.name}): ${what}`];
          used.add(known);
          return [];
        }),
      );
      t.diagnostic(
        `${asked.length} examples of ${operations.size} operations; ${used.size} differences that are meant`,
      );
      assert.deepEqual(wrong, []);
      assert.deepEqual(
        differences.filter((each) => !used.has(each)).map(({ operation, what }) => `${operation} ${what}`),
        [],
        'differences that are none any more',
      );
    });

    it('are answered as the specifications have it, and so are questions about nothing', async (t) => {
      assert.ok(openApiFolder !== undefined);
      const refused: AskedExample[] = [];
      for (const example of examplesOfNothing(rows())) refused.push(await askExample(example));
      const files = [...asked, ...refused].flatMap(({ traffic }) => traffic);
      const report = await judgeTraffic(files, await Contract.open(openApiFolder), deviations, ['response']);
      t.diagnostic(`${files.length} exchanges; ${report.usedDeviations.size} deviations used`);
      for (const deviation of report.usedDeviations) needed.add(deviation);
      assert.deepEqual([...report.violations.keys()], []);
    });
  });
}

test('every deviation that examples need is still needed', { skip: withoutSpecifications }, () => {
  const unused = deviations.filter((each) => each.neededBy === 'examples' && !needed.has(each));
  assert.deepEqual(unused.map(describeDeviation), []);
});
