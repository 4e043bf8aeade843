import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportCsv, exportJson } from '../../../../../src/features/accessControl/roles/files/exportRoles.ts';
import type { ImportKind } from '../../../../../src/features/accessControl/roles/files/importFile.ts';
import { importDraft } from '../../../../../src/features/accessControl/rolesPage/desk/importDraft.ts';
import { emptyDraft } from '../../../../../src/features/accessControl/rolesPage/draftChanges.ts';
import { EmulatedAccess, signal } from '../support/emulatedAccess.ts';
import { DeskWithPages, words } from '../support/pageAtDesk.ts';

async function exported(kind: ImportKind): Promise<{ text: string; count: number }> {
  await using emulated = await EmulatedAccess.start('contoso-sales');
  const { desk } = new DeskWithPages(emulated.open());
  const { book } = await desk.opened(signal);
  const parts = { workspaceName: 'contoso-sales', principals: new Map(), identityId: undefined };
  const text = (kind === 'json' ? exportJson : exportCsv)({ ...parts, roles: book.roles, assignments: book.present });
  return { text, count: book.present.length };
}

async function imported(workspaceName: string, kind: ImportKind, text: string, removeOthers = false, scope?: string) {
  await using emulated = await EmulatedAccess.start(workspaceName);
  const at = new DeskWithPages(emulated.open());
  for (const { principalId } of await emulated.assignments()) {
    at.directory.add({ id: principalId, type: 'User', displayName: principalId });
  }
  const page = await at.open();
  const { book } = await at.desk.opened(signal);
  const options = { kind, place: at.place, book, draft: emptyDraft, removeOthers, scope, words, signal };
  const { draft, problems } = await importDraft(Buffer.from(text), options);
  await page.model.plan.make(draft);
  return { rows: page.model.plan.rows, problems, present: book.present.length, writes: at.refused };
}

describe('importing wanted assignments', () => {
  for (const kind of ['json', 'csv'] as const) {
    it(`finds everything there that was exported as ${kind}, and would remove nothing`, async () => {
      const { text, count } = await exported(kind);
      const { rows, problems } = await imported('contoso-sales', kind, text, true);
      assert.deepEqual(problems, []);
      assert.equal(rows.length, count);
      assert.ok(rows.every(({ action }) => action === 'unchanged'));
    });
  }

  it('takes another workspace’s export, and lists what has no counterpart', async () => {
    const { text } = await exported('json');
    const { rows, problems } = await imported('contoso-finance', 'json', text);
    assert.ok(rows.some(({ action, scope }) => action === 'create' && scope === 'workspaces/contoso-finance'));
    assert.ok(rows.every(({ scope }) => scope.startsWith('workspaces/contoso-finance')));
    assert.ok(problems.some((problem) => problem.endsWith('noCounterpart')));
  });

  it('removes what is not in the file only where every row was understood', async () => {
    const one =
      'principalId,principalType,role,scope\n11111111-1111-4111-8111-111111111111,User,Synapse User,workspace\n';
    const all = await imported('contoso-sales', 'csv', one, true);
    assert.equal(all.rows.filter(({ action }) => action === 'remove').length, all.present);
    const scope = 'workspaces/contoso-sales/bigDataPools/sparklarge';
    const atItem = await imported('contoso-sales', 'csv', one, true, scope);
    const removed = atItem.rows.filter(({ action }) => action === 'remove');
    assert.deepEqual(
      removed.map((row) => row.scope),
      [scope],
    );
    const doubtful = await imported('contoso-sales', 'csv', `${one}x@y.z,User,No such role,workspace\n`, true);
    assert.equal(doubtful.rows.filter(({ action }) => action === 'remove').length, 0);
    assert.equal(doubtful.problems.at(-1), 'nothing removed');
  });
});
