import { type Bench, median, rounded } from '../support/bench.ts';
import { inExtensionHost } from '../startup/extensionHost.ts';
import type { Activation, ActivationReport, MemoryReport } from '../startup/hostEntry.ts';
import { buildExtension, entryBytes, vsixBytes } from '../startup/sizes.ts';

/** An even number: whoever is activated first pays for what both need, so each is first in half of the runs. */
const runs = 8;
const ours = 'synapse-explorer.synapse-explorer';
const empty = 'synapse-explorer.empty';

const words: Readonly<Record<keyof Activation, string>> = { elapsed: 'by the clock', processor: 'of the processor' };

export const bench: Bench = {
  about: 'activation in a new extension host each time, against an extension that does nothing; memory; sizes',
  async run() {
    await buildExtension();
    const reports: ActivationReport[] = [];
    for (let run = 0; run < runs; run += 1) {
      const activate = run % 2 === 0 ? [ours, empty] : [empty, ours];
      reports.push((await inExtensionHost({ activate })) as ActivationReport);
    }
    const difference = (what: keyof Activation): number => {
      const [mine, others] = [ours, empty].map((id) => reports.map((report) => report[id]?.[what] ?? NaN));
      console.log(`${words[what]}: ours ${listed(mine ?? [])}; empty ${listed(others ?? [])}`);
      return median(mine ?? []) - median(others ?? []);
    };
    const oursMinusEmptyMs = rounded(difference('elapsed'), 1);
    difference('processor');
    const settings = { 'synapse.sample': 'large' };
    const { before, after, rows } = (await inExtensionHost({ expand: ours }, settings)) as MemoryReport;
    console.log(
      `memory of the extension host with the large sample fully expanded (${String(rows)} rows): ` +
        `heap ${megabytes(after.heap)} (before activation ${megabytes(before.heap)}), ` +
        `resident ${megabytes(after.rss)} (before ${megabytes(before.rss)})`,
    );
    return {
      oursMinusEmptyMs,
      entryBytes: entryBytes(),
      vsixBytes: await vsixBytes(),
    };
  },
};

function listed(milliseconds: readonly number[]): string {
  return `${milliseconds.map((time) => time.toFixed(1)).join(' ')} ms, median ${median(milliseconds).toFixed(1)}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
