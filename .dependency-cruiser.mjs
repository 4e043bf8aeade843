// Who may import whom: azure ← api ← platform ← signIn, features, sample ← extension.ts (ARCHITECTURE.md says why).

/** A rule that forbids the layer `from` to import any of the layers `to`, all folders of src/. */
const layer = (from, ...to) => ({
  name: `${from}-below-${to.join('-')}`,
  comment: `src/${from} is a lower layer than ${to.join(', ')}`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: `^src/(${to.join('|')})(/|\\.ts$)` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    layer('azure', 'api', 'platform', 'signIn', 'features', 'sample', 'extension', 'lazyParts'),
    layer('api', 'platform', 'signIn', 'features', 'sample', 'extension', 'lazyParts'),
    layer('platform', 'signIn', 'features', 'sample', 'extension', 'lazyParts'),
    layer('signIn', 'features', 'sample', 'extension', 'lazyParts'),
    layer('sample', 'signIn', 'features', 'extension', 'lazyParts'),
    layer('features', 'signIn', 'sample', 'extension', 'lazyParts'),
    {
      name: 'features-meet-in-public',
      comment: 'a feature imports of another feature only its public.ts',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/public\\.ts$'] },
    },
    {
      name: 'no-vscode-below-platform',
      comment: 'azure, api and the emulator run without VS Code',
      severity: 'error',
      from: { path: '^(src/(azure|api)|emulator)/' },
      to: { path: '^(vscode$|node_modules/@types/vscode)' },
    },
    {
      name: 'contributions-are-data',
      comment: 'contributions.ts is read at build time, without VS Code: nothing that it leads to may need it',
      severity: 'error',
      from: { path: '^src/.+/contributions\\.ts$' },
      to: { path: '^(vscode$|node_modules/@types/vscode)', reachable: true },
    },
    {
      name: 'pages-stay-in-the-browser',
      comment:
        'what runs in the extension cannot load what needs a DOM; the other way round the bundler refuses VS Code and Node',
      severity: 'error',
      from: { path: '^src/', pathNot: '/browser/' },
      to: { path: '^src/.+/browser/' },
    },
    {
      name: 'emulator-stands-alone',
      comment: 'the emulator is a product of its own, and needs nothing but Node and a library that makes certificates',
      severity: 'error',
      from: { path: '^emulator/', pathNot: '^emulator/https/certificates\\.ts$' },
      to: { pathNot: ['^emulator/'], dependencyTypesNot: ['core'] },
    },
    {
      name: 'no-emulator-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(emulator|test|scripts|bench)/' },
    },
    {
      name: 'nothing-needs-a-bench',
      comment: 'bench measures what is there; nothing is built on it',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { path: '^bench/' },
    },
    {
      name: 'nothing-ships-a-test',
      severity: 'error',
      from: { path: '^(src|emulator)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'no-circle',
      comment: 'types may know each other in both directions; modules that run may not',
      severity: 'error',
      // The package esbuild is taken for the file that is called like it.
      from: { pathNot: '^esbuild\\.mjs$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-missing-file', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out|\\.vscode-test|test-results)/' },
    tsPreCompilationDeps: true, // see type imports, too
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
