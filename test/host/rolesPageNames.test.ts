import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { idOf } from '../../emulator/store/ids.ts';
import { account, agreeToSignIn, scopesIn } from './support/account.ts';
import { connectAnew } from './support/connectAnew.ts';
import { untilConnectionIs } from './support/connectionState.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { replaceMember } from './support/replaceMember.ts';
import { applyAll, openRoles } from './support/rolesPage.ts';

const graph = 'https://graph.microsoft.com';
const nils = idOf('user', 'nils.unicode@contoso.onmicrosoft.com');
const isId = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

describe('the page of role assignments where names were never known', () => {
  emulatedAzure();
  let dialogs: Dialogs;
  beforeEach(async () => {
    dialogs = new Dialogs();
    await account.refuse({ audience: graph, error: 'AADSTS65001: The user or administrator has not consented.' });
    await connectAnew();
  });
  afterEach(async () => {
    dialogs[Symbol.dispose]();
    await account.signOut();
    await untilConnectionIs('signedOut');
    await account.signIn();
    await connectAnew();
  });

  const open = () => openRoles('Contoso Production', 'contoso-sales');

  it('shows ids with types, says once why, and works with object ids', async () => {
    const opened = await open();
    using page = opened.page;
    const { model, becomes } = opened;
    await becomes('why names are missing', () => model.gap !== undefined);
    assert.match(model.gap?.words ?? '', /^Names are missing, because this tenant has not allowed Microsoft Graph/);
    assert.deepEqual(model.gap?.remedies, ['Give consent…', 'Choose another client…', 'Try again']);
    assert.ok(model.table.all.every(({ principal, type }) => isId(principal) && type !== ''));

    assert.deepEqual(await page.client.ask('search', 'zoe'), {
      people: [],
      words: 'Nobody can be searched for, because Microsoft Graph cannot be asked. Type or paste an object id.',
    });
    const { people, words = '' } = await page.client.ask('search', nils);
    assert.deepEqual(people, [{ id: nils }]);
    assert.match(words, /^Nobody can be asked who this is, so it is taken for an object id\./);
    const role = model.add.roles.find(({ name }) => name === 'Synapse User') ?? assert.fail();
    model.add.form = { people, pasted: '', roles: [role.id], scopes: ['workspaces/contoso-sales'] };
    assert.equal(model.add.isComplete, false);
    model.add.setType(nils, 'User');
    await model.addWanted();
    assert.equal(await applyAll(opened), 'Finished: 1 done.');
    const made = model.table.rows.find(({ principalId, roleId }) => principalId === nils && roleId === role.id);
    assert.equal(made?.principalType, 'User');
    assert.deepEqual(dialogs.messages, [], 'no message in anybody’s way');
  });

  it('says in what is exported that names are missing', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'synapse-roles-'));
    const opened = await open();
    using page = opened.page;
    const file = vscode.Uri.file(path.join(folder, 'roles.json'));
    using _save = replaceMember(vscode.window, 'showSaveDialog', () => Promise.resolve(file));
    await page.client.ask('exportTo', 'json');
    await dialogs.says(/ are exported\. Names are missing in it, because Microsoft Graph could not be asked\.$/);
    rmSync(folder, { recursive: true });
  });

  it('shows names as soon as somebody consents', async () => {
    const opened = await open();
    using page = opened.page;
    const { model, becomes } = opened;
    await becomes('why names are missing', () => model.gap !== undefined);
    const asked: string[] = [];
    using _person = agreeToSignIn(async (question) => {
      const scopes = scopesIn(question);
      asked.push(...scopes);
      await account.signIn({ scopes });
    });
    await page.client.ask('remedy', 'Give consent…');
    await becomes('names', () => model.table.all.some(({ principal }) => principal === 'Data Engineers'));
    assert.equal(model.gap, undefined);
    assert.ok(asked.includes(`${graph}/.default`), asked.join());
  });
});
