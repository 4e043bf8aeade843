import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ExactDocument, exactText, numberIn, parseExact } from '../../../../src/azure/exactJson.ts';
import { documentOf, newScript, readScript } from '../../../../src/features/sqlScripts/scripts/sqlScript.ts';
import { formatScriptUri, parseScriptUri } from '../../../../src/features/sqlScripts/scripts/scriptUri.ts';
import { exactValues, legalName } from './support/arbitraries.ts';

const script = (text: string): NonNullable<ReturnType<typeof readScript>> => {
  const read = readScript(parseExact(text) as ExactDocument);
  assert.ok(read);
  return read;
};

describe('A script’s document', () => {
  it('keeps everything that nobody changes, whatever others have put in it', () => {
    fc.assert(
      fc.property(
        exactValues,
        exactValues,
        exactValues,
        fc.string(),
        fc.string({ unit: 'binary' }),
        (top, inner, content, query, next) => {
          const text = `{"name":"n","top":${top},"properties":{"inner":${inner},"content":{"c":${content},"query":${JSON.stringify(query)}}}}`;
          const read = script(text);
          assert.equal(exactText(documentOf(read, { query: read.query })), text);
          const changed = exactText(documentOf(read, { query: next }));
          assert.equal(
            changed,
            text.replace(/"query":"(?:[^"\\]|\\.)*"\}\}\}$/u, () => `"query":${JSON.stringify(next)}}}}`),
          );
        },
      ),
    );
  });

  it('changes only what is asked for', () => {
    const before =
      '{"name":"n","properties":{"folder":{"name":"f"},"content":{"query":"q","resultLimit":5000.0,"currentConnection":{"name":"master","poolName":"p"}}}}';
    const read = script(before);
    const folder = read.folder;
    assert.equal(
      exactText(documentOf(read, { folder, description: '', resultLimit: 5000, connection: { poolName: 'p' } })),
      before,
    );
    assert.equal(
      exactText(
        documentOf(read, { folder: '', resultLimit: -1, connection: { type: 'SqlPool', poolName: undefined } }),
      ),
      '{"name":"n","properties":{"content":{"query":"q","resultLimit":-1,"currentConnection":{"name":"master","type":"SqlPool"}}}}',
    );
    assert.equal(
      numberIn((documentOf(read, {})['properties'] as { content: { resultLimit: unknown } }).content.resultLimit),
      5000,
    );
  });

  it('is read whatever is missing, and not at all without a name', () => {
    assert.equal(readScript({}), undefined);
    const { document: _document, ...read } = script('{"name":"n","properties":{"folder":null}}');
    assert.deepEqual(read, { name: 'n', folder: '', query: '', connection: {}, description: '' });
  });

  it('of a new script is as Studio makes one', () => {
    const made = newScript('n', { query: 'SELECT 1', folder: 'a/b' });
    assert.deepEqual(
      [made.query, made.folder, made.connection, made.resultLimit],
      ['SELECT 1', 'a/b', { type: 'SqlOnDemand', poolName: 'Built-in', databaseName: 'master' }, 5000],
    );
  });
});

describe('A script’s URI', () => {
  it('brings back every name and folder, and never climbs', () => {
    fc.assert(
      fc.property(
        legalName,
        fc.array(legalName, { maxLength: 3 }),
        legalName,
        fc.option(legalName, { nil: undefined }),
        (name, folders, tenantId, accountId) => {
          const address = {
            workspaceId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse/workspaces/w',
            tenantId: tenantId.toWellFormed(),
            ...(accountId !== undefined && { accountId: accountId.toWellFormed() }),
            folder: folders.join('/'),
            name,
          };
          const uri = formatScriptUri(address);
          assert.deepEqual(parseScriptUri(uri), address);
          const segments = uri.path.split('/');
          assert.equal(
            segments.length,
            3 +
              folders
                .join('/')
                .split('/')
                .filter((part, at, all) => all.length > 1 || part !== '' || at > 0).length,
          );
          assert.ok(!segments.some((segment) => segment === '.' || segment === '..'));
          assert.ok(uri.path.isWellFormed() && uri.path.endsWith('.sql'));
        },
      ),
    );
  });

  it('shows names as people know them', () => {
    const uri = formatScriptUri({ workspaceId: '/x/w', tenantId: 't', folder: 'a b/c', name: `Ü #1 100% "q".sql` });
    assert.equal(uri.path, `/w/a b/c/Ü #1 100% "q".sql.sql`);
  });

  for (const uri of [
    { scheme: 'file', path: '/w/n.sql', query: 'tenant=t&workspace=w' },
    { scheme: 'synapse-sql', path: '/w/n.sql', query: '' },
    { scheme: 'synapse-sql', path: '/n.sql', query: 'tenant=t&workspace=w' },
    { scheme: 'synapse-sql', path: '/w/n.txt', query: 'tenant=t&workspace=w' },
  ]) {
    it(`is not ${uri.scheme}:${uri.path}?${uri.query}`, () => {
      assert.equal(parseScriptUri(uri), undefined);
    });
  }
});
