import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { icon, useExplorer } from './support/explorer.ts';
import { Keys } from './support/keys.ts';
import { pictureFile, picturesInAllThemes } from './support/looks.ts';

const contoso = 'Contoso Production';
const access = [contoso, 'contoso-sales', 'Access control'] as const;
const pools = [contoso, 'contoso-sales', 'Apache Spark pools'] as const;
const genomics = ['Research & <b>"Üser"</b> ../x', 'research-genomics', 'Access control'] as const;

describe('Access control by mouse and by keyboard', () => {
  const explorer = useExplorer();
  const input = (): Locator => explorer().workbench.quickInput().locator('input.input');
  const pictureOf = (name: string): string => pictureFile('accessControl', name);

  it('shows names with markup as they are, and none of it works', async () => {
    const { workbench, tree } = explorer();
    await tree.reveal(...genomics, 'Synapse User', '<img src=x onerror=alert(1)>');
    const link = await tree.reveal(
      ...genomics,
      'Synapse Artifact User',
      '[Click here](command:workbench.action.quit) $(warning)',
    );
    assert.equal(await tree.tree.locator('.monaco-list-row img').count(), 0);
    assert.equal(await link.locator('a[href^="command:"]').count(), 0);
    // An icon of the name's own would stand in the label; the row's stands before it.
    assert.equal(await link.locator('.monaco-icon-name-container .codicon').count(), 0);
    assert.match(await link.innerText(), /\$\(warning\)/);
    await workbench.screenshot(pictureOf('odd names'));
    await workbench.contextMenu(link, 'Check access…');
    const box = workbench.quickInput();
    await box.locator('.monaco-list-row').first().waitFor();
    assert.match(
      (await input().getAttribute('placeholder')) ?? '',
      /^\[Click here\]\u200b\(command:.*\$\u200b\(warning\)/,
    );
    await workbench.page.keyboard.press('Escape');
    await workbench.contextMenu(link, 'Remove access…');
    await workbench.dialog().getByText('Click here').first().waitFor();
    assert.equal(await workbench.dialog().locator('a[href]').count(), 0);
    assert.equal(await workbench.dialog().locator('.codicon-warning').count(), 0);
    await workbench.page.screenshot({ path: pictureOf('removal of an odd name') });
    await workbench.answer('Cancel');
    await tree.collapse(await tree.reveal(genomics[0]));
  });

  it('shows who has which role by name, with counts, types and scopes', async () => {
    const { workbench, tree, row } = explorer();
    await tree.reveal(...access, 'Synapse Contributor', 'Data Engineers');
    await row('Synapse role Synapse Administrator, 3 assignments').waitFor();
    await icon(row('Group Data Engineers, role Synapse Contributor, scope whole workspace'), 'organization').waitFor();
    await row(
      'User Priya Raghunathan-Venkatasubramanian, role Synapse Contributor, scope Apache Spark pool sparklarge',
    ).waitFor();
    await tree.reveal(...access, 'Azure roles', 'Data Engineers');
    await row('Group Data Engineers, Azure role Contributor, this workspace').waitFor();
    await workbench.screenshot(pictureOf('roles'));
  });

  it('says what a role allows when the mouse rests on it', async () => {
    const { workbench, tree } = explorer();
    const role = await tree.reveal(...access, 'Synapse Compute Operator');
    await role.hover();
    await workbench.page.locator('.monaco-hover').getByText('Run notebooks and jobs on Apache Spark pools').waitFor();
    await workbench.screenshot(pictureOf('what a role allows'));
    await workbench.page.keyboard.press('Escape');
  });

  it('is granted from the palette by keyboard alone', async () => {
    const { workbench, tree, row } = explorer();
    const { keyboard } = workbench.page;
    await keyboard.press('F1');
    await input().fill('>Synapse: Grant access…');
    await workbench.option('Synapse: Grant access…').waitFor();
    await keyboard.press('Enter');
    await workbench.quickInput().getByPlaceholder('Select a workspace').waitFor();
    await keyboard.type('contoso-sales');
    await workbench.option('contoso-sales').waitFor();
    await keyboard.press('Enter');
    await workbench
      .quickInput()
      .getByPlaceholder(/^Name, mail, object id/)
      .waitFor();
    await keyboard.type('nils');
    await workbench.option('Nils Ünïcode').waitFor();
    await workbench.page.screenshot({ path: pictureOf('looking for a name') });
    await keyboard.press('Enter');
    await workbench.quickInput().getByPlaceholder('Select a Synapse role').waitFor();
    await keyboard.type('Monitoring');
    await workbench.option('Synapse Monitoring Operator').waitFor();
    await keyboard.press('Enter');
    await workbench.quickInput().getByPlaceholder('Where is Synapse Monitoring Operator to hold?').waitFor();
    await workbench.option('Whole workspace').waitFor();
    await keyboard.press('Enter');
    await workbench.toast('“Nils Ünïcode” has the role Synapse Monitoring Operator now').waitFor();
    await tree.reveal(...access, 'Synapse Monitoring Operator');
    await row('Synapse role Synapse Monitoring Operator, 2 assignments').waitFor();
    await tree.reveal(...access, 'Synapse Monitoring Operator', 'Nils Ünïcode');
  });

  it('lists who has access to a Spark pool', async () => {
    const { workbench, tree, copied } = explorer();
    const pool = await tree.reveal(...pools, 'sparklarge');
    await workbench.contextMenu(pool, 'Who has access?');
    await workbench.option('Priya Raghunathan-Venkatasubramanian').waitFor();
    await workbench.page.screenshot({ path: pictureOf('who has access') });
    await workbench.pick('Priya Raghunathan-Venkatasubramanian');
    await workbench.option('Copy object id').waitFor();
    const id = await copied(() => workbench.pick('Copy object id'));
    assert.match(id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('checks what somebody may do', async () => {
    const { workbench, tree } = explorer();
    const zoe = await tree.reveal(...access, 'Synapse SQL Administrator', 'Zoë Łukasiewicz');
    await workbench.contextMenu(zoe, 'Check access…');
    await workbench
      .quickInput()
      .getByPlaceholder(/^Zoë Łukasiewicz may do \d+ of \d+ things/)
      .waitFor();
    await workbench.page.screenshot({ path: pictureOf('check access') });
    await workbench.page.keyboard.press('Escape');
  });

  it('is removed from several at once, after a question that names them', async () => {
    const { workbench, tree } = explorer();
    const role = [...access, 'Synapse Monitoring Operator'] as const;
    await (await tree.reveal(...role, 'Nils Ünïcode')).click();
    const collector = await tree.reveal(...role, 'Monitoring "collector"');
    await collector.click({ modifiers: ['ControlOrMeta'] });
    await workbench.contextMenu(collector, 'Remove access…');
    await workbench.dialog().getByText('Remove 2 role assignments in workspace “contoso-sales”?').waitFor();
    await workbench
      .dialog()
      .getByText(/Synapse Monitoring Operator of “Nils Ünïcode” \(User nils\.unicode@.*, whole workspace\)/)
      .waitFor();
    await workbench.screenshot(pictureOf('removal'));
    await workbench.answer('Remove');
    await workbench.toast('2 role assignments are removed.').waitFor();
    await tree.reveal(...role, 'Nobody has this role');
  });

  it('is grouped by who has it, by a click', async () => {
    const { workbench, tree, row } = explorer();
    await tree.inlineAction(await tree.reveal(...access), 'Group access control by…');
    await workbench.pick('User, group or application');
    await tree.reveal(...access, 'contoso-release-pipeline', 'Synapse Artifact Publisher');
    await row('Service principal contoso-release-pipeline, 3 assignments').waitFor();
    await workbench.screenshot(pictureOf('by principal'));
    await tree.inlineAction(await tree.reveal(...access), 'Group access control by…');
    await workbench.pick('Scope');
    await tree.reveal(...access, 'Apache Spark pool sparksmall', '陈美 (Mei Chen)');
    await workbench.screenshot(pictureOf('by scope'));
    await workbench.contextMenu(await tree.reveal(...access, 'SCOPE pool scope1'), 'Who has access?');
    await workbench
      .quickInput()
      .getByPlaceholder(/^Who has access to SCOPE pool scope1/)
      .waitFor();
    await workbench.page.keyboard.press('Escape');
  });
});

describe('Access control by keyboard alone', () => {
  const explorer = useExplorer();
  const keys = new Keys(explorer);
  const input = (placeholder: RegExp | string): Promise<void> =>
    explorer().workbench.quickInput().getByPlaceholder(placeholder).waitFor();

  it('is opened down to who has a role', async () => {
    // A row that is opened while others arrive is one that VS Code may lose.
    await explorer().workbench.sidebarIdle();
    await keys.toTree();
    await keys.hasFocus('Subscription Contoso Production, 5 workspaces');
    await keys.open();
    await keys.down('Workspace contoso-sales');
    await keys.open();
    await keys.down('Access control of workspace contoso-sales');
    await keys.open();
    await keys.down('Synapse role Synapse Contributor, 2 assignments');
    await keys.open();
    await keys.down('Group Data Engineers, role Synapse Contributor, scope whole workspace');
  });

  it('says what the role of a row allows', async () => {
    const { workbench } = explorer();
    await workbench.page.keyboard.press('ArrowLeft');
    await keys.hasFocus('Synapse role Synapse Contributor, 2 assignments');
    await keys.menu('What this role allows');
    await input('What Synapse Contributor allows');
    await workbench.page.keyboard.press('Escape');
  });

  it('checks access and copies an id from a row’s menu', async () => {
    const { workbench, copied } = explorer();
    await keys.down('Group Data Engineers, role Synapse Contributor');
    await keys.menu('Check access…');
    await input(/^Data Engineers may do \d+ of \d+ things/);
    await workbench.page.keyboard.press('Escape');
    const id = await copied(() => keys.menu('Copy object id'));
    assert.match(id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('takes a role away from two that are chosen with Shift, and keeps it when the answer is no', async () => {
    const { workbench, row } = explorer();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.press('Shift+ArrowDown');
    await keys.menu('Remove access…');
    await workbench.dialog().getByText('Remove 2 role assignments in workspace “contoso-sales”?').waitFor();
    await keys.answer('Cancel');
    await row('Synapse role Synapse Contributor, 2 assignments').waitFor();
    await keys.menu('Remove access…');
    await keys.answer('Remove');
    await workbench.toast('2 role assignments are removed.').waitFor();
    await row('Synapse role Synapse Contributor, no assignments').waitFor();
  });

  it('is grouped by scope from the palette', async () => {
    const { row } = explorer();
    await keys.palette('Synapse: Group access control by…');
    await input('Select a workspace');
    await keys.choose('contoso-sales');
    await input('What are role assignments grouped by?');
    await keys.choose('Scope');
    await row('Scope whole workspace, 10 assignments').waitFor();
  });
});

describe('Access control as it looks', () => {
  const explorer = useExplorer();

  it('in all kinds of themes', async () => {
    const { workbench, tree } = explorer();
    await tree.reveal(...access, 'Synapse Contributor', 'Data Engineers');
    await tree.reveal(...access, 'Azure roles', 'Data Engineers');
    await picturesInAllThemes(workbench, 'accessControl', 'themes');
  });
});

describe('Access control without Microsoft Graph', () => {
  const explorer = useExplorer();

  it('says once why names are missing, and shows them when somebody tries again', async () => {
    const { workbench, tree, faults } = explorer();
    faults.set({
      path: '^/graph/',
      status: 403,
      body: {
        error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges to complete the operation.' },
      },
    });
    const row = await tree.reveal(...access, 'Names are missing');
    await tree.reveal(...access, 'Azure roles', 'Not Synapse roles');
    await tree.expand(await tree.reveal(...access, 'Synapse SQL Administrator'));
    assert.equal(await tree.tree.getByText('Names are missing').count(), 1);
    assert.equal(await workbench.page.locator('.notification-toast').count(), 0);
    await workbench.screenshot(pictureFile('accessControl', 'names missing'));
    await row.click();
    await workbench.toast(/Insufficient privileges to complete the operation/).waitFor();
    faults.set();
    await workbench.page.getByRole('button', { name: 'Try again' }).click();
    await row.waitFor({ state: 'detached' });
    await tree.reveal(...access, 'Synapse SQL Administrator', 'Zoë Łukasiewicz');
  });
});
