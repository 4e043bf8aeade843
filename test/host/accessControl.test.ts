import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { idOf } from '../../emulator/store/ids.ts';
import { contoso, person, roleChanges, rowsAt, sales, untilRows } from './support/accessRows.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, itemOf } from './support/explorer.ts';
import { QuickPicks } from './support/quickPicks.ts';

describe('access control in the explorer', () => {
  const azure = emulatedAzure();
  let dialogs: Dialogs;
  beforeEach(async () => {
    dialogs = new Dialogs();
    await childrenOf(await entryAt(...sales));
    azure().requests.take();
  });
  afterEach(() => {
    dialogs[Symbol.dispose]();
    azure().faults.clear();
  });

  it('shows roles with counts, and below them who has them, with type and scope', async () => {
    const shown = await rowsAt(...sales);
    assert.equal(shown.length, 12);
    assert.ok(shown.includes('Synapse Administrator | 3'), shown.join());
    assert.equal(shown.at(-1), 'Azure roles | on the workspace as a resource');
    assert.deepEqual(await rowsAt(...sales, 'Synapse Contributor'), [
      'Data Engineers | Group · whole workspace',
      'Priya Raghunathan-Venkatasubramanian | User · Apache Spark pool sparklarge',
    ]);
    assert.ok(
      (await rowsAt(...sales, 'Synapse Administrator')).includes('contoso-sales | Managed identity · whole workspace'),
    );
    const zoe = await itemOf(await entryAt(...sales, 'Synapse SQL Administrator', 'Zoë Łukasiewicz'));
    assert.equal(
      zoe.accessibilityInformation?.label,
      'User Zoë Łukasiewicz, role Synapse SQL Administrator, scope whole workspace',
    );
    for (const part of [
      'zoe.lukasiewicz@contoso.onmicrosoft.com',
      person('zoe.lukasiewicz'),
      'workspaces/contoso-sales',
    ]) {
      assert.ok(String(zoe.tooltip).includes(part), part);
    }
  });

  it('tells what a role allows, in words', async () => {
    const role = await entryAt(...sales, 'Synapse Compute Operator');
    const { tooltip } = await itemOf(role);
    assert.match(String(tooltip), /^• Run notebooks and jobs on Apache Spark pools$/m);
    await vscode.commands.executeCommand('synapse.accessControl.explainRole', role);
    const list = dialogs.lists[0];
    assert.equal(list?.placeholder, 'What Synapse Compute Operator allows');
    assert.ok(
      list.items.some(
        ({ label, detail }) =>
          label === 'Cancel pipeline runs' && detail === 'Microsoft.Synapse/workspaces/cancelPipelineRun/action',
      ),
    );
  });

  it('groups by principal and by scope, and remembers it in the settings', async () => {
    dialogs.choose = ({ items }) => items[1]?.label;
    await vscode.commands.executeCommand('synapse.accessControl.groupBy', await entryAt(...sales));
    const grouping = (): unknown => vscode.workspace.getConfiguration('synapse').get('accessControl.groupBy');
    assert.equal(grouping(), 'principal');
    const byPrincipal = await untilRows(sales, (shown) => shown.some((row) => row.startsWith('Analysts')));
    assert.ok(byPrincipal.includes('Analysts (EMEA & APAC) | Group · 2 assignments'), byPrincipal.join());
    assert.deepEqual(await rowsAt(...sales, 'Analysts (EMEA & APAC)'), [
      'Synapse Artifact User | whole workspace',
      'Synapse User | SCOPE pool scope1',
    ]);
    dialogs.choose = ({ items }) => items[2]?.label;
    await vscode.commands.executeCommand('synapse.accessControl.groupBy', await entryAt(...sales));
    const byScope = await untilRows(sales, (shown) => shown.some((row) => row.startsWith('Whole workspace')));
    assert.equal(byScope[0], 'Whole workspace | 11');
    assert.ok(byScope.includes('Apache Spark pool sparksmall | 1'), byScope.join());
    assert.deepEqual(await rowsAt(...sales, 'Apache Spark pool sparksmall'), [
      '陈美 (Mei Chen) | Synapse Compute Operator · User',
    ]);
    const service = await entryAt(...sales, 'Linked service contoso-sales-WorkspaceDefaultStorage');
    await vscode.commands.executeCommand('synapse.accessControl.whoHasAccess', service);
    const holders = dialogs.lists.at(-1) ?? assert.fail();
    assert.match(holders.placeholder, /^Who has access to linked service contoso-sales-WorkspaceDefaultStorage/);
    assert.ok(holders.items.some(({ description = '' }) => description.endsWith('inherited from the workspace')));
    assert.ok(
      holders.items.some(
        ({ description = '', kind }) =>
          kind !== vscode.QuickPickItemKind.Separator && !description.includes('inherited'),
      ),
    );
    dialogs.choose = ({ items }) => items[0]?.label;
    await vscode.commands.executeCommand('synapse.accessControl.groupBy', await entryAt(...sales));
    await untilRows(sales, (shown) => shown.includes('Synapse User | 2'));
    assert.equal(grouping(), 'role');
  });

  it('shows who has Azure roles beside it, with one sentence on the difference', async () => {
    const [, ...shown] = await rowsAt(...sales, 'Azure roles');
    const [difference] = await childrenOf(await entryAt(...sales, 'Azure roles'));
    assert.match(
      difference?.node.accessibleLabel ?? '',
      /^Azure roles decide on the workspace as a resource [^.]*, Synapse roles on what is in it [^.]*\.$/,
    );
    assert.deepEqual(
      shown,
      [
        'Data Engineers | Contributor · Group · this workspace',
        'contoso-release-pipeline | Contributor · Service principal · inherited from resource group rg-analytics-prod',
        'Björn Ødegård | Owner · User · inherited from the subscription',
        'Synapse Administrators | Owner · Group · inherited from resource group rg-analytics-prod',
        'Analysts (EMEA & APAC) | Reader · Group · inherited from the subscription',
      ].toSorted((a, b) => order(a).localeCompare(order(b))),
    );
    const commands = (await itemOf(await entryAt(...sales, 'Azure roles', 'Data Engineers'))).contextValue;
    assert.equal(commands, ';azureRoleAssignment;named;principal;');
  });

  it('grants a role at a Spark pool: a name is looked for, and only roles that fit are offered', async () => {
    using picks = new QuickPicks();
    const pool = await entryAt(contoso, 'contoso-sales', 'Apache Spark pools', 'sparksmall');
    const command = vscode.commands.executeCommand('synapse.accessControl.grant', pool);
    const people = await picks.asked(/^Name, mail, object id/);
    assert.equal(people.title, 'Grant access to contoso-sales, Apache Spark pool sparksmall');
    people.type('lidia');
    const { description, detail } = await people.until('Lidia Holloway');
    assert.deepEqual([description, detail], ['User', 'lidia.holloway@contoso.onmicrosoft.com']);
    people.choose('Lidia Holloway');
    const roles = await picks.asked(/^Select a Synapse role/);
    await roles.until('Synapse Compute Operator');
    assert.equal(roles.items.length, 4, roles.labels.join());
    roles.choose('Synapse Compute Operator');
    await command;
    assert.match(
      (await dialogs.message('information')).message,
      /^“Lidia Holloway” has the role Synapse Compute Operator now \(Apache Spark pool sparksmall, workspace contoso-sales\)\. It takes 2 to 5 minutes/,
    );
    const shown = await untilRows([...sales, 'Synapse Compute Operator'], (all) => all.length === 3);
    assert.ok(shown.includes('Lidia Holloway | User · Apache Spark pool sparksmall'), shown.join());
    assert.ok((await rowsAt(...sales)).includes('Synapse Compute Operator | 3'));
  });

  it('grants to an application by its application id, and says which object id is meant', async () => {
    using picks = new QuickPicks();
    const application = idOf('application', 'contoso-release-pipeline');
    const role = await entryAt(...sales, 'Synapse Monitoring Operator');
    const command = vscode.commands.executeCommand('synapse.accessControl.grant', role);
    const people = await picks.asked(/^Name, mail, object id/);
    people.type(` ${application.toUpperCase()} `);
    const { detail } = await people.until('contoso-release-pipeline');
    assert.match(
      detail ?? '',
      /^This is the application id; its enterprise application with object id .* gets the role$/,
    );
    people.choose('contoso-release-pipeline');
    const scopes = await picks.asked(/^Where is Synapse Monitoring Operator to hold/);
    await scopes.until('Whole workspace');
    scopes.choose('Whole workspace');
    await command;
    await dialogs.says(/^“contoso-release-pipeline” has the role Synapse Monitoring Operator now/);
    const tenant = azure().ready.tenantId;
    const principalId = idOf('service principal', application, tenant);
    await untilRows([...sales, 'Synapse Monitoring Operator'], (all) => all.length === 2);
    const entry = await entryAt(...sales, 'Synapse Monitoring Operator', 'contoso-release-pipeline');
    await vscode.commands.executeCommand('synapse.accessControl.copyObjectId', entry);
    assert.equal(await vscode.env.clipboard.readText(), principalId);
  });

  it('asks before it makes somebody Synapse Administrator', async () => {
    using picks = new QuickPicks();
    const command = vscode.commands.executeCommand(
      'synapse.accessControl.grant',
      await entryAt(...sales, 'Synapse Administrator'),
    );
    const people = await picks.asked(/^Name, mail, object id/);
    people.type('amal');
    await people.until('Amal Haddad');
    people.choose('Amal Haddad');
    const scopes = await picks.asked(/^Where is Synapse Administrator to hold/);
    await scopes.until('Apache Spark pool sparklarge');
    await scopes.until('Linked service contoso-sales-WorkspaceDefaultStorage');
    scopes.choose('Whole workspace');
    await command;
    const { message, detail } = await dialogs.message('warning');
    assert.equal(message, 'Make “Amal Haddad” Synapse Administrator of workspace “contoso-sales” (whole workspace)?');
    assert.match(detail ?? '', /^User amal\.haddad@contoso\.onmicrosoft\.com$/m);
    assert.match(detail ?? '', /can do everything there, and give and take access/);
    assert.deepEqual(azure().requests.matching(roleChanges), [], 'nobody has confirmed it');
  });

  it('offers linked services and the like, and says which of them could not be read', async () => {
    using picks = new QuickPicks();
    azure().faults.add({
      route: 'Credential_ListByWorkspace',
      status: 403,
      body: { error: { code: 'No', message: 'No.' } },
    });
    const command = vscode.commands.executeCommand(
      'synapse.accessControl.grant',
      await entryAt(...sales, 'Synapse Credential User'),
    );
    const people = await picks.asked(/^Name, mail, object id/);
    people.type('amal');
    await people.until('Amal Haddad');
    people.choose('Amal Haddad');
    const scopes = await picks.asked(/^Where is Synapse Credential User to hold/);
    await scopes.until('Credentials could not be read');
    scopes.choose('Linked service contoso-sales-WorkspaceDefaultStorage');
    await command;
    await dialogs.says(/^“Amal Haddad” has the role Synapse Credential User now \(linked service contoso-sales-Work/);
  });

  it('removes several at once after a question that names them, and leaves alone what is none', async () => {
    const [mei, lidia] = [
      await entryAt(...sales, 'Synapse Compute Operator', '陈美 (Mei Chen)'),
      await entryAt(...sales, 'Synapse Compute Operator', 'Lidia Holloway'),
    ];
    const selected = [mei, lidia, await entryAt(...sales, 'Synapse User')];
    await vscode.commands.executeCommand('synapse.accessControl.remove', mei, selected);
    const { message, detail, buttons } = await dialogs.message('warning');
    assert.equal(message, 'Remove 2 role assignments in workspace “contoso-sales”?');
    assert.match(
      detail ?? '',
      /^• Synapse Compute Operator of “陈美 \(Mei Chen\)” \(User mei\.chen@contoso\.onmicrosoft\.com, Apache Spark pool sparksmall\)$/m,
    );
    assert.match(
      detail ?? '',
      /^• Synapse Compute Operator of “Lidia Holloway” \(User lidia\.holloway@contoso\.onmicrosoft\.com, Apache Spark pool sparksmall\)$/m,
    );
    assert.match(detail ?? '', /^Left alone: Synapse User$/m);
    assert.deepEqual(buttons, ['Remove']);
    assert.deepEqual(azure().requests.matching(roleChanges), []);

    dialogs.press = ({ buttons: [first] }) => first;
    await vscode.commands.executeCommand('synapse.accessControl.remove', mei, selected);
    await dialogs.says(/^2 role assignments are removed\. It takes 2 to 5 minutes/);
    assert.equal(azure().requests.matching(roleChanges).length, 2);
    assert.deepEqual(await untilRows([...sales, 'Synapse Compute Operator'], (all) => all.length === 1), [
      'contoso-release-pipeline | Service principal · integration runtime AutoResolveIntegrationRuntime',
    ]);
  });

  it('says what is lost with the last administrators and the workspace’s identity', async () => {
    const administrators = await childrenOf(await entryAt(...sales, 'Synapse Administrator'));
    await vscode.commands.executeCommand('synapse.accessControl.remove', administrators[0], administrators);
    const { detail = '' } = await dialogs.message('warning');
    assert.match(detail, /^⚠ You (may )?lose your own right to manage access \(whole workspace\)/m);
    assert.match(detail, /^⚠ Nobody is Synapse Administrator of the workspace any more\./m);
    assert.match(detail, /^⚠ The workspace’s own managed identity loses roles \(whole workspace\)\./m);
    assert.deepEqual(azure().requests.matching(roleChanges), []);
  });

  it('lists who has access to a Spark pool, with what is inherited, and does more from there', async () => {
    const pool = await entryAt(contoso, 'contoso-sales', 'Apache Spark pools', 'sparklarge');
    dialogs.choose = ({ placeholder }) =>
      placeholder.startsWith('Who has access') ? 'Priya Raghunathan-Venkatasubramanian' : 'Copy object id';
    await vscode.commands.executeCommand('synapse.accessControl.whoHasAccess', pool);
    const [list, actions] = dialogs.lists;
    const labels = list?.items.map(({ label, description, kind }) =>
      kind === vscode.QuickPickItemKind.Separator ? `— ${label}` : `${label} | ${description ?? ''}`,
    );
    assert.ok(labels);
    const contributors = labels.slice(labels.indexOf('— Synapse Contributor') + 1).slice(0, 2);
    assert.deepEqual(contributors, [
      'Priya Raghunathan-Venkatasubramanian | User',
      'Data Engineers | Group · inherited from the workspace',
    ]);
    assert.ok(!labels.some((label) => label.startsWith('陈美')), 'another pool’s');
    assert.deepEqual(
      actions?.items.map(({ label }) => label),
      ['Remove access…', 'Check access…', 'Copy object id'],
    );
    assert.equal(await vscode.env.clipboard.readText(), person('priya.raghunathan.venkatasubramanian'));
  });

  it('checks what somebody may do, and through what', async () => {
    const zoe = await entryAt(...sales, 'Synapse SQL Administrator', 'Zoë Łukasiewicz');
    await vscode.commands.executeCommand('synapse.accessControl.check', zoe);
    const list = dialogs.lists[0];
    assert.match(list?.placeholder ?? '', /^Zoë Łukasiewicz may do \d+ of \d+ things \(whole workspace\)$/);
    const item = (label: string): vscode.QuickPickItem | undefined => list?.items.find((each) => each.label === label);
    assert.equal(item('Publish and change notebooks')?.description, 'Synapse Contributor · through Data Engineers');
    assert.equal(item('Give Synapse roles to others')?.description, 'not allowed');
    assert.ok(
      (list?.items.indexOf(item('Give Synapse roles to others') ?? { label: '' }) ?? 0) > 20,
      'what is allowed comes first',
    );
  });

  it('checks what the user themselves may do', async () => {
    dialogs.choose = ({ items }) => (items[0]?.label === 'Me' ? 'Me' : undefined);
    await vscode.commands.executeCommand('synapse.accessControl.check', await entryAt(...sales));
    assert.match(dialogs.lists[1]?.placeholder ?? '', /^Synapse emulator client may do (\d+) of \1 things/);
  });
});

/** Rows of Azure roles stand by role, then by name. */
function order(row: string): string {
  const [name = '', role = ''] = row.split(' | ');
  return `1${role.split(' · ')[0] ?? ''} ${name}`;
}
