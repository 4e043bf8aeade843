import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entraCode, isClientRefused } from '../../../src/platform/errors/entraCodes.ts';
import { entraReason } from '../../../src/signIn/entraReason.ts';
import { masked } from '../../../src/signIn/masking.ts';
import { scopesFor } from '../../../src/signIn/scopes.ts';

describe('Microsoft Entra’s errors', () => {
  it('tell a client that may not ask from a person who has to sign in', () => {
    for (const code of ['AADSTS65001', 'AADSTS65002', 'AADSTS500011']) {
      assert.equal(isClientRefused(`${code}: The application was not found.`), true, code);
    }
    for (const text of ['AADSTS50076: use multi-factor authentication', 'AADSTS700082', 'network down']) {
      assert.equal(isClientRefused(text), false, text);
    }
    assert.equal(entraCode('Error: invalid_client: 7000215 - AADSTS7000215: Invalid client secret'), 'AADSTS7000215');
  });

  it('are shown in one line without tokens and trace ids', () => {
    const token = `eyJ${'a'.repeat(20)}.${'b'.repeat(20)}.${'c'.repeat(20)}`;
    const shown = entraReason(
      new Error(
        `AADSTS65001: No consent.\r\nTrace ID: 1234 Correlation ID: 5678 Timestamp: 2026-01-01 10:00:00Z ${token}`,
      ),
    );
    assert.match(shown, /^AADSTS65001: No consent\./u);
    assert.doesNotMatch(shown, /1234|5678|eyJ|\n|2026/u);
    assert.ok(entraReason('x'.repeat(5000)).length <= 600);
  });
});

describe('scopesFor', () => {
  it('asks for the audience without a second slash, and for tenant and client as pseudo-scopes', () => {
    const audience = 'https://dev.azuresynapse.net';
    assert.deepEqual(scopesFor({ tenantId: 'organizations', audience }), ['https://dev.azuresynapse.net/.default']);
    assert.deepEqual(scopesFor({ tenantId: 't', audience }, 'c'), [
      'https://dev.azuresynapse.net/.default',
      'VSCODE_TENANT:t',
      'VSCODE_CLIENT_ID:c',
    ]);
  });
});

describe('masked', () => {
  it('hides who somebody is and keeps what support asks for', () => {
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const line = masked(`GET /subscriptions/${id} · 403 · request id ${id} · somebody@contoso.example`);
    assert.equal(line, `GET /subscriptions/0f8f… · 403 · request id ${id} · …@…`);
  });
});
