import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import * as vscode from 'vscode';
import { account } from './support/account.ts';
import { connectionState, untilConnectedAgain, untilConnectionIs } from './support/connectionState.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, extension } from './support/explorer.ts';
import { extensionContext } from './support/extensionContext.ts';
import { takeLogLines } from './support/logLines.ts';
import { inPlay } from './support/secretsInPlay.ts';
import { withSettings } from './support/settings.ts';

const subscriptions = ['Contoso Production', 'Fabrikam Analytics', 'Research & <b>"Üser"</b> ../x'];
const tokensOf = ['credential.resourceManager', 'credential.workspace'] as const;

describe('a credential other than VS Code’s accounts', () => {
  const azure = emulatedAzure();
  let dialogs: Dialogs;
  beforeEach(async () => {
    dialogs = new Dialogs();
    await childrenOf();
    await account.takeCalls();
  });
  afterEach(() => {
    dialogs[Symbol.dispose]();
  });

  it('is the Azure CLI’s account, which is asked for each tenant and audience', async () => {
    using az = new SubstituteAzureCli();
    await using _set = await withSettings(Object.fromEntries(tokensOf.map((name) => [name, 'azureCli'])));
    await untilConnectedAgain();
    assert.deepEqual(await roots(), subscriptions);
    await entryAt('Contoso Production', 'contoso-sales', 'Access control', 'Synapse Administrator');
    assert.deepEqual(
      az.calls().sort(),
      [
        '--resource https://management.azure.com --tenant organizations',
        `--resource https://management.azure.com --tenant ${azure().ready.tenantId}`,
        `--resource https://management.azure.com --tenant ${azure().fabrikam}`,
        `--resource https://dev.azuresynapse.net --tenant ${azure().ready.tenantId}`,
      ]
        .map((call) => call.replace(' --tenant organizations', ''))
        .sort(),
    );
  });

  it('that cannot sign in here says what to do instead', async () => {
    using _az = new SubstituteAzureCli('Please run az login to setup account.');
    await using _set = await withSettings({ 'credential.resourceManager': 'azureCli' });
    await untilConnectedAgain();
    const [reason, ...more] = await childrenOf();
    assert.ok(reason);
    assert.deepEqual(more, []);
    assert.match(reason.node.label, /az login/);
    await vscode.commands.executeCommand('synapse.signInToTenant', reason);
    assert.match((await dialogs.message('error')).message, /Run “az login” in a terminal/);
  });

  it('is a service principal, whose secret is asked for once, kept as a secret, and forgotten by “Sign out”', async () => {
    const secret = inPlay('q~Secret-that-nobody-may-see-4711');
    const { tenantId, clientId } = azure().ready;
    await using _set = await withSettings({
      'servicePrincipal.tenantId': tenantId,
      'servicePrincipal.clientId': clientId,
      'credential.resourceManager': 'servicePrincipal',
    });
    // In the background nobody is asked.
    await untilConnectionIs('signedOut');
    assert.deepEqual(dialogs.inputs, []);

    await vscode.commands.executeCommand('synapse.signIn');
    assert.equal(connectionState(), 'signedOut');
    dialogs.type = () => secret;
    await vscode.commands.executeCommand('synapse.signIn');
    assert.equal(connectionState(), 'connected');
    await vscode.commands.executeCommand('synapse.signIn');
    assert.deepEqual(
      dialogs.inputs.map(({ password }) => password),
      [true, true],
    );
    const { secrets } = extensionContext();
    const [key = '', ...more] = await secrets.keys();
    assert.deepEqual(more, []);
    assert.equal(await secrets.get(key), secret);
    // The emulator's authority is http, which Microsoft's library refuses (see secureAzure.test.ts for one that it takes).
    const [reason] = await childrenOf();
    assert.match(reason?.node.label ?? '', /https/);

    await vscode.commands.executeCommand('synapse.signOut');
    assert.deepEqual(await secrets.keys(), []);
    dialogs.type = () => undefined;
    await vscode.commands.executeCommand('synapse.signIn');
    assert.equal(dialogs.inputs.length, 3);
  });

  it('is Visual Studio Code’s account only with a plugin, and otherwise says so', async () => {
    await ensureConnected();
    takeLogLines();
    await using _set = await withSettings({ 'credential.resourceManager': 'visualStudioCode' });
    await untilConnectionIs('failed');
    assert.match(
      takeLogLines().find((line) => line.includes('visualStudioCode')) ?? '',
      /The connection did not work: The credential “visualStudioCode” needs the package @azure\/identity-vscode, version 2 or newer, .* “synapse\.identityPlugin”, or choose another credential\.$/,
    );
  });

  it('is Visual Studio Code’s account when a plugin brings a broker', async () => {
    await ensureConnected();
    const identityPlugin = path.join(extension().extensionPath, 'test/substitutes/identity-plugin/plugin.mjs');
    await using _set = await withSettings({ 'credential.resourceManager': 'visualStudioCode', identityPlugin });
    await untilConnectedAgain();
    assert.deepEqual(await roots(), subscriptions);
    const { requests } = (globalThis as unknown as { substituteBroker: { requests: { authority: string }[] } })
      .substituteBroker;
    const tenants = new Set(requests.map(({ authority }) => new URL(authority).pathname.split('/')[1]));
    assert.ok(tenants.has(azure().ready.tenantId), [...tenants].join(', '));
    assert.ok(tenants.has(azure().fabrikam), [...tenants].join(', '));
  });

  it('that is named as a file which is no plugin is called by its name', async () => {
    await ensureConnected();
    takeLogLines();
    const identityPlugin = path.join(extension().extensionPath, 'package.json');
    await using _set = await withSettings({ 'credential.resourceManager': 'visualStudioCode', identityPlugin });
    await untilConnectionIs('failed');
    assert.ok(takeLogLines().some((line) => line.includes('could not be loaded as a plugin of @azure/identity.')));
  });
});

/** An `az` before all others on the PATH, which gets its tokens from the emulator, or fails with a message. */
class SubstituteAzureCli implements Disposable {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'synapse-az-'));
  readonly #path = process.env['PATH'];

  constructor(failure?: string) {
    const script = path.join(this.#folder, 'az.mjs');
    writeFileSync(
      script,
      failure === undefined ? tokenScript : `console.error(${JSON.stringify(failure)}); process.exit(1);`,
    );
    const az = path.join(this.#folder, 'az');
    writeFileSync(az, `#!/bin/sh\nELECTRON_RUN_AS_NODE=1 exec "${process.execPath}" "${script}" "$@"\n`);
    chmodSync(az, 0o755);
    process.env['PATH'] = `${this.#folder}:${this.#path ?? ''}`;
  }

  /** What was asked for, a line each. */
  calls(): string[] {
    return readFileSync(path.join(this.#folder, 'calls'), 'utf8').trim().split('\n');
  }

  [Symbol.dispose](): void {
    process.env['PATH'] = this.#path;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const tokenScript = `
import { appendFileSync } from 'node:fs';
import path from 'node:path';
const valueOf = (name) => { const at = process.argv.indexOf(name); return at < 0 ? undefined : process.argv[at + 1]; };
const [resource, tenant] = [valueOf('--resource'), valueOf('--tenant')];
const line = '--resource ' + resource + (tenant === undefined ? '' : ' --tenant ' + tenant) + '\\n';
appendFileSync(path.join(import.meta.dirname, 'calls'), line);
const env = process.env;
const reply = await fetch(env.SYNAPSE_TEST_AUTHORITY + '/' + (tenant ?? env.SYNAPSE_TEST_TENANT) + '/oauth2/v2.0/token', {
  method: 'POST',
  body: new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: env.SYNAPSE_TEST_CLIENT_ID,
    client_secret: env.SYNAPSE_TEST_CLIENT_SECRET,
    scope: resource + '/.default',
  }),
});
const { access_token: accessToken, expires_in: seconds } = await reply.json();
const expires_on = Math.floor(Date.now() / 1000) + seconds;
console.log(JSON.stringify({ accessToken, expires_on, expiresOn: new Date(expires_on * 1000).toISOString(), tokenType: 'Bearer' }));
`;

async function roots(): Promise<string[]> {
  return (await childrenOf()).map(({ node }) => node.label);
}

/** Whatever the setting of the test before has left: the accounts are connected again. */
async function ensureConnected(): Promise<void> {
  await vscode.commands.executeCommand('synapse.signIn');
  assert.equal(connectionState(), 'connected');
}
