// npm start: VS Code with this extension and the sample. What it takes: scripts/start/options.ts.
import process from 'node:process';
import { runUnderPinnedNode } from './bootstrap.mjs';

runUnderPinnedNode('scripts/start/main.ts', process.argv.slice(2));
