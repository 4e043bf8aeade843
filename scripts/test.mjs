// npm test: build, checks and all rings of tests. `npm test -- unit host` runs only the named ones.
import process from 'node:process';
import { runUnderPinnedNode } from './bootstrap.mjs';

runUnderPinnedNode('scripts/test/main.ts', process.argv.slice(2));
