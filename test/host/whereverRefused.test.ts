import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { rolesContract } from '../../src/features/accessControl/rolesPage/contract.ts';
import { publishContract, type PublishState } from '../../src/features/sqlScripts/publishPage/contract.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { entryAt } from './support/explorer.ts';
import { OpenedPage } from './support/openedPage.ts';
import { RequestDocument } from './support/requestDocument.ts';
import { leaveNoDrafts, openScript, replaceText, sales, withoutAutoSave } from './support/scriptEditor.ts';
import { until } from './support/until.ts';

const offer = 'Add firewall rule…';
const body = { code: 'ClientIpAddressNotAuthorized', message: 'Client Ip address : 198.51.100.77' };
const workspace = ['Contoso Production', 'contoso-sales'] as const;

describe('an address that the firewall refuses is offered a rule', () => {
  const azure = emulatedAzure();
  withoutAutoSave();
  leaveNoDrafts();
  let dialogs: Dialogs;
  const folder = mkdtempSync(path.join(tmpdir(), 'synapse-refused-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    azure().faults.clear();
    dialogs = new Dialogs();
  });
  afterEach(async () => {
    azure().faults.clear();
    dialogs[Symbol.dispose]();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Refuses requests to the workspace whose paths fit. */
  const refuse = (path: string, method?: string): void => {
    azure().faults.add({ path, ...(method !== undefined && { method }), status: 403, body });
  };

  /** The offer of a notification leads to the rule that covers the address. */
  const leadsToRule = async (): Promise<void> => {
    await dialogs.says(/^Firewall rule allowAll is there for 198\.51\.100\.77 already\./);
    (await dialogs.progresses(/^Waiting for the firewall of workspace contoso-sales/)).cancel();
  };

  const offered = async (): Promise<void> => {
    const { message, buttons } = await dialogs.says(/The firewall does not let 198\.51\.100\.77 in\./);
    assert.ok(buttons.includes(offer), `${message} ${buttons.join()}`);
  };

  it('when a script is opened', async () => {
    // One that no other test opens: VS Code keeps a text for a while after its editor was closed, and asks nobody for it.
    const entry = await entryAt(...sales, 'Reports', 'Monthly', 'Revenue by region');
    dialogs.press = ({ buttons }) => buttons.find((button) => button === offer);
    refuse('/sqlScripts');
    await vscode.commands.executeCommand('synapse.sqlScript.open', entry);
    await offered();
    await leadsToRule();
  });

  it('when a script is saved, and its text stays', async () => {
    const { document } = await openScript(...sales, 'Scratch');
    await replaceText(document, 'SELECT refused;');
    refuse('/sqlScripts', 'PUT');
    assert.equal(await document.save(), false);
    await offered();
    assert.equal(document.getText(), 'SELECT refused;');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('on the page that publishes', async () => {
    const file = path.join(folder, 'Refused.sql');
    writeFileSync(file, 'SELECT 1;');
    const states: PublishState[] = [];
    const told = new vscode.EventEmitter<void>();
    using page = await OpenedPage.by(
      publishContract,
      {
        publishing: (state) => {
          states.push(state);
          told.fire();
        },
        changed: () => undefined,
      },
      () => vscode.commands.executeCommand('synapse.sqlScript.publish', vscode.Uri.file(file)),
    );
    await page.welcomed;
    const { form } = await page.client.ask('start', null);
    const choices = await page.client.ask('workspaces', null);
    const chosen = choices.find(({ name }) => name === 'contoso-sales')?.id ?? '';
    refuse('/sqlScripts', 'PUT');
    await page.client.ask('look', { workspace: chosen, name: 'Refused' });
    await page.client.ask('publish', { ...form, workspace: chosen, name: 'Refused' });
    const failed = await until('the refusal', () => states.find(({ state }) => state === 'failed'), told.event);
    assert.ok(failed.state === 'failed');
    assert.match(failed.words, /The firewall does not let 198\.51\.100\.77 in\./);
    assert.deepEqual(failed.remedies, [offer]);
    const taken = page.client.ask('remedy', offer);
    await leadsToRule();
    await taken.catch(() => undefined);
  });

  it('on the page of role assignments', async () => {
    refuse('/roleAssignments|/roleDefinitions|/rbac');
    using page = await OpenedPage.by(
      rolesContract,
      {
        rows: () => undefined,
        run: () => undefined,
        plan: () => undefined,
        people: () => undefined,
        gap: () => undefined,
        changed: () => undefined,
      },
      async () => vscode.commands.executeCommand('synapse.accessControl.edit', await entryAt(...workspace)),
    );
    await page.welcomed;
    await assert.rejects(page.client.ask('read', null));
    await offered();
  });

  it('beside a reply in the REST console', async () => {
    refuse('/sqlScripts');
    using document = await RequestDocument.open('@workspace = contoso-sales\n\n### Read\nGET /sqlScripts/Scratch\n');
    const { remarks, messages } = await document.send(0, () => undefined);
    assert.match(remarks, /The firewall does not let 198\.51\.100\.77 in\./);
    assert.ok(
      messages.some(({ buttons }) => buttons.includes(offer)),
      JSON.stringify(messages),
    );
  });
});
