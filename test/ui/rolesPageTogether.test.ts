import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { type HostEmulator, startHostEmulator } from '../../scripts/test/hostEmulator.ts';
import { substituteExtensions } from '../vscode/packagedExtension.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { violations } from './support/accessiblePage.ts';
import { useExplorer } from './support/explorer.ts';
import { pictureFile } from './support/looks.ts';
import { Traffic, trafficFolder } from './support/traffic.ts';

const pictures = 'roles-page-together';
const sales = ['Contoso Production', 'contoso-sales'] as const;
const roots = ['Contoso Production', 'Fabrikam Analytics', 'Research & <b>"Üser"</b> ../x'];

/** Two windows, each with an extension host of its own, that are signed in to one emulated Azure. */
describe('The page of role assignments in two windows at once', () => {
  let cloud: HostEmulator | undefined;
  after(() => cloud?.[Symbol.dispose]());
  const explorer = useExplorer(async () => {
    cloud = await startHostEmulator(trafficFolder, 2000);
    return {
      settings: { ...cloud.settings, 'synapse.startWith': 'accounts' },
      env: { ...cloud.env, SYNAPSE_TEST_SIGNED_IN: '0' },
      developmentExtensions: [substituteExtensions.microsoftAuthentication],
      rows: [],
    };
  });
  let other: Workbench | undefined;

  it('plans the same changes in both', async () => {
    other = await explorer().anotherWindow();
    for (const window of [explorer().workbench, other]) {
      await open(window);
      await wantPriya(window);
      await window.webview().getByLabel('Filter').fill('björn');
      await window.webview().locator('.assignments .row .box').first().click();
      await press(window, 'Remove chosen (1)');
      await window.webview().getByText('1 to add, 1 to remove').waitFor();
      await window.webview().getByLabel('Filter').fill('');
    }
    await want(other, 'zoë', /^Zoë/, 'Synapse Credential User', 'Whole workspace');
    await other.webview().getByText('2 to add, 1 to remove').waitFor();
  });

  it('applies them in one; the other plans again, says what has changed, and makes nothing twice', async () => {
    assert.ok(other);
    const traffic = new Traffic();
    const { workbench } = explorer();
    await press(workbench, 'Apply 2 changes');
    await finished(workbench, 'Finished: 2 done.');
    await press(other, 'Apply 3 changes');
    await finished(other, 'Finished: 1 done.');
    const said = other.webview().locator('#outcome');
    await said.getByText('Others have changed assignments since the plan was made:').waitFor();
    await said.getByText(/^Added: Priya .* is Synapse Compute Operator, Apache Spark pool sparksmall$/).waitFor();
    await said.getByText(/^Removed: Björn Ødegård is Apache Spark Administrator, whole workspace$/).waitFor();
    assert.equal(await other.webview().getByRole('gridcell', { name: 'It is so already.' }).count(), 2);
    await other.page.screenshot({ path: pictureFile(pictures, 'the other window') });
    await traffic.reaches('RoleAssignments_CreateRoleAssignment', 2);
    assert.equal(traffic.count('RoleAssignments_CreateRoleAssignment'), 2);
    assert.equal(traffic.count('RoleAssignments_DeleteRoleAssignmentById'), 1);
  });

  it('shows the same in both, each assignment once', async () => {
    assert.ok(other);
    const { workbench } = explorer();
    await press(workbench, 'Read again');
    await workbench.webview().locator('#count').getByText('18 assignments').waitFor();
    await other.webview().locator('#count').getByText('18 assignments').waitFor();
    for (const window of [workbench, other]) {
      await window.webview().getByLabel('Filter').fill('priya compute operator');
      await window.webview().locator('#count').getByText('1 of 18 assignments').waitFor();
    }
  });

  async function open(window: Workbench): Promise<void> {
    await window.welcome().getByRole('button', { name: 'Sign in to Azure' }).click();
    await window.answer('Allow');
    // Rows move while others arrive.
    for (const root of roots) await window.tree('Workspaces').item(root).waitFor();
    await window.contextMenu(await window.tree('Workspaces').reveal(...sales), 'Edit role assignments…');
    await window.webview().locator('#count').getByText('17 assignments').waitFor();
  }

  const wantPriya = (window: Workbench): Promise<void> =>
    want(window, 'priya', /^Priya/, 'Synapse Compute Operator', 'sparksmall');

  async function want(window: Workbench, typed: string, who: RegExp, role: string, scope: string): Promise<void> {
    const page = window.webview();
    await press(window, 'Add…');
    await page.getByLabel('Search people').fill(typed);
    await page.getByRole('option', { name: who }).click();
    await page.getByLabel(role).check();
    await page.getByLabel(scope).check();
    await press(window, 'Add 1 to plan');
    await page.locator('#panel').getByRole('button', { name: 'Close' }).click();
  }
});

describe('The page of role assignments where Microsoft Graph may not be asked', () => {
  let cloud: HostEmulator | undefined;
  after(() => cloud?.[Symbol.dispose]());
  const refusal = { audience: 'https://graph.microsoft.com' };
  const explorer = useExplorer(async () => {
    cloud = await startHostEmulator(trafficFolder, 2000);
    return {
      settings: { ...cloud.settings, 'synapse.startWith': 'accounts' },
      env: { ...cloud.env, SYNAPSE_TEST_SIGNED_IN: '0', SYNAPSE_TEST_REFUSALS: JSON.stringify([refusal]) },
      developmentExtensions: [substituteExtensions.microsoftAuthentication],
      rows: [],
    };
  });
  const id = '0f0f0f0f-1111-4222-8333-444444444444';

  it('shows object ids with types, and says once why', async () => {
    const { workbench, tree } = explorer();
    await workbench.welcome().getByRole('button', { name: 'Sign in to Azure' }).click();
    await workbench.answer('Allow');
    await explorer().shows(roots);
    await workbench.contextMenu(await tree.reveal(...sales), 'Edit role assignments…');
    await page().locator('#gap').getByText('this tenant has not allowed Microsoft Graph to be asked').waitFor();
    assert.equal(await page().getByText('Names are missing').count(), 1);
    const cells = await page().locator('.assignments .row > div:nth-child(2)').allInnerTexts();
    assert.ok(
      cells.every((text) => /^[\da-f-]{36}$/.test(text.trim())),
      cells.join(),
    );
    await page().getByRole('gridcell', { name: 'Service principal' }).first().waitFor();
    await workbench.page.screenshot({ path: pictureFile(pictures, 'ids') });
  });

  it('gives a role to an object id, whose type is asked for', async () => {
    const { workbench } = explorer();
    await press(workbench, 'Add…');
    await page().getByLabel('Search people').fill('priya');
    await page().locator('.found-words').getByText('Nobody can be searched for').waitFor();
    await page().getByLabel('Search people').fill(id);
    await page().getByRole('option', { name: id }).click();
    await page().locator('.found-words').getByText('so it is taken for an object id').waitFor();
    await page().getByLabel(`Type of ${id}`).selectOption('Group');
    await page().getByLabel('Synapse User').check();
    await page().getByLabel('Whole workspace').check();
    await workbench.page.screenshot({ path: pictureFile(pictures, 'object id') });
    assert.deepEqual(await violations(workbench), []);
    await press(workbench, 'Add 1 to plan');
    await page().getByText('1 to add, 0 to remove').waitFor();
  });

  it('names everybody as soon as somebody consents', async () => {
    const { workbench } = explorer();
    await page().locator('#gap').getByRole('button', { name: 'Give consent…' }).click();
    await workbench.answer('Allow');
    await page().locator('#gap').waitFor({ state: 'detached' });
    await page().getByRole('gridcell', { name: 'Data Engineers' }).first().waitFor();
    await workbench.page.screenshot({ path: pictureFile(pictures, 'names') });
  });

  const page = () => explorer().workbench.webview();
});

describe('The page of role assignments with texts that others have written', () => {
  const explorer = useExplorer();
  const name = '<img src=x onerror="document.body.remove()">';
  const roleName = '[Run](command:workbench.action.closeWindow) <b>role</b>';

  it('shows them as they are, and none of it works', async () => {
    const { workbench, tree, faults } = explorer();
    const principalId = '0f0f0f0f-1111-4222-8333-444444444444';
    const roleId = '0f0f0f0f-1111-4222-8333-555555555555';
    const scope = 'workspaces/contoso-sales';
    const definition = {
      id: roleId,
      name: roleName,
      isBuiltIn: true,
      description: '<script>document.body.remove()</script>',
      permissions: [{ dataActions: ['Microsoft.Synapse/workspaces/read'] }],
      scopes: [scope],
      availabilityStatus: 'Available',
    };
    const assignment = { id: principalId, roleDefinitionId: roleId, principalId, principalType: 'User', scope };
    const person = { '@odata.type': '#microsoft.graph.user', id: principalId, displayName: name };
    const always = { times: 1000, status: 200 };
    faults.set(
      { ...always, route: 'RoleDefinitions_ListRoleDefinitions', body: [definition] },
      { ...always, route: 'RoleAssignments_ListRoleAssignments', body: { value: [assignment] } },
      { ...always, path: '/directoryObjects/getByIds', body: { value: [person] } },
    );
    await workbench.contextMenu(await tree.reveal(...sales), 'Edit role assignments…');
    await page().getByRole('gridcell', { name, exact: true }).waitFor();
    await page().getByRole('gridcell', { name: roleName, exact: true }).waitFor();
    await press(workbench, 'Add…');
    await page().locator('#panel').getByLabel(roleName).waitFor();
    assert.equal(await page().locator('main').locator('img, b, i, script, a').count(), 0);
    await workbench.page.screenshot({ path: pictureFile(pictures, 'texts of others') });
  });

  const page = () => explorer().workbench.webview();
});

const press = (window: Workbench, label: string): Promise<void> =>
  window.webview().locator('vscode-button').filter({ hasText: label }).click();

async function finished(window: Workbench, text: string): Promise<void> {
  const outcome: Locator = window.webview().locator('#outcome');
  await outcome.getByText(text, { exact: true }).waitFor({ timeout: 60_000 });
}
