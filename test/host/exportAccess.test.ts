import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { builtInRoles } from '../../src/features/accessControl/roles/builtInRoles.ts';
import type { ImportKind } from '../../src/features/accessControl/roles/files/importFile.ts';
import { importText, readImport } from '../../src/features/accessControl/roles/files/readImport.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { entryAt } from './support/explorer.ts';
import { replaceMember } from './support/replaceMember.ts';

const place = ['Contoso Production', 'contoso-sales', 'Access control'] as const;
const context = { workspaceName: 'contoso-sales', roles: builtInRoles, present: [] };

describe('exporting the role assignments of a workspace', () => {
  const azure = emulatedAzure();
  let dialogs: Dialogs;
  let folder: string;
  let chosen: vscode.Uri | undefined;
  let dialog: Disposable;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'synapse-roles-'));
    dialogs = new Dialogs();
    dialog = replaceMember(vscode.window, 'showSaveDialog', () => Promise.resolve(chosen));
  });
  afterEach(async () => {
    dialog[Symbol.dispose]();
    dialogs[Symbol.dispose]();
    azure().faults.clear();
    await rm(folder, { recursive: true });
  });

  const exportTo = async (name: string | undefined): Promise<string> => {
    chosen = name === undefined ? undefined : vscode.Uri.file(path.join(folder, name));
    await vscode.commands.executeCommand('synapse.accessControl.export', await entryAt(...place));
    return name === undefined ? '' : await readFile(path.join(folder, name), 'utf8');
  };

  for (const kind of ['csv', 'json'] satisfies ImportKind[]) {
    it(`writes ${kind} with names, that can be imported again`, async () => {
      const text = await exportTo(`roles.${kind}`);
      assert.ok(text.includes('Zoë Łukasiewicz'));
      assert.ok(text.includes('Synapse Administrator'));
      const { rows, problems, toLookUp } = readImport(importText(Buffer.from(text)), kind, {
        ...context,
        identityId: '00000000-0000-4000-8000-000000000000',
      });
      assert.deepEqual([problems, toLookUp], [[], []]);
      assert.match(
        (await dialogs.says(/exported/)).message,
        new RegExp(`^${String(rows.length)} role assignments of contoso-sales`),
      );
    });
  }

  it('marks the workspace’s own identity, which another workspace has in its place', async () => {
    const { problems } = readImport(await exportTo('roles.json'), 'json', context);
    assert.deepEqual(
      problems.map(({ fault }) => fault.why),
      ['workspaceIdentity'],
    );
  });

  it('writes nothing when it may not be read, and says why', async () => {
    azure().faults.add({
      route: 'RoleAssignments_ListRoleAssignments',
      status: 403,
      body: {
        error: { code: 'Unauthorized', message: 'The principal does not have the required Synapse RBAC permission.' },
      },
    });
    await assert.rejects(exportTo('roles.csv'), { code: 'ENOENT' });
    assert.match(
      (await dialogs.message('information')).message,
      /^You have no Synapse role here, .*“Grant access…”\.$/,
    );
    azure().faults.clear();
    azure().faults.add({
      route: 'RoleAssignments_ListRoleAssignments',
      status: 400,
      body: { error: { code: 'Odd', message: 'Not today.' } },
    });
    await assert.rejects(exportTo('roles.csv'), { code: 'ENOENT' });
    assert.match((await dialogs.message('error')).message, /Not today\./);
  });

  it('does nothing when no file is chosen', async () => {
    await entryAt(...place);
    azure().requests.take();
    await exportTo(undefined);
    assert.deepEqual(
      azure()
        .requests.take()
        .filter((request) => request.includes('roleAssignments')),
      [],
    );
    assert.deepEqual(dialogs.messages, []);
  });
});
