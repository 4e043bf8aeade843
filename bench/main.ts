// npm run bench            all of them
// npm run bench -- tree    only the named ones
// A bench is a file of bench/benches/: it prints what it measures, and its last line is its result as JSON.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Bench } from './support/bench.ts';

const folder = path.join(import.meta.dirname, 'benches');
const all = readdirSync(folder).map((file) => path.basename(file, '.ts'));
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !all.includes(name));
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}"; there are ${all.join(', ')}.`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : all) {
  const { bench } = (await import(path.join(folder, `${name}.ts`))) as { readonly bench: Bench };
  console.log(`\n── ${name}: ${bench.about}`);
  console.log(JSON.stringify({ bench: name, ...(await bench.run()) }));
}
// What a bench has started ends with this process.
process.exit(0);
