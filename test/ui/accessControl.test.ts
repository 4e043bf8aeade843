import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { icon, useExplorer } from './support/explorer.ts';
import { pictureFile } from './support/looks.ts';

const contoso = 'Contoso Production';
const access = [contoso, 'contoso-sales', 'Access control'] as const;
const pools = [contoso, 'contoso-sales', 'Apache Spark pools'] as const;
const genomics = ['Research & <b>"Üser"</b> ../x', 'research-genomics', 'Access control'] as const;

describe('Access control by mouse and by keyboard', () => {
  const explorer = useExplorer();
  const input = (): Locator => explorer().workbench.quickInput().locator('input.input');
  const pictureOf = (name: string): string => pictureFile('accessControl', name);

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
    await tree.reveal(...access, 'Synapse Monitoring Operator', 'Nils Ünïcode');
    await row('Synapse role Synapse Monitoring Operator, 2 assignments').waitFor();
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
    await workbench.dialog().getByText('Synapse Monitoring Operator of “Nils Ünïcode” (whole workspace)').waitFor();
    await workbench.screenshot(pictureOf('removal'));
    await workbench.answer('Remove');
    await workbench.toast('2 role assignments are removed.').waitFor();
    await tree.reveal(...role, 'Nobody has this role');
  });

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
    await workbench.screenshot(pictureOf('odd names'));
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
    const why =
      'Names are missing, because your account may not read them from Microsoft Graph. Everything works with object ids.';
    const row = await tree.reveal(...access, why);
    await workbench.screenshot(pictureFile('accessControl', 'names missing'));
    await row.click();
    await workbench.toast(/Insufficient privileges to complete the operation/).waitFor();
    faults.set();
    await workbench.page.getByRole('button', { name: 'Try again' }).click();
    await row.waitFor({ state: 'detached' });
    await tree.reveal(...access, 'Synapse SQL Administrator', 'Zoë Łukasiewicz');
  });
});
