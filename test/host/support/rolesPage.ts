import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RolesModel } from '../../../src/features/accessControl/rolesPage/browser/rolesModel.ts';
import { rolesContract } from '../../../src/features/accessControl/rolesPage/contract.ts';
import { entryAt } from './explorer.ts';
import { OpenedPage } from './openedPage.ts';
import { until } from './until.ts';

export type OpenedRoles = Awaited<ReturnType<typeof openRoles>>;

/** Opens the page by its command, and begins it as its script does. */
export async function openRoles(...row: readonly string[]) {
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
      const entry = await entryAt(...row);
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

/** Plans a role in contoso-sales for people who have others. */
export async function want(
  { model }: OpenedRoles,
  count: number,
  roleName = 'Synapse Monitoring Operator',
): Promise<void> {
  const role = model.add.roles.find(({ name }) => name === roleName) ?? assert.fail(roleName);
  const have = new Set(model.table.rows.filter(({ roleId }) => roleId === role.id).map((row) => row.principalId));
  const ids = [...new Set(model.table.rows.map(({ principalId }) => principalId))].filter((id) => !have.has(id));
  const people = ids.slice(0, count).map((id) => ({ id, type: 'User' }));
  model.add.form = { people, pasted: '', roles: [role.id], scopes: ['workspaces/contoso-sales'] };
  await model.addWanted();
}

/** Applies what is planned and was not done yet. @returns how it went */
export async function applyAll({ model, becomes }: OpenedRoles): Promise<string | undefined> {
  await model.plan.apply(model.plan.changes('planned', 'failed', 'notSent'));
  await becomes('the end', () => !model.plan.isGoing && !model.reading.going);
  return model.plan.run.words ?? model.plan.problem;
}
