// node scripts/run.mjs FILE [ARGUMENT...]: runs a file of this project under the pinned Node, for package.json's scripts.
import process from 'node:process';
import { runUnderPinnedNode } from './bootstrap.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: node scripts/run.mjs FILE [ARGUMENT...]');
  process.exit(2);
}
runUnderPinnedNode(file, args);
