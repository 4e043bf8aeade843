import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { idOf } from '../../emulator/store/ids.ts';
import { type HostEmulator, startHostEmulator } from '../../scripts/test/hostEmulator.ts';
import { substituteExtensions } from '../vscode/packagedExtension.ts';
import { useExplorer } from './support/explorer.ts';
import { picturesInLightAndDark } from './support/looks.ts';
import { trafficFolder } from './support/traffic.ts';

const fabrikam = idOf('tenant', 'fabrikam.onmicrosoft.com');
const workspaceAudience = 'https://dev.azuresynapse.net';
const noConsent = `AADSTS65001: Nobody has consented that this client may use ${workspaceAudience}.`;
const pictures = 'sign-in';

/** One tenant wants the person to be present, and one service may not be asked for by VS Code's client. */
const refusals = [
  { tenant: fabrikam },
  { audience: workspaceAudience, error: `${noConsent} Trace ID: 4f1c8c0e-1f8e-4c53-9b1d-8e8a4d7a0c00` },
];

describe('Signing in where not everything is allowed', () => {
  let cloud: HostEmulator | undefined;
  after(() => cloud?.[Symbol.dispose]());
  const explorer = useExplorer(async () => {
    cloud = await startHostEmulator(trafficFolder, 2000);
    return {
      settings: { ...cloud.settings, 'synapse.startWith': 'accounts' },
      env: { ...cloud.env, SYNAPSE_TEST_SIGNED_IN: '0', SYNAPSE_TEST_REFUSALS: JSON.stringify(refusals) },
      developmentExtensions: [substituteExtensions.microsoftAuthentication],
      rows: [],
    };
  });

  it('shows the tenant that needs a sign-in, below the subscriptions of the other one', async () => {
    const { workbench, tree } = explorer();
    await workbench.welcome().getByRole('button', { name: 'Sign in to Azure' }).click();
    await workbench.answer('Allow');
    await explorer().shows(['Contoso Production', 'Fabrikam']);
    assert.deepEqual(await tree.roots(), ['Contoso Production', 'Research & <b>"Üser"</b> ../x', 'Fabrikam']);
    const label = await tree.item('Fabrikam').getAttribute('aria-label');
    assert.match(label ?? '', /^Tenant Fabrikam, sign-in needed: \w/);
    await tree.item(/^A sign-in to /).waitFor();
    await picturesInLightAndDark(workbench, pictures, 'tenant', () => tree.item('Fabrikam').hover());
  });

  it('goes back to the tree when the person turns away, and reads the tenant after a sign-in', async () => {
    const { workbench, tree } = explorer();
    await tree.inlineAction(tree.item('Fabrikam'), 'Sign in…');
    await workbench.dialog().getByText("'Synapse Explorer' wants to sign in using Microsoft").waitFor();
    await workbench.answer('Cancel');
    await explorer().shows(['Contoso Production', 'Fabrikam']);
    assert.equal(await workbench.toast('did not work').count(), 0);

    await workbench.contextMenu(tree.item('Fabrikam'), 'Sign in…');
    await workbench.answer('Allow');
    await explorer().shows(['Fabrikam Analytics']);
    assert.equal(await tree.item('Fabrikam').count(), 0);
  });

  it('says why a service is refused and what to do about it', async () => {
    const { tree, workbench } = explorer();
    const refused = await refusedNode();
    const label = (await refused.getAttribute('aria-label')) ?? '';
    assert(label.startsWith(`Error: ${noConsent} `), label);
    assert(label.includes(`does not let this client ask for ${workspaceAudience}.`), label);
    assert(label.includes('An administrator can give consent, or choose another credential'), label);
    await picturesInLightAndDark(workbench, pictures, 'refused service', async () => {
      await refused.hover();
      await workbench.page.locator('.workbench-hover:visible').getByText('An administrator').waitFor();
    });
    await tree.reveal('Contoso Production', 'contoso-sales', 'SQL pools', 'SalesDW');
  });

  it('opens the settings that choose another credential', async () => {
    const { workbench } = explorer();
    const settings = workbench.page.locator('.settings-editor');
    await picturesInLightAndDark(workbench, pictures, 'settings', async () => {
      await workbench.contextMenu(await refusedNode(), 'Choose credential…');
      for (const service of ['Resource Manager', 'Workspace', 'Graph']) {
        await settings.locator('.setting-item-label').getByText(service, { exact: true }).waitFor();
      }
      assert.equal(await settings.locator('.setting-item-label').count(), 3);
    });
    await workbench.runCommand('View: Close All Editors'); // in VS Code 1.105 Escape does not close them
    await settings.waitFor({ state: 'detached' });
  });

  it('copies diagnostics that say what failed and hold no secret', async () => {
    const { workbench, copied } = explorer();
    const text = await copied(() => workbench.runCommand('Synapse: Copy diagnostics'));
    await workbench.toast('Diagnostics are on the clipboard.').waitFor();
    assert.match(text, /^Synapse Explorer \d+\.\d+\.\d+/);
    assert.match(text, /^Connection: connected$/m);
    assert.match(text, /^Credentials: resourceManager account, workspace account, graph account$/m);
    assert.match(text, /AADSTS65001/);
    assert.equal(text.match(/^Tenant: /gm)?.length, 2);
    assert(cloud);
    const { SYNAPSE_TEST_CLIENT_SECRET: secret = '', SYNAPSE_TEST_TENANT: home = '' } = cloud.env;
    for (const kept of [secret, home, fabrikam, 'tester@contoso.example']) {
      assert(kept !== '' && !text.includes(kept), `${kept} in\n${text}`);
    }
    assert.doesNotMatch(text, /\beyJ|Bearer/);
  });

  it('signs out, and says that VS Code keeps the account', async () => {
    const { workbench } = explorer();
    await workbench.runCommand('Synapse: Sign out');
    await workbench.toast('VS Code keeps your account').waitFor();
    await workbench.welcome().getByRole('button', { name: 'Sign in to Azure' }).waitFor();
  });

  async function refusedNode(): Promise<Locator> {
    const { tree } = explorer();
    await tree.expand(await tree.reveal('Contoso Production', 'contoso-sales', 'Access control'));
    return tree.item(noConsent);
  }
});
