import path from 'node:path';
import tseslint from 'typescript-eslint';

const noDefaultExports = {
  selector: 'ExportDefaultDeclaration',
  message: 'One name everywhere: use a named export.',
};

/** VS Code patches the functions of http and https for proxies and certificates; a named import keeps the unpatched one. */
const noNamedHttpImports = ['http', 'https', 'node:http', 'node:https'].map((module) => ({
  selector: `ImportDeclaration[importKind!="type"][source.value="${module}"] > ImportSpecifier[importKind!="type"]`,
  message: `Named imports of ${module} escape VS Code's proxy: import the whole module.`,
}));

/** A text with a letter in it, as a literal, a template or a part of a sum: not an icon, and not what a call of l10n.t is. */
const ownText = (place) =>
  [
    'Literal[value=/\\p{L}/u]:not([value=/^\\$\\([\\w~-]+\\) ?$/])',
    'TemplateLiteral:has(> TemplateElement[value.raw=/\\p{L}/u]:not([value.raw=/^\\$\\([\\w~-]+\\) ?$/]))',
    'BinaryExpression[operator="+"]:has(> Literal[value=/\\p{L}/u])',
  ].map((text) => `${place} > ${text}`);

/** What VS Code shows to people as it is given: a literal there is a text that nobody can translate. */
const noUntranslatedText = [
  // showInformationMessage('…', …, 'button'), setStatusBarMessage('…'), Progress.report is an object
  ...['showInformationMessage', 'showWarningMessage', 'showErrorMessage', 'setStatusBarMessage'].flatMap((name) =>
    ownText(`CallExpression[callee.property.name="${name}"]`),
  ),
  // { title: '…' } and the like, of quick picks, input boxes, progress, tree items and nodes
  ...[
    'accessibleLabel',
    'ariaLabel',
    'description',
    'detail',
    'emptyLabel',
    'label',
    'message',
    'openLabel',
    'placeHolder',
    'placeholder',
    'prompt',
    'saveLabel',
    'title',
    'tooltip',
  ].flatMap((name) => ownText(`Property[key.name="${name}"]`)),
].map((selector) => ({ selector, message: 'People read this: use vscode.l10n.t.' }));

/** Texts are taken out of the sources without running them. */
const onlyLiteralTexts = {
  selector:
    'CallExpression[callee.object.property.name="l10n"][callee.property.name="t"]:not([arguments.0.type="Literal"]):not([arguments.0.type="ObjectExpression"])',
  message: 'What is translated must be a literal: the texts are taken out of the sources.',
};

const noVsCode = { name: 'vscode', message: 'This folder runs without VS Code.' };

/** Tools that load a module of ours take its default export. */
const readByTools = ['*.config.mjs', '.*.mjs', 'scripts/test/countReporter.ts'];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', 'test-results/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers are clear in text as they are.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `void somePromise()` as an arrow's body says that nobody waits for it.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      // `Promise.withResolvers<void>()` is the way to a promise without a value, and this rule takes it for a mistake.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Types are structural here: what has a Disposable's methods is one.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `Record<never, never>` is how a node kind says that it carries no data.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // `||` says that an empty text counts as none.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // `const { secret: _secret, ...rest }` leaves a property out, and a parameter may be there for the next one's sake.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // noPropertyAccessFromIndexSignature is off, and process.env['X'] shows that X may be missing.
      '@typescript-eslint/dot-notation': 'off',
      'no-restricted-syntax': ['error', noDefaultExports],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExports, ...noNamedHttpImports] },
  },
  {
    files: ['src/**/*.ts'],
    // Declarations are translated by their own keys, and below these folders nobody speaks to people.
    ignores: [
      'src/**/contributions.ts',
      'src/signIn/settings.ts',
      'src/platform/contributions/**',
      'src/{api,azure}/**',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        noDefaultExports,
        ...noNamedHttpImports,
        ...noUntranslatedText,
        onlyLiteralTexts,
      ],
    },
  },
  {
    files: ['src/azure/**/*.ts', 'src/api/**/*.ts', 'emulator/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', noVsCode] },
  },
  {
    // Scripts of pages run in a browser: they have the DOM, and neither Node nor VS Code.
    files: ['src/**/browser/**/*.ts'],
    languageOptions: { parserOptions: { projectService: false, project: './tsconfig.pages.json' } },
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { ...noVsCode, allowTypeImports: true }] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // node:test's describe() and it() answer promises that the runner itself waits for.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'test', 'suite'] },
          ],
        },
      ],
      // A test compares what it turned into text; [object Object] would not pass.
      '@typescript-eslint/no-base-to-string': 'off',
      // A test may look for what the types say cannot be: answers come from a wire.
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  { files: ['**/*.mjs', '**/*.js', '**/*.cjs'], rules: { 'no-restricted-syntax': ['error', noDefaultExports] } },
  { files: readByTools, rules: { 'no-restricted-syntax': 'off' } },
);
