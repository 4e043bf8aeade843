// Bundles what runs: the extension, its pages and the emulator (dist/, shipped in the .vsix) and the tests of the host
// ring (out/).
//   node esbuild.mjs                 for development: readable, with source maps
//   node esbuild.mjs --production    as shipped: minified, no source maps
//   node esbuild.mjs --watch         for development, again and again
//   --bench                          also what bench/ runs inside an extension host
import { build, context } from 'esbuild';
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { contributionsAtRunTime } from './scripts/build/contributionsAtRunTime.ts';
import { oneFileAtStart } from './scripts/build/oneFileAtStart.mjs';
import { sizeReport } from './scripts/build/sizeReport.mjs';
import { smallMimeTable } from './scripts/build/smallMimeTable.mjs';
import { thirdPartyNotices } from './scripts/build/thirdPartyNotices.mjs';
import { vscodeByRequire } from './scripts/build/vscodeByRequire.ts';
import { watchMessages } from './scripts/build/watchMessages.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22', // what VS Code 1.105, the oldest one supported, brings along
  mainFields: ['module', 'main'],
  external: ['vscode'],
  // CommonJS dependencies call require() for Node's own modules; an ES module has none.
  banner: { js: `import{createRequire as requireFor}from'node:module';const require=requireFor(import.meta.url);` },
  minify: production,
  keepNames: false,
  sourcemap: !production,
  legalComments: 'none', // dist/THIRD_PARTY_NOTICES.txt has the licenses
  metafile: true,
  logLevel: 'warning',
};

/** What `import()` names becomes a chunk of its own that is read at first use: activation pays only for what it needs. */
const extension = {
  ...common,
  entryPoints: ['src/extension.ts'],
  outdir: 'dist',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  plugins: [smallMimeTable, contributionsAtRunTime, vscodeByRequire],
  // azext-utils makes a telemetry reporter whether one is wanted or not: this one sends nothing, and holds no code that could.
  alias: { '@vscode/extension-telemetry': './src/platform/azext/noTelemetry.ts' },
};

/** Scripts and style sheets of the pages, which run in a browser: one of each for every page, named after it. */
const pages = {
  ...common,
  platform: 'browser',
  target: 'es2024',
  external: [],
  banner: {},
  // lit tells in the console that its development build runs; that one is for finding mistakes in lit's use.
  conditions: production ? [] : ['development'],
  entryPoints: globSync('src/features/**/browser/*Page.ts').map((file) => ({ in: file, out: basename(file, '.ts') })),
  outdir: 'dist/pages',
};

const emulator = { ...common, entryPoints: { emulator: 'emulator/main.ts' }, outdir: 'dist' };

/** mocha stays outside: its reporters are found at run time. */
const hostTests = () => ({
  ...common,
  entryPoints: globSync(['test/host/index.ts', 'test/host/**/*.test.ts']),
  outbase: 'test',
  outdir: 'out',
  splitting: true,
  external: [...common.external, 'mocha'],
  plugins: [vscodeByRequire], // VS Code 1.105 has one API for import and another for require, and tests look over ours
  minify: false,
  sourcemap: true,
});

const bench = {
  ...common,
  entryPoints: { 'bench/hostEntry': 'bench/startup/hostEntry.ts' },
  outdir: 'out',
  minify: false,
};

for (const folder of ['dist', 'out']) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
}

if (watch) {
  const builds = { extension, pages, emulator, 'host tests': hostTests() };
  const messages = watchMessages(Object.keys(builds));
  for (const [name, options] of Object.entries(builds)) {
    const building = await context({ ...options, plugins: [...(options.plugins ?? []), messages(name)] });
    await building.watch();
  }
} else {
  const more = [hostTests(), ...(process.argv.includes('--bench') ? [bench] : [])];
  const [built, pagesBuilt, emulatorBuilt] = await Promise.all([
    build(extension),
    build(pages),
    build(emulator),
    ...more.map(build),
  ]).catch(
    () => process.exit(1), // esbuild has printed what is wrong, and where
  );
  if (production) await oneFileAtStart(build, built.metafile, extension);
  // Read by the tests of the size budgets.
  writeFileSync('out/meta.json', JSON.stringify(built.metafile, null, 1));
  writeFileSync('out/pages.json', JSON.stringify(pagesBuilt.metafile, null, 1));
  writeFileSync(
    'dist/THIRD_PARTY_NOTICES.txt',
    thirdPartyNotices(built.metafile, pagesBuilt.metafile, emulatorBuilt.metafile),
  );
  console.log(sizeReport(built.metafile, pagesBuilt.metafile, emulatorBuilt.metafile));
}
