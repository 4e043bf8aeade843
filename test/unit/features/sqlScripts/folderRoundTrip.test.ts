import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { exactText, parseExact } from '../../../../src/azure/exactJson.ts';
import { isObject } from '../../../../src/azure/json.ts';
import { downloadedFiles, sidecarAfter } from '../../../../src/features/sqlScripts/folderPublish/downloadPlan.ts';
import { documentFor, folderPlan } from '../../../../src/features/sqlScripts/folderPublish/folderPlan.ts';
import { emptySidecar, readSidecar, sidecarText } from '../../../../src/features/sqlScripts/folderPublish/sidecar.ts';
import { wantedScripts } from '../../../../src/features/sqlScripts/folderPublish/wantedScripts.ts';
import { encodeText } from '../../../../src/features/sqlScripts/publishing/scriptText.ts';
import { readScript, type SqlScript } from '../../../../src/features/sqlScripts/scripts/sqlScript.ts';
import { planWords } from './support/planWords.ts';

/** JSON as services write it, numbers included that JavaScript would change. */
const json = fc.oneof(
  fc.json({ maxDepth: 2 }).filter((text) => !text.includes('__proto__')),
  fc.constantFrom('1.0', '12345678901234567890', '-0', '1e-7', 'null', '{}'),
);
const members = fc.array(fc.tuple(fc.constantFrom('a', 'type', 'name', 'x y', 'ü'), json), { maxLength: 3 });
const maybe = (text: fc.Arbitrary<string>) => fc.option(text, { nil: undefined });
const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const document = fc
  .record({
    name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((name) => name.isWellFormed()),
    folder: maybe(fc.constantFrom('', 'a', 'A', 'a/b', 'x.sql', 'con/.git', 'a//b')),
    query: fc.oneof(words, fc.constantFrom('', '\ufeffSELECT', 'a\r\nb\n', 'a\0b', '\ud800')),
    pool: maybe(fc.constantFrom('Built-in', 'SalesDW')),
    description: maybe(words),
    limit: maybe(fc.constantFrom('-1', '5000', '1.0')),
    more: members,
    moreContent: members,
  })
  .map(({ name, folder, query, pool, description, limit, more, moreContent }) => {
    const member = (key: string, value: string | undefined) => (value === undefined ? [] : [`${quoted(key)}:${value}`]);
    const others = (pairs: [string, string][], known: readonly string[]) =>
      pairs.filter(([key]) => !known.includes(key)).map(([key, value]) => `${quoted(key)}:${value}`);
    const content = [
      ...member('query', quoted(query)),
      ...member('currentConnection', pool && `{"poolName":${quoted(pool)},"extra":1.50}`),
      ...member('resultLimit', limit),
      ...others(moreContent, []),
    ];
    const properties = [
      ...member('description', description === undefined ? undefined : quoted(description)),
      ...member('folder', folder === undefined ? undefined : `{"name":${quoted(folder)}}`),
      `"content":{${content.join()}}`,
    ];
    return `{"name":${quoted(name)},"etag":"1","properties":{${properties.join()},"more":{${others(more, []).join()}}}}`;
  });
const workspace = fc.uniqueArray(document.map(scriptIn), {
  selector: ({ name }) => name.toLowerCase(),
  maxLength: 8,
});

describe('download, then publish', () => {
  it('changes nothing, whatever the scripts hold', () => {
    fc.assert(
      fc.property(workspace, (published) => {
        const rows = folderPlan(again(published), published, '', planWords);
        assert.deepEqual(
          rows.map(({ action }) => action),
          published.map(() => 'unchanged'),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('makes the same scripts in an empty workspace', () => {
    fc.assert(
      fc.property(workspace, (published) => {
        const filled = published.filter(({ query }) => query !== '');
        for (const row of folderPlan(again(filled), [], '', planWords)) {
          assert.equal(row.action, 'create');
          const made = scriptIn(exactText(documentFor(row).document));
          const before = filled.find(({ name }) => name === made.name);
          assert.ok(before);
          const { query, folder, description } = made;
          assert.deepEqual({ query, folder, description }, pick(before));
          if (before.connection.poolName !== undefined) {
            assert.equal(made.connection.poolName, before.connection.poolName);
          }
        }
      }),
    );
  });

  it('finds the scripts of one folder again when they are published there', () => {
    fc.assert(
      fc.property(workspace, (published) => {
        const files = downloadedFiles(published, 'a');
        const sidecar = readSidecar(sidecarText(sidecarAfter(emptySidecar, files)));
        const wanted = wantedScripts(
          files.map(({ path, script }) => ({ path, bytes: encodeText(script.query) })),
          { sidecar, workspaceName: 'w', below: 'a' },
        );
        const rows = folderPlan(wanted, published, 'a', planWords);
        assert.ok(rows.every(({ action }) => action === 'unchanged'));
      }),
    );
  });
});

/** The scripts after a way through files and sidecar. */
function again(published: readonly SqlScript[]) {
  const files = downloadedFiles(published, '');
  const sidecar = readSidecar(sidecarText(sidecarAfter(emptySidecar, files)));
  return wantedScripts(
    files.map(({ path, script }) => ({ path, bytes: encodeText(script.query) })),
    { sidecar, workspaceName: 'contoso', below: '' },
  );
}

function scriptIn(text: string): SqlScript {
  const document = parseExact(text);
  const script = isObject(document) ? readScript(document) : undefined;
  assert.ok(script, text);
  return script;
}

function pick({ query, folder, description }: SqlScript) {
  return { query, folder, description };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
