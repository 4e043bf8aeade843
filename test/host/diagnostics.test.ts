import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { account } from './support/account.ts';
import { connectAnew } from './support/connectAnew.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt } from './support/explorer.ts';
import { secretsInPlay } from './support/secretsInPlay.ts';
import { seen } from './support/seenTexts.ts';

describe('“Copy diagnostics”', () => {
  const azure = emulatedAzure();

  it('gives versions, cloud, credentials, masked tenants and the last errors with their request ids', async () => {
    using dialogs = new Dialogs();
    const { tenantId } = azure().ready;
    await account.refuse({
      tenant: azure().fabrikam,
      error: `AADSTS50020: User account jane.doe@contoso.example does not exist in tenant ${azure().fabrikam}.`,
    });
    await connectAnew();
    azure().faults.add({
      route: 'BigDataPools_ListByWorkspace',
      status: 403,
      body: { error: { code: 'AuthorizationFailed', message: `jane.doe@contoso.example of ${tenantId} may not.` } },
    });
    await childrenOf(await entryAt('Contoso Production', 'contoso-sales', 'Apache Spark pools'));
    await vscode.commands.executeCommand('synapse.showDiagnostics');
    assert.match((await dialogs.message('information')).message, /They hold no secret; tenants are masked\./);
    const text = await vscode.env.clipboard.readText();
    seen('diagnostics', text);
    assert.match(text, /^Synapse Explorer \d+\.\d+\.\d+\n.+ \d+\.\d+\.\d+ \((browser|desktop)\)\n/);
    assert.match(text, /\nNode\.js \d+/);
    assert.match(text, /\nConnection: connected\nCloud: Emulator\nResource manager: http:\/\/127\.0\.0\.1:\d+\//);
    assert.match(text, /\nCredentials: resourceManager account, workspace account, graph account\n/);
    assert.match(text, new RegExp(`\\nTenant: ${tenantId.slice(0, 4)}…\\n`));
    assert.match(text, /403 · AuthorizationFailed · .*BigDataPools_ListByWorkspace.* request id [0-9a-f-]{36}/);
    assert.equal(text.includes(tenantId), false);
    assert.equal(text.includes(azure().fabrikam), false);
    assert.equal(text.includes('@contoso.example'), false);
    const secrets = await secretsInPlay();
    assert.deepEqual(
      secrets.filter((secret) => text.includes(secret)),
      [],
    );
    azure().faults.clear();
  });
});
