import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { parseFaultRules } from '../../emulator/faults/faultRule.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { replaceMember } from './support/replaceMember.ts';
import { applyAll, openRoles, want } from './support/rolesPage.ts';

const sales = ['Contoso Production', 'contoso-sales'] as const;
const create = 'RoleAssignments_CreateRoleAssignment';

describe('the page of role assignments', () => {
  const azure = emulatedAzure();
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'synapse-roles-'));
  });
  afterEach(() => {
    azure().faults.clear();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (...row: readonly string[]) => openRoles(...(row.length === 0 ? sales : row));

  it('shows everybody by name, in a document that lets nothing foreign in', async () => {
    const opened = await open();
    using page = opened.page;
    await opened.becomes('names', () => opened.model.table.all.some(({ principal }) => principal === 'Data Engineers'));
    assert.equal(page.panel.title, 'Roles: contoso-sales');
    assert.match(page.panel.webview.html, /default-src &#39;none&#39;/);
    assert.doesNotMatch(page.panel.webview.html, /unsafe/);
  });

  it('applies a plan through a 429 and an answer that was lost', async () => {
    const opened = await open();
    using _page = opened.page;
    await want(opened, 3);
    azure().faults.set(
      parseFaultRules([
        { route: create, times: 1, fault: 'throttle', seconds: 1 },
        { route: create, skip: 1, times: 1, drop: 'beforeReply' },
      ]),
    );
    assert.equal(await applyAll(opened), 'Finished: 3 done.');
    assert.equal(opened.model.table.rows.filter(({ role }) => role === 'Synapse Monitoring Operator').length, 4);
  });

  it('finishes what was begun when it is closed in the middle, and says so', async () => {
    using dialogs = new Dialogs();
    const opened = await open();
    await want(opened, 5, 'Synapse Artifact User');
    azure().faults.set(parseFaultRules([{ route: create, delayMs: 150 }]));
    await opened.model.plan.apply(opened.model.plan.changes('planned'));
    await opened.becomes('the beginning', () => opened.model.plan.run.state === 'going');
    opened.page[Symbol.dispose]();
    await dialogs.says(/^Role assignments of contoso-sales\. Finished: 5 done\.$/);
    const again = await open();
    using _page = again.page;
    assert.deepEqual(again.model.plan.draft, { add: [], remove: [] });
  });

  it('keeps the plan of a page that was closed', async () => {
    const opened = await open();
    await want(opened, 1, 'Synapse Credential User');
    opened.page[Symbol.dispose]();
    const again = await open();
    using _page = again.page;
    assert.equal(again.model.plan.rows.length, 1);
    await again.model.plan.discard();
  });

  it('exports, and finds in its own export nothing to do', async () => {
    using dialogs = new Dialogs();
    const opened = await open();
    using page = opened.page;
    for (const format of ['json', 'csv'] as const) {
      const file = vscode.Uri.file(path.join(folder, `roles.${format}`));
      using _save = replaceMember(vscode.window, 'showSaveDialog', () => Promise.resolve(file));
      await page.client.ask('exportTo', format);
      assert.match(readFileSync(file.fsPath, 'utf8'), /Synapse Administrator/);
      using _open = replaceMember(vscode.window, 'showOpenDialog', () => Promise.resolve([file]));
      const result = await page.client.ask('importFrom', { removeOthers: true });
      assert.deepEqual(result?.problems, []);
      await opened.model.plan.make(result?.draft);
      assert.ok(opened.model.plan.rows.every(({ action }) => action === 'unchanged'));
      await opened.model.plan.discard();
    }
    assert.equal(dialogs.messages.length, 2);
  });

  it('exports what is there at that moment, in the kind of file that its name says', async () => {
    using dialogs = new Dialogs();
    const opened = await open();
    using page = opened.page;
    const file = vscode.Uri.file(path.join(folder, 'renamed.csv'));
    using _save = replaceMember(vscode.window, 'showSaveDialog', () => Promise.resolve(file));
    const [gone] = opened.model.table.rows.filter(({ role }) => role === 'Synapse User');
    assert.ok(gone);
    const others = { value: [{ ...gone, roleDefinitionId: gone.roleId }] };
    azure().faults.set(
      parseFaultRules([{ route: 'RoleAssignments_ListRoleAssignments', times: 1, status: 200, body: others }]),
    );
    await page.client.ask('exportTo', 'json');
    assert.match(readFileSync(file.fsPath, 'utf8'), /^\ufeffprincipal,principalType,role,.*\r\n.*Synapse User,.*\r\n$/);
    await dialogs.says(/^1 role assignment of contoso-sales is exported\.$/);
  });

  it('shows a report in which names of others are text', async () => {
    const opened = await open();
    using page = opened.page;
    const ravi = await page.client.ask('search', 'ravi');
    const [person] = ravi.people;
    assert.equal(person?.name, 'Ravi <i>Test</i>');
    const role = opened.model.add.roles.find(({ name }) => name === 'Synapse Artifact Publisher') ?? assert.fail();
    opened.model.add.form = { people: [person], pasted: '', roles: [role.id], scopes: ['workspaces/contoso-sales'] };
    await opened.model.addWanted();
    assert.equal(await applyAll(opened), 'Finished: 1 done.');
    await page.client.ask('report', null);
    const report = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(report, /^# Role assignments of workspace contoso-sales\n/);
    assert.ok(report.includes('## Done (1)\n\n- Add: Ravi \\<i\\>Test\\</i\\> '), report);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('says what is wrong with a file', async () => {
    const opened = await open();
    using page = opened.page;
    const file = path.join(folder, 'roles.json');
    writeFileSync(file, '{"some":"thing"}');
    using _open = replaceMember(vscode.window, 'showOpenDialog', () => Promise.resolve([vscode.Uri.file(file)]));
    await assert.rejects(page.client.ask('importFrom', { removeOthers: false }), /holds no role assignments/);
  });

  it('lets an Owner without a Synapse role give roles, and says what they cannot see', async () => {
    const before = await open();
    const someone = before.model.table.rows[0]?.principalId ?? '';
    before.page[Symbol.dispose]();
    const message = `The principal 'x' does not have the required Synapse RBAC permission to perform this action.`;
    const refusal = { status: 403, body: { error: { code: 'Unauthorized', message } } };
    const lists = ['RoleAssignments_ListRoleAssignments', 'RoleDefinitions_ListRoleDefinitions'];
    azure().faults.set(parseFaultRules(lists.map((route) => ({ route, ...refusal }))));
    const opened = await open();
    using _page = opened.page;
    assert.equal(opened.model.isListed, false);
    const user = opened.model.add.roles.find(({ name }) => name === 'Synapse User') ?? assert.fail();
    const wanted = { principalId: someone, principalType: 'User', roleId: user.id, scope: 'workspaces/contoso-sales' };
    await opened.model.plan.make({ add: [wanted], remove: [] });
    assert.equal(await applyAll(opened), 'Finished: 1 done.');
  });

  it('reads assignments although Microsoft Graph is down', async () => {
    await vscode.commands.executeCommand('synapse.refresh');
    azure().faults.set(parseFaultRules([{ audience: 'https://graph.microsoft.com', status: 503 }]));
    const opened = await open('Contoso Production', 'contoso-finance');
    using _page = opened.page;
    assert.ok(opened.model.table.rows.length > 0);
    assert.equal(opened.model.reading.problem, undefined);
  });

  it('marks what is inherited at a Spark pool', async () => {
    const opened = await open(...sales, 'Apache Spark pools', 'sparksmall');
    using _page = opened.page;
    const { rows } = opened.model.table;
    assert.ok(rows.some(({ inherited, scope }) => inherited && scope === 'workspaces/contoso-sales'));
    assert.ok(rows.some(({ inherited, scope }) => !inherited && scope.endsWith('/bigDataPools/sparksmall')));
    assert.ok(rows.every(({ scope }) => !scope.includes('sparklarge')));
  });
});
