import type { Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const namespace = 'vscode-by-require';

/**
 * Gets `vscode` by require() instead of import. The extension host answers a require from what it holds in memory; for an
 * import it makes an ES module of all names of its API, and Node asks for it in another thread: milliseconds of
 * every activation, a good part of ours.
 *
 * What the bundle uses of the API becomes a variable each, so that `vscode.window` is not looked up where it stands.
 */
export const vscodeByRequire: Plugin = {
  name: 'vscode by require',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'vscode', namespace, sideEffects: false } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace }, () => ({ contents: moduleOf(namesOfApi()), loader: 'js' }));
  },
};

function moduleOf(names: readonly string[]): string {
  return [
    `const api = /* @__PURE__ */ require('vscode');`,
    `const part = (name) => api[name];`,
    ...names.map((name) => `export const ${name} = /* @__PURE__ */ part('${name}');`),
  ].join('\n');
}

/** What the API's own types declare as a value at its top; a name that they lack is an error of the compiler before it is one here. */
function namesOfApi(): readonly string[] {
  const types = readFileSync(createRequire(import.meta.url).resolve('@types/vscode/index.d.ts'), 'utf8');
  const names = [...types.matchAll(/^\texport (?:namespace|class|abstract class|enum|const|let|function) (\w+)/gm)];
  return [...new Set(names.flatMap(([, name]) => (name === undefined ? [] : [name])))];
}
