import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { idOf } from '../../emulator/store/ids.ts';
import { contoso, person, roleChanges, rowsAt, sales, untilRows } from './support/accessRows.ts';
import { account, agreeToSignIn, scopesIn } from './support/account.ts';
import { connectAnew } from './support/connectAnew.ts';
import { untilConnectionIs } from './support/connectionState.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure, type EmulatedAzure, type EmulatedAzureOptions } from './support/emulatedAzure.ts';
import { childrenOf, entryAt } from './support/explorer.ts';
import { QuickPicks } from './support/quickPicks.ts';
import { replaceMember } from './support/replaceMember.ts';
import { withSettings } from './support/settings.ts';

const zoe = person('zoe.lukasiewicz');
const engineers = idOf('group', 'data.engineers@contoso.onmicrosoft.com');
const graphAudience = 'https://graph.microsoft.com';

const forbidden = ({ faults }: EmulatedAzure): void => {
  faults.add({
    path: '^/graph/',
    status: 403,
    body: {
      error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges to complete the operation.' },
    },
  });
};

/** A reason for which nobody can be asked for names. */
interface Reason {
  readonly options?: EmulatedAzureOptions;
  /** Before anything is read; a new connection is made after it. */
  readonly arrange?: (azure: EmulatedAzure) => Promise<void> | void;
  /** The row that says it. */
  readonly row: string;
  /** What a click on it says. */
  readonly message: RegExp;
  /** What it offers. */
  readonly ways: readonly string[];
}

const reasons: Readonly<Record<string, Reason>> = {
  'that the tenant has not consented to': {
    arrange: () => account.refuse({ audience: graphAudience, error: 'AADSTS65001: No consent.' }),
    row: 'Names are missing | Microsoft Graph may not be asked',
    message: /has not allowed Microsoft Graph to be asked\. .*AADSTS65001/s,
    ways: ['Give consent…', 'Choose another client…', 'Try again'],
  },
  'that a sovereign cloud does not let VS Code’s client ask': {
    options: { cloud: { name: 'Azure US Government', graphAudience: 'https://graph.microsoft.us' } },
    arrange: () =>
      account.refuse({
        audience: 'https://graph.microsoft.us',
        error: 'AADSTS65002: Consent between first party application and first party resource must be configured.',
      }),
    row: 'Names are missing | Microsoft Graph may not be asked',
    message: /has not allowed Microsoft Graph to be asked\. .*AADSTS65002/s,
    ways: ['Choose another client…', 'Try again'],
  },
  'that the cloud does not have': {
    options: { cloud: { graph: '', graphAudience: '' } },
    row: 'Names are missing | This cloud has no Microsoft Graph',
    message: /^Names are missing, because this cloud has no Microsoft Graph\. Everything works with object ids\.$/,
    ways: [],
  },
  'that cannot be reached': {
    // Nothing listens on the port of `tcpmux`.
    options: { cloud: { graph: 'http://127.0.0.1:1' } },
    row: 'Names are missing | Microsoft Graph did not answer',
    message: /because Microsoft Graph did not answer\. .*refused the connection/,
    ways: ['Try again'],
  },
  'that does not tell this account': {
    arrange: forbidden,
    row: 'Names are missing | Microsoft Graph does not tell them',
    message: /your account may not read them from Microsoft Graph\. .*Insufficient privileges/,
    ways: ['Choose another client…', 'Try again'],
  },
};

for (const [what, { options, arrange, row, message, ways }] of Object.entries(reasons)) {
  describe(`access control without a Microsoft Graph ${what}, and names that were never known`, () => {
    const azure = emulatedAzure(options);
    let dialogs: Dialogs;
    before('take the names away', async () => {
      await arrange?.(azure());
      if (arrange) await connectAnew();
    });
    beforeEach(() => {
      dialogs = new Dialogs();
    });
    afterEach(() => {
      dialogs[Symbol.dispose]();
    });

    it('shows ids and types, however they are grouped, and says once why', async () => {
      const says = (rows: readonly string[]): void => {
        assert.equal(rows[0], row);
        assert.deepEqual(
          rows.filter((each) => each.startsWith('Names are missing')),
          [row],
        );
        assert.deepEqual(dialogs.messages, [], 'no message in anybody’s way');
      };
      says(await rowsAt(...sales));
      assert.deepEqual(await rowsAt(...sales, 'Synapse SQL Administrator'), [`${zoe} | User · whole workspace`]);
      assert.ok(
        (await rowsAt(...sales, 'Azure roles')).includes(`${engineers} | Contributor · Group · this workspace`),
      );
      for (const [grouping, shown] of [
        ['principal', `${zoe} | User · 1 assignment`],
        ['scope', 'Whole workspace | 11'],
      ] as const) {
        await using _set = await withSettings({ 'accessControl.groupBy': grouping });
        says(await untilRows(sales, (all) => all.includes(shown) && all.includes(row)));
      }
      says(await untilRows(sales, (all) => all.includes('Synapse User | 2') && all.includes(row)));
    });

    it('says more, and offers just what may help', async () => {
      const [first] = await childrenOf(await entryAt(...sales));
      await vscode.commands.executeCommand('synapse.accessControl.showNames', first);
      const said = await dialogs.message('information');
      assert.match(said.message, message);
      assert.deepEqual(said.buttons, ways);
    });

    it('asks before removing with type and id', async () => {
      const assignment = await entryAt(...sales, 'Synapse SQL Administrator', zoe);
      azure().requests.take();
      await vscode.commands.executeCommand('synapse.accessControl.remove', assignment);
      const { message: question, detail } = await dialogs.message('warning');
      assert.equal(
        question,
        `Remove Synapse SQL Administrator of “${zoe}” (whole workspace) in workspace “contoso-sales”?`,
      );
      assert.match(detail ?? '', /^User$/m);
      assert.deepEqual(azure().requests.matching(roleChanges), []);
    });

    it('lists who has access, and why without names', async () => {
      const pool = await entryAt(contoso, 'contoso-sales', 'Apache Spark pools', 'sparklarge');
      dialogs.choose = ({ placeholder }) => (placeholder.startsWith('Who has access') ? engineers : undefined);
      await vscode.commands.executeCommand('synapse.accessControl.whoHasAccess', pool);
      const [holders, actions] = dialogs.lists;
      assert.match(holders?.items[0]?.label ?? '', /^Names are missing, because .* object ids\.$/);
      assert.equal(holders?.items[0]?.kind, vscode.QuickPickItemKind.Separator);
      assert.equal(
        holders.items.find(({ label }) => label === engineers)?.description,
        'Group · inherited from the workspace',
      );
      assert.equal(actions?.placeholder, `Group with object id ${engineers}`);
    });

    it('checks access, of others and of whoever is signed in', async () => {
      await vscode.commands.executeCommand(
        'synapse.accessControl.check',
        await entryAt(...sales, 'Synapse SQL Administrator', zoe),
      );
      const [list] = dialogs.lists;
      assert.match(
        list?.placeholder ?? '',
        new RegExp(`^User with object id ${zoe} may do \\d+ of \\d+ things .*groups are not known`, 'u'),
      );
      assert.equal(
        list?.items.find(({ label }) => label === 'Publish and change notebooks')?.description,
        `Synapse Contributor · through Group with object id ${engineers}`,
      );
      dialogs.choose = ({ items }) => (items[0]?.label === 'Me' ? 'Me' : undefined);
      await vscode.commands.executeCommand('synapse.accessControl.check', await entryAt(...sales));
      assert.match(dialogs.lists[2]?.placeholder ?? '', /^tester@contoso\.example may do \d+ of \d+ things/);
    });

    it('exports types and ids, and says that names are missing', async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'synapse-roles-'));
      const file = path.join(folder, 'roles.json');
      using _dialog = replaceMember(vscode.window, 'showSaveDialog', () => Promise.resolve(vscode.Uri.file(file)));
      try {
        await vscode.commands.executeCommand('synapse.accessControl.export', await entryAt(...sales));
        const { roleAssignments } = JSON.parse(await readFile(file, 'utf8')) as { roleAssignments: object[] };
        assert.deepEqual(
          roleAssignments.filter((each) => 'principalId' in each && each.principalId === zoe),
          [
            {
              role: 'Synapse SQL Administrator',
              roleId: '7af0c69a-a548-47d6-aea3-d00e69bd83aa',
              scope: 'workspaces/contoso-sales',
              principalType: 'User',
              principalId: zoe,
            },
          ],
        );
        await dialogs.says(/role assignments of contoso-sales are exported\. Names are missing in it/);
      } finally {
        await rm(folder, { recursive: true });
      }
    });

    it('grants to an object id, whose type is asked for', async () => {
      using picks = new QuickPicks();
      dialogs.choose = ({ placeholder }) => (placeholder.startsWith('What is') ? 'User' : undefined);
      const id = person('nils.unicode');
      const command = vscode.commands.executeCommand(
        'synapse.accessControl.grant',
        await entryAt(...sales, 'Synapse Administrator'),
      );
      const people = await picks.asked(/^Name, mail, object id/);
      people.type('nils');
      await people.filled();
      assert.match(people.labels.join(), /^Names are missing, because [^,]*$/, 'nobody can be looked for');
      people.type(id);
      await people.until(`Use object id ${id}`);
      assert.match(people.labels[0] ?? '', /^Names are missing/);
      people.choose(`Use object id ${id}`);
      const scopes = await picks.asked(/^Where is Synapse Administrator to hold/);
      await scopes.until('Whole workspace');
      dialogs.press = ({ buttons: [first] }) => first;
      scopes.choose('Whole workspace');
      await command;
      const question = await dialogs.message('warning');
      assert.match(question.message, new RegExp(`^Make “${id}” Synapse Administrator`, 'u'));
      assert.match(question.detail ?? '', /^User$/m);
      await dialogs.says(new RegExp(`^“${id}” has the role Synapse Administrator now`, 'u'));
      await untilRows([...sales, 'Synapse Administrator'], (all) => all.includes(`${id} | User · whole workspace`));
    });
  });
}

describe('access control that gets its names later', () => {
  const azure = emulatedAzure();
  let dialogs: Dialogs;
  beforeEach(() => {
    dialogs = new Dialogs();
  });
  afterEach(async () => {
    dialogs[Symbol.dispose]();
    azure().faults.clear();
    await account.signOut();
    await untilConnectionIs('signedOut');
    await account.signIn();
    await connectAnew();
  });

  it('shows them as soon as it may', async () => {
    forbidden(azure());
    await connectAnew();
    const [row] = await childrenOf(await entryAt(...sales));
    assert.equal(row?.node.label, 'Names are missing');
    azure().faults.clear();
    dialogs.press = ({ buttons: all }) => all.find((label) => label === 'Try again');
    await vscode.commands.executeCommand('synapse.accessControl.showNames', row);
    await untilRows(sales, (all) => !all.some((each) => each.startsWith('Names are missing')));
    assert.deepEqual(await rowsAt(...sales, 'Synapse SQL Administrator'), ['Zoë Łukasiewicz | User · whole workspace']);
  });

  it('gives consent with a sign-in', async () => {
    await account.refuse({
      audience: graphAudience,
      error: 'AADSTS65001: The user or administrator has not consented.',
    });
    await connectAnew();
    const [row] = await childrenOf(await entryAt(...sales));
    dialogs.press = ({ buttons: all }) => all.find((label) => label === 'Give consent…');
    const asked: (readonly string[])[] = [];
    using _person = agreeTo((scopes) => asked.push(scopes));
    await vscode.commands.executeCommand('synapse.accessControl.showNames', row);
    assert.deepEqual(
      asked.flat().filter((scope) => scope.startsWith('https://')),
      [`${graphAudience}/.default`],
    );
    await untilRows([...sales, 'Synapse SQL Administrator'], (all) =>
      all.includes('Zoë Łukasiewicz | User · whole workspace'),
    );
  });
});

/** Somebody who agrees to whatever VS Code asks for the extension. */
function agreeTo(note: (scopes: readonly string[]) => void): Disposable {
  return agreeToSignIn(async (question) => {
    const scopes = scopesIn(question);
    note(scopes);
    await account.signIn({ scopes });
  });
}
