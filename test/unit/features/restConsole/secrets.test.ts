import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseExact } from '../../../../src/azure/exactJson.ts';
import { parseDocument } from '../../../../src/features/restConsole/document/parseDocument.ts';
import { keptText } from '../../../../src/features/restConsole/recent/withoutSecrets.ts';
import { bodyText } from '../../../../src/features/restConsole/replies/jsonBody.ts';
import { isSecretName, mask, maskReply, shownHeaders } from '../../../../src/features/restConsole/replies/secrets.ts';

describe('secrets of a reply', () => {
  it('are masked by the member’s name', () => {
    for (const name of [
      'sqlAdministratorLoginPassword',
      'storageAccountAccessKey',
      'storageContainerSasKey',
      'authKey1',
      'connectionString',
      'gitHubAccessToken',
      'serviceToken',
      'encryptedCredential',
      'client_secret',
      'x-functions-key-secret',
    ])
      assert.ok(isSecretName(name), name);
    for (const name of [
      'secretName',
      'passwordEnabled',
      'continuationToken',
      'skipToken',
      'principalId',
      'keyName',
      'primaryKeyColumns',
      'credential',
      'credentials',
    ])
      assert.ok(!isSecretName(name), name);
    const { body, hidden } = maskReply('Any_Get', {
      a: { password: 'x', list: [{ apiKey: 'y' }] },
      name: 'kept',
      n: 1,
      none: null,
      token: '',
    });
    assert.deepEqual(body, {
      a: { password: mask, list: [{ apiKey: mask }] },
      name: 'kept',
      n: 1,
      none: null,
      token: '',
    });
    assert.equal(hidden, 2);
  });

  it('are masked in secure strings and not in references to a key vault', () => {
    const { body } = maskReply('LinkedService_Get', {
      password: { type: 'SecureString', value: 'x' },
      accountKey: { type: 'AzureKeyVaultSecret', store: { referenceName: 'vault' }, secretName: 'name' },
      other: { type: 'SecureString', value: 'y' },
    });
    assert.deepEqual(body, {
      password: { type: 'SecureString', value: mask },
      accountKey: { type: 'AzureKeyVaultSecret', store: { referenceName: 'vault' }, secretName: 'name' },
      other: { type: 'SecureString', value: mask },
    });
  });

  it('are masked in texts that hold them, and in all texts of the operations that hand out secrets', () => {
    const { body } = maskReply('Any_Get', { url: 'https://x/y?sv=1&sig=abc', text: 'Server=x;Password=p4ss;' });
    assert.doesNotMatch(JSON.stringify(body), /abc|p4ss/u);
    const keys = maskReply('IntegrationRuntimeAuthKeys_List', { something: 'IR@1', deep: [{ more: 'IR@2' }] });
    assert.doesNotMatch(JSON.stringify(keys.body), /IR@/u);
    assert.equal(keys.hidden, 2);
  });

  it('never show, whatever is around them, while everything else stays digit for digit', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.stringMatching(/^[A-Za-z0-9]{8,20}$/u), (around, secret) => {
        const text = JSON.stringify({ around, inside: { adminPassword: `~${secret}~` }, number: 1 });
        assert.ok(!JSON.stringify(maskReply('X', JSON.parse(text)).body).includes(`~${secret}~`));
      }),
    );
    const exact = parseExact('{ "big": 12345678901234567890, "one": 1.0, "e": 1e2 }');
    assert.equal(
      bodyText(maskReply('X', exact).body),
      '{\n  "big": 12345678901234567890,\n  "one": 1.0,\n  "e": 1e2\n}',
    );
  });

  it('do not show in headers either', () => {
    assert.deepEqual(
      shownHeaders({
        etag: '"1"',
        'set-cookie': 'x',
        location: 'https://management.azure.com/x/operationResults/1?api-version=2021&t=1&c=MII&s=abc',
        authorization: 'Bearer x',
        'x-access-token': 'y',
      }),
      [
        ['etag', '"1"'],
        ['location', 'https://management.azure.com/x/operationResults/1?api-version=2021&t=…&c=…&s=…'],
        ['x-access-token', mask],
      ],
    );
  });
});

describe('a request that is kept', () => {
  const kept = (text: string): string => {
    const document = parseDocument(text);
    const [request] = document.requests;
    assert.ok(request);
    return keptText(document, request);
  };

  it('has variables without values in the place of secrets, and all else as it was', () => {
    const text = kept(
      '@workspace = w\n@unused = 1\n@pool = p\n@admin = hunter2\n@myPassword = hunter3\n### T\nPUT {{workspaceId}}/sqlPools/{{pool}}\n\n{\n  "tags": { "a": "1.0" },\n  "password": "hunter1",\n  "x": { "type": "SecureString", "value": "{{admin}}" },\n  "y": "{{myPassword}}"\n}\n',
    );
    assert.equal(
      text,
      '@workspace = w\n@pool = p\n\n### T\nPUT {{workspaceId}}/sqlPools/{{pool}}\n\n{\n  "tags": { "a": "1.0" },\n  "password": "{{password}}",\n  "x": { "type": "SecureString", "value": "{{admin}}" },\n  "y": "{{myPassword}}"\n}\n',
    );
  });

  it('holds no signature and nothing of a body that is not JSON', () => {
    assert.doesNotMatch(kept('### T\nGET /x?sig=abc123&api-version=1'), /abc123/u);
    assert.equal(
      kept('@body = mine\n### T\nPUT /libraries/x?comp=appendblock\n\nAccountKey bytes'),
      '### T\nPUT /libraries/x?comp=appendblock\n\n{{body}}\n',
    );
  });

  it('holds nothing of what a secret is made of, and nothing that would be sent in its place', () => {
    const text = kept(
      [
        '@workspace = w',
        '@a = hunter2',
        '@b = {{a}}!',
        '@accountName = shown',
        '@c = hunter3',
        '@apiToken = {{c}}',
        '@secret = hunter4',
        '### T',
        'PUT {{workspaceId}}/sqlPools/p?x={{apiToken}}',
        '',
        '{',
        '  "password": "{{workspace}}{{b}}",',
        '  "accountName": { "type": "SecureString", "value": "hunter5" },',
        '  "text": "Server=tcp:x;Password=hunter6;",',
        '  "n": 1.0',
        '}',
      ].join('\n'),
    );
    assert.equal(
      text,
      [
        '@workspace = w',
        '',
        '### T',
        'PUT {{workspaceId}}/sqlPools/p?x={{apiToken}}',
        '',
        '{',
        '  "password": "{{password}}",',
        '  "accountName": { "type": "SecureString", "value": "{{accountName}}" },',
        '  "text": "Server=tcp:x;Password={{secret}};",',
        '  "n": 1.0',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('has no body that would fill the memory of VS Code', () => {
    const text = kept(`### T\nPUT /notebooks/x\n\n${JSON.stringify({ cells: 'x'.repeat(200_000) })}\n`);
    assert.equal(text, '### T\nPUT /notebooks/x\n\n{{body}}\n');
  });

  it('never holds the value of a secret member', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9]{6,12}$/u),
        fc.constantFrom('password', 'accountKey', 'clientSecret', 'sasToken'),
        (secret, name) => {
          const value = `s${secret}s`;
          const text = kept(
            `### T\nPUT /x\n\n${JSON.stringify({ a: [{ b: { [name]: value } }], c: { type: 'SecureString', value } }, undefined, 2)}\n`,
          );
          assert.ok(!text.includes(value), text);
        },
      ),
    );
  });
});
