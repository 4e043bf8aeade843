import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { bytesAtStart, filesAtStart, type Outputs } from '../../../scripts/build/staticImports.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const outputs = productionOutputs();
const skip = outputs ? false : 'there is no production build: npm run build -- --production';

describe('the bundle', { skip }, () => {
  const built = outputs ?? {};
  const atStart = filesAtStart(built);

  it('is the minified one, as the report describes it', () => {
    for (const [file, { bytes }] of Object.entries(built)) {
      const text = readFileSync(path.join(root, file));
      assert.equal(text.length, bytes, `${file} is not the file of the report`);
    }
    const text = [...atStart].map((file) => readFileSync(path.join(root, file), 'utf8')).join('');
    assert.ok(text.split('\n').length < text.length / 500, 'what is read at activation has the lines of source code');
  });

  it('reads at most 60 KB when the extension is activated', () => {
    const bytes = bytesAtStart(built);
    assert.ok(bytes > 0 && bytes <= 60 * 1024, `${String(bytes)} bytes in ${[...atStart].join(', ')}`);
  });

  it('reads two files then: each costs time, however small it is', () => {
    assert.deepEqual([...atStart], ['dist/extension.js', 'dist/chunks/start.js']);
  });

  it('reads no large library when the extension is activated, but has them', () => {
    const large = ['@microsoft/vscode-azext-utils', 'axios'];
    assert.deepEqual(packagesIn(built, atStart), []);
    assert.deepEqual(
      large.filter((name) => !packagesIn(built, Object.keys(built)).includes(name)),
      [],
    );
  });

  it('has a script and a style sheet of at most 150 KB for each page', () => {
    const { outputs: pages } = JSON.parse(readFileSync(path.join(root, 'out/pages.json'), 'utf8')) as {
      outputs: Outputs;
    };
    const bytes = new Map<string, number>();
    for (const [file, output] of Object.entries(pages)) {
      const page = file.replace(/\.(js|css)$/, '');
      bytes.set(page, (bytes.get(page) ?? 0) + output.bytes);
    }
    assert.ok(bytes.has('dist/pages/publishPage') && bytes.has('dist/pages/folderPage'));
    assert.deepEqual(
      [...bytes].filter(([, size]) => size > 150 * 1024),
      [],
    );
  });

  it('holds no code that sends telemetry', () => {
    const packages = packagesIn(built, Object.keys(built));
    assert.deepEqual(
      packages.filter((name) => /telemetry|applicationinsights|1ds/i.test(name)),
      [],
    );
    for (const file of Object.keys(built)) {
      const text = readFileSync(path.join(root, file), 'utf8');
      assert.doesNotMatch(
        text,
        /\.(services\.visualstudio|events\.data\.microsoft|applicationinsights\.azure)\.com/,
        file,
      );
    }
  });
});

/** What the last build wrote, by its own report; undefined unless it was one for production, which has no source maps. */
function productionOutputs(): Outputs | undefined {
  const report = path.join(root, 'out', 'meta.json');
  if (!existsSync(report)) return undefined;
  const { outputs: all } = JSON.parse(readFileSync(report, 'utf8')) as { readonly outputs: Outputs };
  return Object.keys(all).some((file) => file.endsWith('.map')) ? undefined : all;
}

function packagesIn(all: Outputs, files: Iterable<string>): string[] {
  const inputs = [...files].flatMap((file) => Object.keys(all[file]?.inputs ?? {}));
  const names = inputs.flatMap((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(names)].sort();
}
