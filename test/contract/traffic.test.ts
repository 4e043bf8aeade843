import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Contract } from './support/contract.ts';
import { covers, describeDeviation, readDeviations } from './support/deviations.ts';
import { judgeTraffic, type Counts, type TrafficReport } from './support/judgeTraffic.ts';
import { apiFolder, openApiFolder, withoutSpecifications } from './support/places.ts';
import { asStable, readRecording } from './support/recordings.ts';
import { scriptTraffic } from './support/scriptTraffic.ts';
import { ringsWithoutTraffic, trafficFiles } from './support/traffic.ts';

/**
 * What extension and emulator said to each other in the rings host and ui, and what the emulator says of SQL scripts,
 * against the public OpenAPI specifications.
 * deviations.json lists where both follow the real service instead; a recording of the service has to show each of them.
 */

const skip = withoutSpecifications;
const deviations = readDeviations();

let opened: Promise<Contract> | undefined;
let reported: Promise<TrafficReport> | undefined;
let scripts: ReturnType<typeof scriptTraffic> | undefined;

function contract(): Promise<Contract> {
  assert.ok(openApiFolder !== undefined);
  return (opened ??= Contract.open(openApiFolder));
}

async function report(): Promise<TrafficReport> {
  assert.deepEqual(ringsWithoutTraffic(), [], 'rings without traffic: they have to run before this one');
  const [judge, ofScripts] = await Promise.all([contract(), (scripts ??= scriptTraffic())]);
  return (reported ??= judgeTraffic([...trafficFiles(), ...ofScripts], judge, deviations));
}

function total(counts: Counts): number {
  return [...counts.values()].reduce((sum, times) => sum + times, 0);
}

function lines(counts: Counts): string[] {
  return [...counts].map(([name, times]) => `${String(times)} × ${name}`).sort();
}

test('recorded traffic keeps to the specifications', { skip }, async (t) => {
  const { judged, undefinedOperations, injected, refusedBefore, violations, usedDeviations } = await report();
  const counts = new Map([
    ['judged', judged],
    ['of undefined operations', undefinedOperations],
    ['with injected faults', injected],
    ['refused before the operation', refusedBefore],
    ['violations', violations],
  ]);
  const totals = [...counts].map(([name, each]) => `${String(total(each))} ${name}`);
  t.diagnostic(`exchanges: ${totals.join(', ')}; ${String(usedDeviations.size)} deviations used`);
  for (const [name, each] of counts) if (each.size > 0) t.diagnostic(`${name}: ${lines(each).join(', ')}`);
  assert.ok(total(judged) > 0, 'nothing was judged');
  assert.deepEqual(lines(violations), []);
});

test('every deviation is still needed', { skip }, async () => {
  const { usedDeviations } = await report();
  const unused = deviations.filter((each) => each.neededBy === undefined && !usedDeviations.has(each));
  assert.deepEqual(unused.map(describeDeviation), []);
});

for (const deviation of deviations) {
  if ('says' in deviation.recording) {
    const { file, says } = deviation.recording;
    test(`${describeDeviation(deviation)}: ${file} says ${says}`, { skip }, () => {
      assert.ok(readFileSync(path.join(apiFolder, file), 'utf8').includes(says));
    });
    continue;
  }
  const { file, index } = deviation.recording;
  test(`${describeDeviation(deviation)}: recorded in ${file}, exchange ${String(index)}`, { skip }, async () => {
    const exchange = readRecording(file)[index];
    assert.ok(exchange !== undefined, `${file} has no exchange ${String(index)}`);
    const { operation = 'no operation', issues } = await (await contract()).judge(asStable(exchange));
    const shown = issues.some((issue) => covers(deviation, operation, issue));
    assert.ok(shown, `${operation} in the recording: ${JSON.stringify(issues)}`);
  });
}
