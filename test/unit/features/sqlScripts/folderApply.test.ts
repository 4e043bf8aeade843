import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folderPlan, type ScriptRow } from '../../../../src/features/sqlScripts/folderPublish/folderPlan.ts';
import { meetsAll, sendRow } from '../../../../src/features/sqlScripts/folderPublish/sendRow.ts';
import { emptySidecar } from '../../../../src/features/sqlScripts/folderPublish/sidecar.ts';
import { wantedScripts } from '../../../../src/features/sqlScripts/folderPublish/wantedScripts.ts';
import { ScriptConflict } from '../../../../src/features/sqlScripts/scripts/scriptStore.ts';
import { WorkspaceScripts } from '../../../../src/features/sqlScripts/scripts/workspaceScripts.ts';
import { applyPlan } from '../../../../src/platform/plan/applyPlan.ts';
import { FakeWorkspace, type Trouble } from './support/fakeWorkspace.ts';
import { planWords } from './support/planWords.ts';

const { signal } = new AbortController();
const names = Array.from({ length: 40 }, (_, index) => `script ${String(index)}`);
const titles = { publish: (name: string) => name, remove: (name: string) => name };

/** A folder of files, one for each name, and a workspace. */
function folderAnd(fake: FakeWorkspace, files = names, text = (name: string) => `SELECT '${name}'`) {
  const store = new WorkspaceScripts(fake.place, fake.clock);
  const wanted = wantedScripts(
    files.map((name) => ({ path: `${name}.sql`, bytes: Buffer.from(text(name)) })),
    { sidecar: emptySidecar, workspaceName: 'w', below: '' },
  );
  const plan = async (): Promise<ScriptRow[]> =>
    folderPlan(wanted, await store.list(signal, { fresh: true }), '', planWords);
  const apply = async (rows: readonly ScriptRow[]) => {
    const states: string[] = [];
    const report = await applyPlan([rows], {
      perform: (row, accepted) => sendRow(store, row, { accepted }, titles),
      onProgress: ({ key }, { state }) => states.push(`${key} ${state}`),
      stop: signal,
      endsAll: meetsAll,
    });
    return { report, states };
  };
  return { plan, apply };
}

const puts = ({ requests }: FakeWorkspace): number => requests.filter((line) => line.startsWith('PUT')).length;

describe('applying the plan of a folder', () => {
  it('costs one list and a write for each script that differs, and none for what is the same', async () => {
    const fake = new FakeWorkspace();
    const { plan, apply } = folderAnd(fake);
    const { report } = await apply(await plan());
    assert.equal(report.done.length, names.length);
    assert.equal(puts(fake), names.length);
    assert.equal(fake.requests.filter((line) => line === 'GET /sqlScripts').length, 1);
    assert.ok((await plan()).every(({ action }) => action === 'unchanged'));
  });

  const troubles: Readonly<Record<string, Trouble>> = {
    'a 429': { status: 429, headers: { 'retry-after': '1' } },
    'a 503': { status: 503 },
    'a connection that is lost before the request arrived': 'lostBefore',
    'a connection that is lost after it was accepted': 'lostAfter',
  };
  for (const [what, trouble] of Object.entries(troubles)) {
    it(`gets over ${what}`, async () => {
      const fake = new FakeWorkspace();
      const { plan, apply } = folderAnd(fake);
      const rows = await plan();
      fake.troubles.push(undefined, trouble, undefined, trouble);
      const { report } = await apply(rows);
      assert.deepEqual(report.failed, []);
      for (const name of names) assert.ok(fake.published(name)?.includes(`SELECT '${name}'`), name);
      // What had arrived is seen, not sent again.
      assert.equal(puts(fake), trouble === 'lostAfter' ? names.length : names.length + 2);
    });
  }

  it('sends nothing more when the caller may not write', async () => {
    const fake = new FakeWorkspace();
    const { plan, apply } = folderAnd(fake);
    const rows = await plan();
    const refusal = { status: 403, text: '{"error":{"code":"Unauthorized","message":"No permission."}}' };
    fake.troubles.push(...Array.from({ length: 8 }, () => refusal));
    const { report } = await apply(rows);
    assert.equal(report.failed.length + report.notSent.length, names.length);
    assert.ok(report.failed.length <= 8 && report.done.length === 0);
  });

  it('does not overwrite what somebody else has published since', async () => {
    const fake = new FakeWorkspace();
    fake.publish('script 1');
    const { plan, apply } = folderAnd(fake, names.slice(0, 3));
    const rows = await plan();
    fake.publish('script 1', '{"name":"script 1","properties":{"content":{"query":"theirs"}}}');
    const { report } = await apply(rows);
    assert.equal(report.done.length, 2);
    assert.ok(report.failed[0]?.error instanceof ScriptConflict);
    assert.match(fake.published('script 1') ?? '', /theirs/);
  });
});
