import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { idOf } from '../../emulator/store/ids.ts';
import { contoso, genomics, person, rowsAt, sales } from './support/accessRows.ts';
import { connectAnew } from './support/connectAnew.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, itemOf } from './support/explorer.ts';
import { QuickPicks } from './support/quickPicks.ts';
import { replaceMember } from './support/replaceMember.ts';
import { activityTree } from './support/treeViews.ts';

const [zoe, engineers] = [person('zoe.lukasiewicz'), idOf('group', 'data.engineers@contoso.onmicrosoft.com')] as const;

/** Names as somebody could choose them, and what one line of each is. */
const names = {
  'an icon and a link': ['$(zap) [Quit](command:workbench.action.quit)'],
  HTML: ['<img src=x onerror="alert(1)">'],
  'a formula': ["=cmd|' /C calc'!A0"],
  'writing from right to left': ['\u202eנועה\u200f לוי', '\u2068\ufffdנועה\u200f לוי\u2069'],
  'several lines': ['two\r\nlines', 'two lines'],
  '1,000 letters': ['x'.repeat(1000), `${'x'.repeat(79)}…`],
} as const satisfies Readonly<Record<string, readonly [name: string, line?: string]>>;

/** What a person sees of a text: VS Code draws nothing for what breaks its markup. */
const asSeen = (text: string): string => text.replaceAll('\u200b', '');
/** What VS Code would read as an icon or a link. */
const markup = /\$\(|\]\(/;
/** All that is written in a list's rows. */
const textsOf = (items: readonly vscode.QuickPickItem[]): string =>
  items.map(({ label, description = '', detail = '' }) => [label, description, detail].join('\n')).join('\n');

for (const [what, [name, line = name]] of Object.entries<readonly [string, string?]>(names)) {
  describe(`a display name of ${what}`, () => {
    const azure = emulatedAzure();
    let dialogs: Dialogs;
    before('rename somebody and a group', async () => {
      azure().faults.add({
        route: 'directoryObject_getByIds',
        status: 200,
        body: {
          value: [
            { '@odata.type': '#microsoft.graph.user', id: zoe, displayName: name, userPrincipalName: name, mail: name },
            { '@odata.type': '#microsoft.graph.group', id: engineers, displayName: name },
          ],
        },
      });
      azure().faults.add({
        route: 'user_list',
        status: 200,
        body: { value: [{ id: zoe, displayName: name, userPrincipalName: name }] },
      });
      await connectAnew();
    });
    beforeEach(() => {
      dialogs = new Dialogs();
    });
    afterEach(() => {
      dialogs[Symbol.dispose]();
    });

    it('shows as itself in a row and its hover, which are plain text', async () => {
      const [entry] = await childrenOf(await entryAt(...sales, 'Synapse SQL Administrator'));
      assert.ok(entry);
      const { label, tooltip, description, accessibilityInformation } = await itemOf(entry);
      assert.equal(label, line);
      assert.equal(description, 'User · whole workspace');
      assert.equal(typeof tooltip, 'string');
      const [first = '', ...others] = String(tooltip).split('\n');
      assert.ok(first.startsWith(line.replace(/…$/u, '')), first);
      assert.ok(first.length <= 300, 'a hover has room for more, not for all');
      assert.ok(others.includes(`Object id ${zoe}`));
      assert.equal(
        accessibilityInformation?.label,
        `User ${line}, role Synapse SQL Administrator, scope whole workspace`,
      );
    });

    it('shows as itself in the question before removing, and in the account of changes', async () => {
      const [entry] = await childrenOf(await entryAt(...sales, 'Synapse SQL Administrator'));
      await vscode.commands.executeCommand('synapse.accessControl.remove', entry);
      const { message, detail = '' } = await dialogs.message('warning');
      assert.doesNotMatch(message + detail, markup);
      assert.equal(
        asSeen(message),
        `Remove Synapse SQL Administrator of “${line}” (whole workspace) in workspace “contoso-sales”?`,
      );
      assert.equal(asSeen(detail).split('\n')[0], `User ${line}`);
      dialogs.press = ({ buttons: [first] }) => first;
      azure().faults.add({ route: 'RoleAssignments_DeleteRoleAssignmentById', times: 1, status: 400, body: {} });
      await vscode.commands.executeCommand('synapse.accessControl.remove', entry);
      const failed = await dialogs.message('error');
      assert.doesNotMatch(failed.message, markup);
      assert.ok(asSeen(failed.message).startsWith(`Not removed: Synapse SQL Administrator of “${line}”`));
      assert.doesNotMatch(dialogs.progress.at(-1)?.title ?? '', markup);
      const [change] = await activityTree().getChildren();
      assert.equal(change?.node.label, `Remove Synapse SQL Administrator of “${line}” (whole workspace)`);
    });

    it('shows as itself in lists', async () => {
      const pool = await entryAt(contoso, 'contoso-sales', 'Apache Spark pools', 'sparksmall');
      dialogs.choose = ({ items }) => items.find(({ label }) => asSeen(label) === line)?.label;
      await vscode.commands.executeCommand('synapse.accessControl.whoHasAccess', pool);
      const [holders, actions] = dialogs.lists;
      assert.equal(holders?.items.filter(({ label }) => asSeen(label) === line).length, 2);
      assert.equal(asSeen(actions?.placeholder ?? ''), line);

      dialogs.choose = () => undefined;
      const [entry] = await childrenOf(await entryAt(...sales, 'Synapse SQL Administrator'));
      await vscode.commands.executeCommand('synapse.accessControl.check', entry);
      const decisions = dialogs.lists.at(-1);
      assert.ok(asSeen(decisions?.placeholder ?? '').startsWith(`${line} may do `));
      assert.ok(
        decisions?.items.some(
          ({ description = '' }) => asSeen(description) === `Synapse Contributor · through ${line}`,
        ),
      );
      for (const { placeholder, items } of dialogs.lists) assert.doesNotMatch(placeholder + textsOf(items), markup);
    });

    it('shows as itself where somebody is looked for, and when access is granted', async () => {
      using picks = new QuickPicks();
      const role = await entryAt(...sales, 'Synapse Administrator');
      const command = vscode.commands.executeCommand('synapse.accessControl.grant', role);
      const people = await picks.asked(/^Name, mail, object id/);
      people.type('zoe');
      await people.filled();
      const found = people.items.find(({ label }) => asSeen(label) === line);
      assert.ok(found, people.labels.join());
      assert.equal(asSeen(found.detail ?? ''), line);
      assert.doesNotMatch(textsOf(people.items), markup);
      people.choose(found.label);
      const scopes = await picks.asked(/^Where is Synapse Administrator to hold/);
      await scopes.until('Whole workspace');
      scopes.choose('Whole workspace');
      await command;
      const { message, detail = '' } = await dialogs.message('warning');
      assert.doesNotMatch(message + detail, markup);
      assert.ok(asSeen(message).startsWith(`Make “${line}” Synapse Administrator of workspace “contoso-sales”`));
      assert.equal(asSeen(detail).split('\n')[0], `User ${line}`);
    });

    it('is exported whole, and no spreadsheet runs it', async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'synapse-names-'));
      let file = '';
      using _dialog = replaceMember(vscode.window, 'showSaveDialog', () => Promise.resolve(vscode.Uri.file(file)));
      const exported = async (kind: string): Promise<string> => {
        file = path.join(folder, `roles.${kind}`);
        await vscode.commands.executeCommand('synapse.accessControl.export', await entryAt(...sales));
        return await readFile(file, 'utf8');
      };
      try {
        const { roleAssignments } = JSON.parse(await exported('json')) as {
          roleAssignments: { principal?: string; principalId: string }[];
        };
        assert.equal(roleAssignments.find(({ principalId }) => principalId === zoe)?.principal, name);
        const csv = await exported('csv');
        assert.doesNotMatch(csv, /(^|[,"])=/m);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  });
}

describe('odd names and types of the sample', () => {
  const azure = emulatedAzure();
  let dialogs: Dialogs;
  beforeEach(() => {
    dialogs = new Dialogs();
  });
  afterEach(() => {
    dialogs[Symbol.dispose]();
    azure().faults.clear();
  });

  it('are shown as they are, on one line', async () => {
    const shown = await rowsAt(...genomics, 'Synapse User');
    assert.deepEqual(
      shown.toSorted(),
      [
        '<img src=x onerror=alert(1)> | User · whole workspace',
        '\u2068נועה\u200f לוי\u2069 | User · whole workspace',
        'Invoice \ufffdgpj.exe | User · whole workspace',
      ].toSorted(),
    );
  });

  it('show principals that are gone by their ids, with what is known of them, and offer nothing for it', async () => {
    const [gone, old] = [idOf('deleted principal', 'pipeline'), idOf('deleted principal', 'of old')] as const;
    const shown = await rowsAt(...genomics, 'Synapse Contributor');
    assert.ok(shown.includes(`${gone} | Service principal, deleted or unknown · whole workspace`), shown.join());
    assert.ok(shown.includes(`${old} | Unknown type, deleted or unknown · whole workspace`), shown.join());
    assert.ok(shown.includes('Analysts (EMEA & APAC) | Group · whole workspace'));
    assert.ok(!(await rowsAt(...genomics)).some((row) => row.startsWith('Names are missing')));

    const entry = await entryAt(...genomics, 'Synapse Contributor', gone);
    await vscode.commands.executeCommand('synapse.accessControl.check', entry);
    assert.match(
      dialogs.lists[0]?.placeholder ?? '',
      new RegExp(`^Service principal, deleted or unknown with object id ${gone} may do \\d+ of`, 'u'),
    );
    await vscode.commands.executeCommand('synapse.accessControl.remove', entry);
    const { message, detail } = await dialogs.message('warning');
    assert.equal(
      message,
      `Remove Synapse Contributor of “${gone}” (whole workspace) in workspace “research-genomics”?`,
    );
    assert.match(detail ?? '', /^Service principal, deleted or unknown$/m);
    dialogs.press = ({ buttons: [first] }) => first;
    await vscode.commands.executeCommand('synapse.accessControl.remove', entry);
    await dialogs.says(/^Access is removed\./);
  });

  it('show a type that nobody knows as text', async () => {
    azure().faults.add({
      route: 'RoleAssignments_ListRoleAssignments',
      status: 200,
      body: {
        count: 1,
        value: [
          {
            id: '11111111-1111-4111-8111-111111111111',
            roleDefinitionId: '2a385764-43e8-416c-9825-7b18d05a2c4b',
            principalId: idOf('deleted principal', 'of old'),
            principalType: '$(zap) [x](command:y)',
            scope: 'workspaces/contoso-sales/bigDataPools/sparksmall',
          },
        ],
      },
    });
    const pool = await entryAt(contoso, 'contoso-sales', 'Apache Spark pools', 'sparksmall');
    await vscode.commands.executeCommand('synapse.accessControl.whoHasAccess', pool);
    const { items } = dialogs.lists[0] ?? assert.fail();
    assert.equal(asSeen(items[1]?.description ?? ''), '$(zap) [x](command:y), deleted or unknown');
    assert.doesNotMatch(textsOf(items), markup);
  });
});
