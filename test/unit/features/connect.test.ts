import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { connectionString } from '../../../src/features/connect/connectionString.ts';
import {
  databaseOf,
  dedicatedServer,
  developmentEndpoint,
  serverlessServer,
} from '../../../src/features/connect/endpoints.ts';
import { mssqlLink } from '../../../src/features/connect/mssqlLink.ts';

const hosts = {
  sqlEndpoint: 'contoso.sql.azuresynapse.net',
  sqlOnDemandEndpoint: 'contoso-ondemand.sql.azuresynapse.net',
};

describe('the endpoints of a workspace', () => {
  it('are the hosts that Azure tells', () => {
    assert.deepEqual(databaseOf(hosts, { name: 'SalesDW' }), { server: hosts.sqlEndpoint, database: 'SalesDW' });
    assert.deepEqual(databaseOf(hosts, undefined), { server: hosts.sqlOnDemandEndpoint, database: 'master' });
    assert.equal(
      developmentEndpoint({ endpoint: 'https://contoso.dev.azuresynapse.net' }),
      'https://contoso.dev.azuresynapse.net',
    );
  });

  for (const odd of [
    '',
    'localhost',
    'a.example;Password=x',
    'a.example&user=sa',
    'https://a.example',
    'a.example/path',
    'a..example',
    '-a.example',
    'a.example,1433',
    'a.example\n',
    'ä.example',
  ]) {
    it(`are none where Azure tells ${JSON.stringify(odd)}`, () => {
      assert.equal(dedicatedServer({ sqlEndpoint: odd }), undefined);
      assert.equal(serverlessServer({ sqlOnDemandEndpoint: odd }), undefined);
    });
  }

  it('are no other addresses than of the web', () => {
    for (const odd of ['', 'contoso', 'javascript:alert(1)', 'file:///etc/passwd']) {
      assert.equal(developmentEndpoint({ endpoint: odd }), undefined);
    }
  });
});

describe('a connection string', () => {
  const of = (database: string): string =>
    connectionString({ server: 'w.sql.azuresynapse.net', database }, 'Active Directory Interactive');

  it('has server, database and way to sign in, and no secret', () => {
    assert.equal(
      of('SalesDW'),
      'Server=tcp:w.sql.azuresynapse.net,1433;Initial Catalog=SalesDW;Encrypt=True;TrustServerCertificate=False;Connection Timeout=30;Authentication=Active Directory Interactive;',
    );
  });

  it('quotes what would end the value', () => {
    assert.match(of('a;Password=b'), /Initial Catalog="a;Password=b";Encrypt/);
    assert.match(of('a"b'), /Initial Catalog='a"b';/);
    assert.match(of(`a"b'c`), /Initial Catalog="a""b'c";/);
    assert.match(of(' a'), /Initial Catalog=" a";/);
  });

  it('can be read back whatever the database is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: fc.constantFrom('a', ';', '"', "'", '=', ' ', 'ü') }), (database) => {
        assert.equal(readBack(of(database)).get('Initial Catalog'), database);
      }),
    );
  });
});

describe('a link to mssql', () => {
  it('gives back each name after both times that it is unescaped', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (database) => {
        const connection = { server: hosts.sqlEndpoint, database, tenantId: 't', profileName: `w/${database}` };
        const { query, path } = mssqlLink(connection);
        assert.equal(path, '/connect');
        // What VS Code does on the way, then what mssql does.
        const arrived = decodeURIComponent(encodeURIComponent(query));
        assert.deepEqual(Object.fromEntries(new URLSearchParams(arrived)), {
          ...connection,
          database: database.toWellFormed(),
          profileName: `w/${database.toWellFormed()}`,
          authenticationType: 'AzureMFA',
        });
      }),
    );
  });
});

/** A reader of connection strings after the rules of DbConnectionStringBuilder. */
function readBack(text: string): Map<string, string> {
  const settings = new Map<string, string>();
  const pattern = /([^=;]+)=(?:"((?:[^"]|"")*)"|'((?:[^']|'')*)'|([^;]*));/gy;
  for (const [, name = '', double, single, bare = ''] of text.matchAll(pattern)) {
    settings.set(name, double?.replaceAll('""', '"') ?? single?.replaceAll("''", "'") ?? bare.trim());
  }
  return settings;
}
