import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exactText, parseExact } from '../../../../src/azure/exactJson.ts';
import { documentFor, folderPlan } from '../../../../src/features/sqlScripts/folderPublish/folderPlan.ts';
import { readSidecar, SidecarError } from '../../../../src/features/sqlScripts/folderPublish/sidecar.ts';
import { isScriptFile, wantedScripts } from '../../../../src/features/sqlScripts/folderPublish/wantedScripts.ts';
import { newScript, readScript, type SqlScript } from '../../../../src/features/sqlScripts/scripts/sqlScript.ts';
import { planWords } from './support/planWords.ts';

const nothing = '{"version":1,"scripts":{}}';

/** The plan for files (path → text or bytes) as lines, one for each row. */
function plan(
  files: Readonly<Record<string, string | Uint8Array>>,
  published: readonly SqlScript[] = [],
  { sidecar = nothing, workspaceName = 'dev', below = '' } = {},
) {
  const read = Object.entries(files).map(([path, content]) => ({ path, bytes: Buffer.from(content) }));
  const wanted = wantedScripts(read, { sidecar: readSidecar(sidecar), workspaceName, below });
  return folderPlan(wanted, published, below, planWords);
}

const lines = (rows: ReturnType<typeof plan>): string[] =>
  rows.map(({ action, wanted, present, reasons }) =>
    [action, wanted ? wanted.path : (present?.name ?? ''), ...reasons].join(' '),
  );

const script = (name: string, query: string, folder = ''): SqlScript => newScript(name, { query, folder });

describe('the plan of a folder', () => {
  it('says what is new, changed, the same, and only in the workspace', () => {
    const published = [script('same', 'S'), script('text', 'old'), script('moved', 'M', 'a'), script('extra', 'E')];
    const files = { 'same.sql': 'S', 'text.sql': 'new', 'b/moved.sql': 'M', 'new.sql': 'N' };
    assert.deepEqual(lines(plan(files, published)), [
      'unchanged same.sql',
      'change text.sql text',
      'change b/moved.sql folder',
      'create new.sql',
      'remove extra',
    ]);
  });

  it('tells line endings from text', () => {
    assert.deepEqual(lines(plan({ 'a.sql': 'a\r\nb' }, [script('a', 'a\nb')])), ['change a.sql endings']);
  });

  it('has a row for what cannot be published, with the reason', () => {
    const files = { 'empty.sql': '', 'binary.sql': Buffer.from([1, 0, 2]), 'A.sql': '1', 'x/a.sql': '2' };
    assert.deepEqual(lines(plan(files)), [
      'refused empty.sql empty',
      'refused binary.sql notText',
      'refused A.sql duplicate of x/a.sql',
      'refused x/a.sql duplicate of A.sql',
    ]);
  });

  it('takes an empty file for the empty script that is there, and empties none', () => {
    assert.deepEqual(lines(plan({ 'a.sql': '' }, [script('a', '')])), ['unchanged a.sql']);
    assert.deepEqual(lines(plan({ 'a.sql': '' }, [script('a', 'x')])), ['refused a.sql empty']);
  });

  it('finds scripts without regard to case, and leaves their names', () => {
    const [row] = plan({ 'SALES.sql': 'new' }, [script('Sales', 'old')]);
    assert.ok(row);
    assert.equal(row.action, 'change');
    assert.equal(documentFor(row).name, 'Sales');
  });

  it('leaves what nobody has said alone, unknown members included', () => {
    const document = parseExact(
      '{"name":"a","properties":{"description":"d","content":{"query":"old","currentConnection":{"poolName":"P"},"v":1.0}}}',
    );
    const before = readScript(document as SqlScript['document']);
    assert.ok(before);
    const [row] = plan({ 'a.sql': 'new' }, [before]);
    assert.ok(row);
    assert.equal(
      exactText(documentFor(row).document),
      '{"name":"a","properties":{"description":"d","content":{"query":"new","currentConnection":{"poolName":"P"},"v":1.0}}}',
    );
  });

  it('connects scripts as the sidecar says, in each workspace to its own pool', () => {
    const sidecar = JSON.stringify({
      version: 1,
      scripts: {
        'a.sql': { connection: { type: 'SqlPool', poolName: 'SalesDW', databaseName: 'SalesDW' }, resultLimit: -1 },
      },
      workspaces: { Prod: { pools: { SalesDW: 'SalesProd' }, scripts: { 'a.sql': { description: 'live' } } } },
    });
    const made = (workspaceName: string) => {
      const [row] = plan({ 'a.sql': 'x' }, [], { sidecar, workspaceName });
      assert.ok(row);
      const read = readScript(documentFor(row).document);
      return [read?.connection.poolName, read?.connection.databaseName, read?.resultLimit, read?.description];
    };
    assert.deepEqual(made('dev'), ['SalesDW', 'SalesDW', -1, '']);
    assert.deepEqual(made('prod'), ['SalesProd', 'SalesProd', -1, 'live']);
  });

  it('publishes below a script folder, and misses only what is there', () => {
    const published = [script('gone', 'x', 'team/sub'), script('elsewhere', 'x', 'teams')];
    const rows = plan({ 'q/new.sql': 'x' }, published, { below: 'team' });
    assert.deepEqual(lines(rows), ['create q/new.sql', 'remove gone']);
    assert.equal(rows[0]?.wanted?.folder, 'team/q');
  });

  it('takes the documents of a Git repository as they are', () => {
    const file = '{"name":"Daily","properties":{"content":{"query":"SELECT 1","x":1.0},"folder":{"name":"r"}}}';
    const files = { 'sqlscript/Daily.json': file };
    const [row] = plan(files);
    assert.ok(row);
    assert.equal(row.action, 'create');
    const { name, document } = documentFor(row);
    assert.equal(name, 'Daily');
    assert.equal(exactText(document), file);
    const published = readScript({ ...document, id: '/x', etag: '1', type: 'Microsoft.Synapse/workspaces/sqlscripts' });
    assert.ok(published);
    assert.deepEqual(lines(plan(files, [published])), ['unchanged sqlscript/Daily.json']);
    assert.deepEqual(lines(plan({ 'sqlscript/a.json': '[1]', 'sqlscript/b.json': '{}' })), [
      'refused sqlscript/a.json notJson',
      'refused sqlscript/b.json noName',
    ]);
  });

  it('knows which files are scripts', () => {
    const files = [
      'a.SQL',
      'b/c.sql',
      'sqlscript/d.json',
      'x/sqlscript/e.json',
      'f.json',
      'sqlscript/g/h.json',
      'i.txt',
    ];
    assert.deepEqual(files.filter(isScriptFile), ['a.SQL', 'b/c.sql', 'sqlscript/d.json', 'x/sqlscript/e.json']);
  });

  it('says where a sidecar cannot be understood', () => {
    assert.throws(() => readSidecar('{'), SidecarError);
    assert.throws(() => readSidecar('{"version":2,"scripts":{}}'), /version/);
    assert.throws(() => readSidecar('{"version":1,"scripts":{"a.sql":{"pool":"x"}}}'), /scripts › a\.sql/);
  });
});
