import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { contoso, roleChanges, rowsAt, untilRows } from './support/accessRows.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { childrenOf, entryAt, itemOf } from './support/explorer.ts';
import { QuickPicks } from './support/quickPicks.ts';
import { replaceMember } from './support/replaceMember.ts';

const access = [contoso, 'contoso-iot-01', 'Access control'] as const;
const says = /^You have no Synapse role here, .* may still grant Synapse roles, also to themselves/;

describe('access control for an Azure Owner without a Synapse role', () => {
  const azure = emulatedAzure();
  let dialogs: Dialogs;
  before('give up the own role', async () => {
    using own = new Dialogs();
    own.press = ({ buttons: [first] }) => first;
    await vscode.commands.executeCommand(
      'synapse.accessControl.remove',
      await entryAt(...access, 'Synapse Administrator', 'Synapse Administrators'),
    );
    await untilRows(access, (all) => all[0]?.startsWith('You have no Synapse role here') === true);
  });
  beforeEach(() => {
    dialogs = new Dialogs();
  });
  afterEach(() => {
    dialogs[Symbol.dispose]();
    azure().faults.clear();
    azure().requests.take();
  });

  it('says so in place of who has access, and shows the roles that there are and who has Azure’s', async () => {
    const shown = await rowsAt(...access);
    assert.equal(shown.length, 13, shown.join());
    assert.ok(shown.includes('Synapse Compute Operator'), shown.join());
    const { tooltip } = await itemOf((await childrenOf(await entryAt(...access)))[0] ?? assert.fail());
    assert.match(String(tooltip), /may still grant Synapse roles, also to themselves/);
    const owners = await rowsAt(...access, 'Azure roles');
    assert.ok(
      owners.some((row) => row.includes('Synapse Administrators | Owner')),
      owners.join(),
    );
  });

  const refused: Readonly<Record<string, () => Promise<readonly [command: string, entry: unknown]>>> = {
    'who has access to a Spark pool': async () => [
      'synapse.accessControl.whoHasAccess',
      await entryAt(contoso, 'contoso-iot-01', 'Apache Spark pools', 'telemetry'),
    ],
    'what somebody may do': async () => ['synapse.accessControl.check', await entryAt(...access)],
    'an export': async () => ['synapse.accessControl.export', await entryAt(...access)],
  };
  for (const [what, commandOf] of Object.entries(refused)) {
    it(`says so, too, when somebody wants ${what}, and offers to grant`, async () => {
      using _dialog = replaceMember(vscode.window, 'showSaveDialog', () =>
        Promise.resolve(vscode.Uri.file('/never/written.csv')),
      );
      dialogs.choose = ({ items }) => (items[0]?.label === 'Me' ? 'Me' : undefined);
      using picks = new QuickPicks();
      dialogs.press = ({ buttons: [first] }) => first;
      // Whether the service lets somebody without a role check access is not known.
      azure().faults.add({
        route: 'RoleAssignments_CheckPrincipalAccess',
        status: 403,
        body: {
          error: { code: 'Unauthorized', message: 'The principal does not have the required Synapse RBAC permission.' },
        },
      });
      const [command, entry] = await commandOf();
      await vscode.commands.executeCommand(command, entry);
      assert.deepEqual(
        dialogs.messages.map(({ level, buttons }) => [level, buttons]),
        [['information', ['Grant access…']]],
      );
      assert.match(dialogs.messages[0]?.message ?? '', says);
      const people = await picks.asked(/^Name, mail, object id/);
      assert.match(people.title, /^Grant access to contoso-iot-01/);
      people.turnAway();
    });
  }

  it('checks access, where the service answers that', async () => {
    dialogs.choose = ({ items }) => (items[0]?.label === 'Me' ? 'Me' : undefined);
    await vscode.commands.executeCommand('synapse.accessControl.check', await entryAt(...access));
    assert.match(dialogs.lists[1]?.placeholder ?? '', /^Synapse emulator client may do 0 of \d+ things/);
  });

  it('grants, by the ids of the built-in roles', async () => {
    using picks = new QuickPicks();
    const command = vscode.commands.executeCommand(
      'synapse.accessControl.grant',
      await entryAt(...access, 'Synapse User'),
    );
    const people = await picks.asked(/^Name, mail, object id/);
    people.type('synapse admin');
    await people.until('Synapse Administrators');
    people.choose('Synapse Administrators');
    const scopes = await picks.asked(/^Where is Synapse User to hold/);
    await scopes.until('Whole workspace');
    scopes.choose('Whole workspace');
    await command;
    await dialogs.says(/^“Synapse Administrators” has the role Synapse User now/);
    assert.equal(azure().requests.matching(roleChanges).length, 1);
    await untilRows(access, (all) => all.includes('Synapse User | 1'));
  });
});
