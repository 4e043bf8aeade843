import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

const tenantId = process.env.SYNAPSE_TEST_TENANT;
const homeAccountId = `00000000-0000-4000-8000-000000000001.${tenantId}`;
const username = 'broker@contoso.example';

/**
 * In the place of @azure/identity-vscode and its native broker: a plugin as @azure/identity takes them, whose broker
 * gets its tokens from the emulator (SYNAPSE_TEST_AUTHORITY and the variables beside it, as the substitute for VS Code's
 * accounts). What the broker was asked is in `globalThis.substituteBroker`.
 */
export function vsCodePlugin({ vsCodeCredentialControl }) {
  const record = path.join(tmpdir(), `synapse-auth-record-${process.pid}.json`);
  const authority = 'https://login.microsoftonline.com';
  writeFileSync(
    record,
    JSON.stringify({ version: '1.0', authority, homeAccountId, username, tenantId, clientId: 'substitute' }),
  );
  globalThis.substituteBroker = { requests: [] };
  vsCodeCredentialControl.setVSCodeAuthRecordPath(record);
  vsCodeCredentialControl.setVSCodeBroker(broker);
}

const account = {
  homeAccountId,
  environment: 'login.microsoftonline.com',
  tenantId,
  username,
  localAccountId: '00000000-0000-4000-8000-000000000001',
  nativeAccountId: 'native',
};

const broker = {
  isBrokerAvailable: true,
  setLogger: () => undefined,
  getAccountById: () => Promise.resolve(account),
  getAllAccounts: () => Promise.resolve([account]),
  acquireTokenSilent: (request) => token(request),
  acquireTokenInteractive: (request) => token(request),
  signOut: () => Promise.resolve(),
};

async function token({ scopes, authority, correlationId }) {
  globalThis.substituteBroker.requests.push({ scopes, authority });
  const tenant = new URL(authority).pathname.split('/')[1];
  const reply = await fetch(`${process.env.SYNAPSE_TEST_AUTHORITY}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: process.env.SYNAPSE_TEST_CLIENT_ID,
      client_secret: process.env.SYNAPSE_TEST_CLIENT_SECRET,
      scope: scopes.find((scope) => scope.endsWith('/.default')),
    }),
  });
  const { access_token: accessToken, expires_in: seconds } = await reply.json();
  return {
    authority,
    uniqueId: account.localAccountId,
    tenantId: tenant,
    scopes,
    account,
    idToken: '',
    idTokenClaims: {},
    accessToken,
    fromCache: false,
    expiresOn: new Date(Date.now() + seconds * 1000),
    tokenType: 'Bearer',
    correlationId,
  };
}
