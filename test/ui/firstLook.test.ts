import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { type HostEmulator, startHostEmulator } from '../../scripts/test/hostEmulator.ts';
import { substituteExtensions } from '../vscode/packagedExtension.ts';
import { eventually } from './support/eventually.ts';
import { useExplorer } from './support/explorer.ts';
import { cutOff, pictureFile } from './support/looks.ts';
import { descendants } from './support/processes.ts';
import { trafficFolder } from './support/traffic.ts';

/** Those with workspaces; Contoso Sandbox and Fabrikam Billing have none. */
const subscriptions = ['Contoso Production', 'Fabrikam Analytics', 'Research & <b>"Üser"</b> ../x'];

/** The sample's own emulators, not the one that plays the custom cloud. */
const sampleProcesses = (): number =>
  descendants().filter(({ commandLine }) => commandLine.includes('emulator.js --sample')).length;

describe('The first look, signed out', () => {
  let cloud: HostEmulator | undefined;
  after(() => cloud?.[Symbol.dispose]());
  const explorer = useExplorer(async () => {
    cloud = await startHostEmulator(trafficFolder, 2000);
    return {
      settings: { ...cloud.settings, 'synapse.startWith': 'lastUsed' },
      env: { ...cloud.env, SYNAPSE_TEST_SIGNED_IN: '0' },
      developmentExtensions: [substituteExtensions.microsoftAuthentication],
      rows: [],
    };
  });

  it('offers to sign in and to open the sample', async () => {
    const welcome = explorer().workbench.welcome();
    await welcome.getByRole('button', { name: 'Sign in to Azure' }).waitFor();
    await welcome.getByText('No Azure account at hand? The sample runs on this computer.').waitFor();
    await welcome.getByRole('button', { name: 'Open the sample' }).waitFor();
    assert.equal(sampleProcesses(), 0);
  });

  it('cuts nothing off, however narrow the sidebar is', async () => {
    const { workbench } = explorer();
    await workbench.resizeSidebar(170);
    assert.deepEqual(await cutOff(workbench.welcome().locator('p, .monaco-button')), []);
    await workbench.screenshot(pictureFile('first-look', 'narrow welcome'));
    await workbench.resizeSidebar(480);
  });

  it('opens the sample with a click', async () => {
    const { workbench, tree } = explorer();
    await workbench.welcome().getByRole('button', { name: 'Open the sample' }).click();
    await explorer().shows(subscriptions);
    assert.deepEqual(await tree.roots(), subscriptions);
  });

  it('comes back to the sample when the window is loaded again', async () => {
    await explorer().reload();
    const { tree } = explorer();
    await explorer().shows(subscriptions);
    assert.deepEqual(await tree.roots(), subscriptions);
    if (process.platform === 'linux') {
      await eventually('the emulator of the window before has ended', () => sampleProcesses() === 1 || undefined);
    }
  });

  it('keeps the sample when the person turns away from a sign-in', async () => {
    const { workbench, tree } = explorer();
    await workbench.runCommand('Synapse: Sign in to Azure…');
    await workbench.dialog().waitFor();
    await workbench.answer('Cancel');
    await tree.expand(await tree.reveal('Contoso Production'));
    await workbench.titleAction('Refresh all');
    await tree.item('contoso-sales').waitFor();
    assert.deepEqual(await tree.roots(), subscriptions);
    assert.equal(await workbench.toast('did not work').count(), 0);
  });

  it('shows the welcome again after Disconnect, and ends the sample', async () => {
    const { workbench } = explorer();
    await workbench.runCommand('Synapse: Disconnect');
    await workbench.welcome().getByRole('button', { name: 'Open the sample' }).waitFor();
    await eventually('the emulator has ended', () => sampleProcesses() === 0 || undefined);
  });

  it('is as before when the person does not consent to the sign-in', async () => {
    const { workbench } = explorer();
    await workbench.welcome().getByRole('button', { name: 'Sign in to Azure' }).click();
    await workbench.dialog().getByText("'Synapse Explorer' wants to sign in using Microsoft").waitFor();
    await workbench.answer('Cancel');
    await workbench.welcome().getByText('Sign in to see the Azure Synapse workspaces').waitFor();
    assert.equal(await workbench.toast('did not work').count(), 0);
  });

  it('signs in after consent, and shows what the account may see', async () => {
    const { workbench, tree } = explorer();
    await workbench.welcome().getByRole('button', { name: 'Sign in to Azure' }).click();
    await workbench.answer('Allow');
    await explorer().shows(subscriptions);
    assert.deepEqual(await tree.roots(), subscriptions);
    assert.equal(sampleProcesses(), 0);
  });
});
