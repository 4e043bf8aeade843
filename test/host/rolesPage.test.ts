import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { parseFaultRules } from '../../emulator/faults/faultRule.ts';
import { RolesModel } from '../../src/features/accessControl/rolesPage/browser/rolesModel.ts';
import { rolesContract } from '../../src/features/accessControl/rolesPage/contract.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { entryAt } from './support/explorer.ts';
import { OpenedPage } from './support/openedPage.ts';
import { replaceMember } from './support/replaceMember.ts';
import { until } from './support/until.ts';

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

  /** Opens the page by its command, and begins it as its script does. */
  async function open(...row: readonly string[]) {
    const drawn = new vscode.EventEmitter<void>();
    const parts: { model?: RolesModel } = {};
    const page = await OpenedPage.by(
      rolesContract,
      {
        rows: (rows) => parts.model?.plan.progressed(rows),
        run: (run) => parts.model?.plan.setRun(run),
        plan: (plan) => parts.model?.plan.setPlan(plan),
        people: (people) => parts.model?.addPeople(people),
        gap: (gap) => parts.model?.setGap(gap),
        changed: (what) => void parts.model?.changed(what),
      },
      async () => {
        const entry = await entryAt(...(row.length === 0 ? sales : row));
        await vscode.commands.executeCommand('synapse.accessControl.edit', entry);
      },
    );
    const model = new RolesModel({
      client: page.client,
      remembered: undefined,
      words: { type: (type = '') => type, inherited: (where) => `${where} (inherited)` },
      onChange: () => {
        drawn.fire();
      },
    });
    parts.model = model;
    const { input } = await page.welcomed;
    await model.start(input);
    const becomes = (what: string, isSo: () => boolean): Promise<true> =>
      until(what, () => isSo() || undefined, drawn.event);
    return { page, model, becomes };
  }

  type Opened = Awaited<ReturnType<typeof open>>;

  /** Plans a role for people who have others. */
  async function want({ model }: Opened, count: number, roleName = 'Synapse Monitoring Operator'): Promise<void> {
    const role = model.add.roles.find(({ name }) => name === roleName) ?? assert.fail(roleName);
    const have = new Set(model.table.rows.filter(({ roleId }) => roleId === role.id).map((row) => row.principalId));
    const ids = [...new Set(model.table.rows.map(({ principalId }) => principalId))].filter((id) => !have.has(id));
    const people = ids.slice(0, count).map((id) => ({ id, type: 'User' }));
    model.add.form = { people, pasted: '', roles: [role.id], scopes: ['workspaces/contoso-sales'] };
    await model.addWanted();
  }

  async function apply({ model, becomes }: Opened): Promise<string | undefined> {
    await model.plan.apply(model.plan.changes('planned', 'failed', 'notSent'));
    await becomes('the end', () => !model.plan.isGoing && !model.reading.going);
    return model.plan.run.words ?? model.plan.problem;
  }

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
    assert.equal(await apply(opened), 'Finished: 3 done.');
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
    assert.equal(await apply(opened), 'Finished: 1 done.');
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
