import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { outputOf, withStaticImports } from './staticImports.ts';

const start = 'dist/chunks/start.js';

/**
 * Joins all that activation reads, but for the few lines of the entry, into one file: a module costs Node a good part of a
 * millisecond however small it is, and splitting makes a chunk of whatever activation shares with any part that comes later.
 * What stood in those chunks is handed on by their old names, so that there is one instance of everything.
 * @param {typeof import('esbuild').build} build
 * @param {import('esbuild').Metafile} metafile of the build; changed to describe what lies in dist/ afterwards
 * @param {import('esbuild').BuildOptions} options of the build
 */
export async function oneFileAtStart(build, metafile, options) {
  const { outputs } = metafile;
  const entry = outputOf(outputs, 'src/extension.ts');
  const activation = outputOf(outputs, 'src/activation.ts');
  const shared = [...withStaticImports(outputs, activation)].filter((file) => file !== activation);
  const joined = [activation, ...shared];
  const banner = options.banner.js;
  const result = await build({
    ...options,
    entryPoints: undefined,
    plugins: [keepDynamicImports, withoutBanner(banner)],
    alias: {},
    splitting: false,
    write: false,
    outdir: undefined,
    outfile: start,
    stdin: {
      resolveDir: process.cwd(),
      contents: [
        `export * from './${activation}';`,
        ...shared.map((file, index) =>
          handOn(outputs[file].exports, (name) => [name, `${name}_${index}`], `./${file}`),
        ),
      ].join('\n'),
    },
  });
  const [{ text }] = result.outputFiles;
  const imports = joined.flatMap((file) => outputs[file].imports).filter(({ path: to }) => !joined.includes(to));
  const inputs = {};
  for (const file of joined) {
    for (const [input, { bytesInOutput }] of Object.entries(outputs[file].inputs)) {
      inputs[input] = { bytesInOutput: (inputs[input]?.bytesInOutput ?? 0) + bytesInOutput };
    }
  }
  const put = (file, contents, described) => {
    writeFileSync(file, contents);
    outputs[file] = { ...described, bytes: Buffer.byteLength(contents) };
  };
  put(start, text, { ...outputs[activation], imports, inputs });
  for (const [index, file] of shared.entries()) {
    const { exports } = outputs[file];
    const contents = handOn(exports, (name) => [`${name}_${index}`, name], './start.js');
    put(file, contents, { exports, imports: [{ path: start, kind: 'import-statement' }], inputs: {} });
  }
  // Nobody but the entry loads the chunk of activation itself. esbuild lets the entry import its helpers too, of which it
  // has no use, and which stand in the joined file now: it would be read before its time.
  const [from, to] = [activation, start].map((file) => path.posix.relative(path.posix.dirname(entry), file));
  const entryText = readFileSync(entry, 'utf8')
    .replace(/^import"[^"]+";/m, '')
    .replace(from, to);
  put(entry, entryText, {
    ...outputs[entry],
    imports: [{ path: start, kind: 'dynamic-import' }],
  });
  rmSync(activation);
  delete outputs[activation];
}

/** One line that exports names of another file. @param {(name: string) => [string, string]} rename there and here */
function handOn(names, rename, from) {
  const list = names.map(rename).map(([there, here]) => (there === here ? there : `${there} as ${here}`));
  return `export{${list.join()}}from${JSON.stringify(from)};\n`;
}

/** What is loaded later stays outside, by its place beside the joined file. */
const keepDynamicImports = {
  name: 'keep dynamic imports',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ kind, path: to, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const file = path.relative(path.dirname(start), path.resolve(resolveDir, to));
      return { path: `./${file.replaceAll(path.sep, '/')}`, external: true };
    });
  },
};

/** Each chunk begins with the same line, and one is enough. */
const withoutBanner = (banner) => ({
  name: 'without banner',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]dist[\\/].*\.js$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replace(banner, ''),
      loader: 'js',
    }));
  },
});
