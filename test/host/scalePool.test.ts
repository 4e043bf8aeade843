import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeEntry } from '../../src/platform/tree/treeEntry.ts';
import type { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { entryAt, untilRowSays } from './support/explorer.ts';
import { freshStart } from './support/freshStart.ts';
import { WizardBoxes } from './support/wizardBoxes.ts';

const pools = ['Fabrikam Analytics', 'fabrikam-retail', 'SQL pools'] as const;

describe('scaling a dedicated SQL pool', () => {
  let dialogs: Dialogs;
  let pool: TreeEntry;

  const azure = emulatedAzure();
  beforeEach(async () => {
    dialogs = await freshStart(azure(), pools);
    pool = await entryAt(...pools, 'RetailDW');
  });
  afterEach(() => {
    dialogs[Symbol.dispose]();
  });

  it('offers the sizes that the service has; the present one is marked and cannot be chosen', async () => {
    using boxes = new WizardBoxes({ pick: 'DW300c' }, 'escape');
    await vscode.commands.executeCommand('synapse.sqlPool.scale', pool);
    const [box, again] = boxes.shown;
    assert.equal(box?.items.length, 16);
    assert.equal(box.items.find(({ label }) => label === 'DW300c')?.description, 'the present size');
    assert.equal(
      box.items.find(({ label }) => label === 'DW30000c')?.description,
      '60 compute nodes, 18,000 GB of memory',
    );
    assert.equal(again?.question, box.question, 'the list stays open');
    assert.deepEqual(dialogs.messages, []);
    assert.deepEqual(azure().requests.take(), []);
  });

  it('names what it costs and breaks, and sends nothing unless it is confirmed', async () => {
    using _boxes = new WizardBoxes({ pick: 'DW1500c' });
    await vscode.commands.executeCommand('synapse.sqlPool.scale', pool);
    const { message, detail, buttons } = await dialogs.message('warning');
    assert.equal(message, 'Scale dedicated SQL pool “RetailDW” of workspace “fabrikam-retail” from DW300c to DW1500c?');
    assert.match(detail ?? '', /Connections drop, running queries are cancelled, .* rolled back/);
    assert.match(detail ?? '', /DW1500c costs about 5 times as much as DW300c/);
    assert.deepEqual(buttons, ['Scale']);
    assert.deepEqual(azure().requests.take(), []);
  });

  it('scales, and the row follows', async () => {
    using _boxes = new WizardBoxes({ pick: 'DW100c' });
    dialogs.press = () => 'Scale';
    const command = vscode.commands.executeCommand('synapse.sqlPool.scale', pool);
    await untilRowSays(pool, /DW300c · Scaling/);
    azure().endOperations();
    await command;
    assert.match((await dialogs.message('warning')).detail ?? '', /DW100c costs about 33\.3 % of what DW300c costs/);
    assert.equal(pool.node.description, 'DW100c · Online');
    assert.equal((await dialogs.message('information')).message, 'SQL pool RetailDW has the size DW100c now.');
    assert.equal(azure().requests.matching(/^PATCH .*\/sqlPools\/RetailDW$/).length, 1);
    assert.deepEqual(
      dialogs.progress.map(({ title }) => title),
      ['Scaling SQL pool RetailDW to DW100c'],
    );
  });

  it('survives that a paused pool is refused, and says so', async () => {
    using _boxes = new WizardBoxes({ pick: 'DW200c' });
    dialogs.press = ({ buttons }) => buttons.find((button) => button === 'Scale while paused');
    const paused = await entryAt(...pools, 'RetailTest');
    await vscode.commands.executeCommand('synapse.sqlPool.scale', paused);
    const { detail, buttons } = await dialogs.message('warning');
    assert.match(detail ?? '', /The pool is paused, and Azure may refuse a new size/);
    assert.deepEqual(buttons, ['Resume, then scale', 'Scale while paused']);
    assert.match((await dialogs.message('error')).message, /it is paused; resume it before its size is changed/);
    assert.equal(paused.node.description, 'DW100c · Paused');
  });

  it('resumes a paused pool first where that is wanted', async () => {
    using _boxes = new WizardBoxes({ pick: 'DW200c' });
    dialogs.press = ({ buttons }) => buttons.find((button) => button === 'Resume, then scale');
    const paused = await entryAt(...pools, 'RetailTest');
    const command = vscode.commands.executeCommand('synapse.sqlPool.scale', paused);
    await untilRowSays(paused, /Resuming/);
    azure().endOperations();
    await untilRowSays(paused, /Scaling/);
    azure().endOperations();
    await command;
    assert.equal(paused.node.description, 'DW200c · Online');
    assert.equal(dialogs.messages.filter(({ level }) => level === 'warning').length, 1, 'one question for both');
  });

  it('does not scale a pool whose resumption failed', async () => {
    azure().faults.add({ route: 'SqlPools_Resume', times: 1, fault: 'failedOperation' });
    using _boxes = new WizardBoxes({ pick: 'DW200c' });
    dialogs.press = ({ buttons }) => buttons.find((button) => button === 'Resume, then scale');
    const paused = await entryAt('Fabrikam Analytics', 'fabrikam-logistics', 'SQL pools', 'RoutesDW');
    const command = vscode.commands.executeCommand('synapse.sqlPool.scale', paused);
    await untilRowSays(paused, /Resuming/);
    azure().endOperations();
    await command;
    assert.match((await dialogs.message('error')).message, /The operation was made to fail/);
    assert.deepEqual(azure().requests.matching(/^PATCH /), []);
  });

  it('waits when the service is busy, says so, and scales then', async () => {
    azure().faults.add({ route: 'SqlPools_Update', times: 1, fault: 'throttle', seconds: 6 });
    using _boxes = new WizardBoxes({ pick: 'DW400c' });
    dialogs.press = () => 'Scale';
    const command = vscode.commands.executeCommand('synapse.sqlPool.scale', pool);
    await untilRowSays(pool, /Scaling/);
    assert.ok(dialogs.progress[0]?.messages.some((message) => /^Azure asks to wait for [67] seconds$/.test(message)));
    azure().endOperations();
    await command;
    assert.equal(pool.node.description, 'DW400c · Online');
  });
});
