import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import { HostReporter } from './hostReporter.ts';
import { watchConnectionState } from './support/connectionState.ts';
import { watchExtensionContext } from './support/extensionContext.ts';
import { watchLoadedFiles } from './support/loadedFiles.ts';
import { keepLogLines } from './support/logLines.ts';
import { allowOnlyLoopback } from './support/loopbackOnly.ts';
import { watchLinks } from './support/links.ts';
import { watchTokens } from './support/secretsInPlay.ts';
import { watchTreeViews } from './support/treeViews.ts';

/**
 * Runs all tests of this folder in the extension host; VS Code calls it (`--extensionTestsPath`). SYNAPSE_TEST_FILES, a
 * regular expression, chooses files by name. Rejects when a test failed, which is all that VS Code passes on: the runner
 * takes the counts from the report (HostReporter).
 */
export async function run(): Promise<void> {
  // Before the extension is activated, so that nothing it does goes unseen.
  allowOnlyLoopback();
  watchLoadedFiles();
  watchConnectionState();
  keepLogLines();
  watchExtensionContext();
  watchTokens();
  watchTreeViews();
  watchLinks();
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, retries: 1, reporter: HostReporter });
  const chosen = new RegExp(process.env['SYNAPSE_TEST_FILES'] ?? '');
  const folder = import.meta.dirname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  // What activation does can be seen once in a window.
  for (const file of [...files.filter(isOfActivation), ...files.filter((name) => !isOfActivation(name))]) {
    if (file.endsWith('.test.js') && chosen.test(file)) await load(mocha, path.join(folder, file));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${String(failures)} tests failed`);
}

function isOfActivation(file: string): boolean {
  return file.startsWith('activation.');
}

/**
 * What mocha's own loader does, with `import` alone: it first tries `require`, and an extension host of VS Code 1.105 hangs
 * when an ES module that needs `vscode` is required.
 */
async function load(mocha: Mocha, file: string): Promise<void> {
  mocha.suite.emit('pre-require', globalThis, file, mocha);
  mocha.suite.emit('require', await import(pathToFileURL(file).href), file, mocha);
  mocha.suite.emit('post-require', globalThis, file, mocha);
}
