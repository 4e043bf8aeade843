import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { eventually } from './support/eventually.ts';
import { useExplorer } from './support/explorer.ts';
import { cutOff, picturesInAllThemes } from './support/looks.ts';
import { TickList } from './support/tickList.ts';
import { openTour } from './support/tour.ts';

const pictures = 'welcome';
const nothing = { status: 200, body: { value: [] } };
const noWorkspaces = { path: 'Microsoft.ResourceGraph', status: 200, body: { data: [], resultTruncated: 'false' } };
/** Every token has run out, and there are no new ones. */
const noTokens = [
  { route: 'Subscriptions_List', fault: 'expiredToken' },
  { path: 'Microsoft.ResourceGraph', fault: 'expiredToken' },
  { path: 'oauth2/v2.0/token', status: 400, body: { error: 'interaction_required' } },
];

describe('The view without rows', () => {
  // A cloud without endpoints: nothing can be connected to.
  const explorer = useExplorer({ settings: { 'synapse.cloud': 'custom', 'synapse.startWith': 'accounts' }, rows: [] });

  it('says that the connection did not work, with ways out', async () => {
    await says('The connection did not work. The log says why.', [
      'Try again',
      'Open the sample',
      'Show log',
      'choose another credential',
      'copy diagnostics',
    ]);
    await looksRight('failed');
  });

  it('shows the log from there', async () => {
    const { workbench } = explorer();
    await link('Show log').click();
    await eventually('the reason', async () => (await workbench.panelText()).includes('a text is needed') || undefined);
    await workbench.runCommand('View: Toggle Panel Visibility');
  });

  it('opens the sample from there, by keyboard alone', async () => {
    const { workbench } = explorer();
    const button = workbench.welcome().getByRole('button', { name: 'Open the sample' });
    await workbench.runCommand('Synapse Explorer: Focus on Workspaces View');
    for (let presses = 0; presses < 20; presses += 1) {
      if ((await button.and(workbench.page.locator(':focus')).count()) > 0) break;
      await workbench.page.keyboard.press('Tab');
    }
    await workbench.page.keyboard.press('Enter');
    await explorer().shows();
  });

  it('says that there is no subscription', async () => {
    const { faults, workbench } = explorer();
    faults.set({ route: 'Subscriptions_List', ...nothing }, noWorkspaces);
    await workbench.titleAction('Refresh all');
    await says('No subscription that this account can see has been found.', [
      'Add an account…',
      'Open the sample',
      'Refresh',
      'select accounts and tenants',
    ]);
    await looksRight('no subscriptions');
  });

  it('says that there is no workspace, and shows the subscriptions on demand', async () => {
    const { faults, workbench, tree } = explorer();
    faults.set(noWorkspaces);
    await link('Refresh').click();
    await says('There is no Synapse workspace in the subscriptions that you can see.', [
      'Show subscriptions without workspaces',
      'How to create a workspace',
      'Refresh',
    ]);
    await looksRight('no workspaces');
    await workbench.welcome().getByRole('button', { name: 'Show subscriptions without workspaces' }).click();
    await tree.item('Contoso Sandbox').waitFor();
    faults.set();
    await workbench.titleAction('Refresh all');
    await explorer().shows();
  });

  it('says that a choice hides everything, and shows it all again', async () => {
    const { workbench } = explorer();
    const list = new TickList(workbench);
    await workbench.runCommand('Synapse: Select accounts and tenants…');
    for (const tenant of ['Contoso', 'Fabrikam']) await list.toggle(tenant);
    await list.confirm();
    await says('The accounts, tenants and subscriptions that you chose hold no workspace.', [
      'Show all of them',
      'Select subscriptions…',
      'Select accounts and tenants…',
    ]);
    await looksRight('hidden');
    await workbench.welcome().getByRole('button', { name: 'Show all of them' }).click();
    await explorer().shows();
  });

  it('says that all tenants want a sign-in', async () => {
    const { faults, workbench } = explorer();
    faults.set(...noTokens);
    await workbench.titleAction('Refresh all');
    await says('Your tenants want you to sign in before they show anything.', [
      'Sign in to tenants…',
      'Select accounts and tenants…',
      'Show log',
      'choose another credential',
    ]);
    await looksRight('sign-in');
    await workbench.welcome().getByRole('button', { name: 'Sign in to tenants…' }).click();
    await workbench.option('Contoso').waitFor();
    await workbench.option('Fabrikam').waitFor();
    await workbench.page.keyboard.press('Escape');
    faults.set();
    await workbench.titleAction('Refresh all');
    await explorer().shows();
  });

  it('offers both ways in, and the tour, after Disconnect', async () => {
    const { workbench } = explorer();
    await workbench.runCommand('Synapse: Disconnect');
    await says('Sign in to see the Azure Synapse workspaces that you can use.', [
      'Sign in to Azure',
      'Open the sample',
      'Take the tour',
    ]);
    await looksRight('signed out');
  });

  it('leads to the tour, whose pictures and links are there', async () => {
    const { workbench } = explorer();
    const { page } = workbench;
    const tour = await openTour(workbench, () => link('Take the tour').click());
    await workbench.resizeSidebar(220); // VS Code leaves the pictures out where there is little room
    const picture = tour.locator('.getting-started-media img');
    await picture.waitFor();
    for (const step of ['Sign in', 'Find a workspace', 'Publish a SQL script', 'Manage access', 'Open the sample']) {
      await tour.getByRole('button', { name: step }).first().click();
      await page.waitForFunction(
        "document.querySelector('.gettingStartedContainer .getting-started-media img')?.naturalWidth > 0",
      );
      assert.notEqual(await picture.getAttribute('alt'), '');
    }
    // Escape leaves the tour.
    const again = (): Promise<void> => workbench.runCommand('Synapse: Open walkthrough');
    await picturesInAllThemes(workbench, pictures, 'tour', async () => {
      await openTour(workbench, again);
      await picture.waitFor();
    });
    await openTour(workbench, again);
    const first = tour.getByRole('button', { name: 'Open the sample' }).first();
    if (await first.isEnabled()) await first.click();
    await tour.locator('.button-container').getByRole('button', { name: 'Open the sample' }).click();
    await explorer().shows();
  });

  /** VS Code makes a button of a link that has a line of its own. */
  function link(name: string): Locator {
    const welcome = explorer().workbench.welcome();
    return welcome.locator('a', { hasText: name }).or(welcome.getByRole('button', { name })).first();
  }

  async function says(text: string, links: readonly string[]): Promise<void> {
    const welcome = explorer().workbench.welcome();
    await welcome.getByText(text).waitFor();
    for (const name of links) await link(name).waitFor();
  }

  /** Also in a narrow sidebar, where nothing may be cut off. */
  async function looksRight(name: string): Promise<void> {
    const { workbench } = explorer();
    await workbench.resizeSidebar(200);
    assert.deepEqual(await cutOff(workbench.welcome().locator('p, .monaco-button')), []);
    await workbench.resizeSidebar(480);
    await picturesInAllThemes(workbench, pictures, name);
  }
});
